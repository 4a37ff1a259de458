import { type AuditKind, auditSubjectInWords, valuePlaces } from '@moc57/shared'
import type { AuditItem } from '@moc57/shared/api'
import type { Database } from '../open/open.ts'
import { prepared } from '../open/prepared.ts'

/** What is looked for; `null` is anything. Instants in ISO 8601, `until` no longer included. */
export type AuditSearch = {
  unitCode: string | null
  /** The usernames that are meant. */
  by: readonly string[] | null
  kind: AuditKind | null
  since: string | null
  until: string | null
  /** Whether deeds on what a unit has not settled are told too: its drafts are its own. */
  withDrafts: boolean
}

/** SQLite knows no boolean and takes a list as JSON. */
type StoredSearch = Omit<AuditSearch, 'by' | 'withDrafts'> & { by: string | null; withDrafts: 0 | 1 }
const stored = ({ by, withDrafts, ...search }: AuditSearch): StoredSearch => ({
  ...search,
  by: by && JSON.stringify(by),
  withDrafts: withDrafts ? 1 : 0,
})

/** The columns of an item as they are stored: values in ten-thousandths, counts as decimal text, the subject as JSON. */
type StoredEvent = Omit<AuditItem, 'numerator' | 'denominator' | 'person'> & {
  numerator: string | null
  denominator: string | null
}

const found = `
  FROM audit_events AS event
  WHERE (:withDrafts OR event.is_settled)
    AND (:unitCode IS NULL OR event.unit_code = :unitCode)
    AND (:by IS NULL OR event.by IN (SELECT value FROM json_each(:by)))
    AND (:kind IS NULL OR event.kind = :kind)
    AND (:since IS NULL OR event.at >= :since)
    AND (:until IS NULL OR event.at < :until)`

const statements = prepared(({ sqlite }) => ({
  count: sqlite.prepare<[StoredSearch], number>(`SELECT count(*) ${found}`).pluck(),
  // The names are looked up for the rows that are answered alone.
  list: sqlite.prepare<[StoredSearch & { limit: number; offset: number }], StoredEvent>(`
    SELECT kind, action, at, by, event.unit_code AS unitCode,
      units.type || ' ' || units.name AS unitName, period, event.indicator_number AS number,
      indicators.short_name AS shortName, indicators.unit_of_measure AS unitOfMeasure,
      revision, value, event.numerator, event.denominator, comparator, username, reason, subject
    FROM (SELECT * ${found} ORDER BY at DESC, rank DESC, id DESC LIMIT :limit OFFSET :offset) AS event
    LEFT JOIN administrative_units AS units ON units.code = event.unit_code
    LEFT JOIN indicators ON indicators.number = event.indicator_number
    ORDER BY at DESC, rank DESC, id DESC`),
}))

export function countAudit(db: Database, search: AuditSearch): number {
  return statements(db).count.get(stored(search)) ?? 0
}

/** What was done, newest first, by usernames; all of it without a limit. */
export function listAudit(
  db: Database,
  search: AuditSearch,
  { limit = -1, offset = 0 }: { limit?: number; offset?: number } = {},
): Omit<AuditItem, 'person'>[] {
  return statements(db)
    .list.all({ ...stored(search), limit, offset })
    .map(({ value, numerator, denominator, subject, ...event }) => ({
      ...event,
      subject: auditSubjectInWords(subject === null ? null : JSON.parse(subject)),
      value: value === null ? null : value / 10 ** valuePlaces,
      numerator: numerator === null ? null : Number(numerator),
      denominator: denominator === null ? null : Number(denominator),
    }))
}
