import { type AuditKind, valuePlaces } from '@moc57/shared'
import type { AuditItem } from '@moc57/shared/api'
import { countedStates } from '../measurements/measurements.ts'
import type { Database } from '../open/open.ts'
import { prepared } from '../open/prepared.ts'
import { workEvents } from './audit-of-work.ts'

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

/** The columns of an item as they are stored: values in ten-thousandths, counts as decimal text. */
type StoredEvent = Omit<AuditItem, 'numerator' | 'denominator' | 'person'> & {
  numerator: string | null
  denominator: string | null
}

/** Of a revision `m` that was approved, or came so; before that it is a draft of its unit, whoever has returned it. */
const isSettled = `(:withDrafts OR EXISTS (
    SELECT 1 FROM measurement_states AS settled
    WHERE settled.measurement_id = m.id AND settled.state IN (${countedStates.map((state) => `'${state}'`).join(', ')})
  ))`

/**
 * The logs as one. The first state of a draft is told by its recording; what was done with an account belongs to
 * the unit that the account had. Of what was done in the same instant a higher rank came later.
 */
const events = `
  SELECT 'measurement' AS kind, 1 AS rank, id, 'recorded' AS action, recorded_at AS at, recorded_by AS by,
    unit_code, period, indicator_number, revision, value, numerator, denominator, comparator,
    NULL AS username, reason, NULL AS subject
  FROM measurements AS m
  WHERE ${isSettled}
  UNION ALL
  SELECT 'state', 2, s.id, s.state, s.at, s.by,
    m.unit_code, m.period, m.indicator_number, m.revision, m.value, m.numerator, m.denominator, m.comparator,
    NULL, s.reason, NULL
  FROM measurement_states AS s JOIN measurements AS m ON m.id = s.measurement_id
  WHERE s.state <> 'draft' AND ${isSettled}
  UNION ALL
  SELECT 'submission', 3, id, action, at, by, unit_code, period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, reason, NULL
  FROM submission_events
  UNION ALL
  SELECT 'account', 4, id, action, at, by, unit_code,
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, username, NULL, subject
  FROM account_events
  UNION ALL
  SELECT 'plan', 5, id, 'planChanged', recorded_at, recorded_by, unit_code, effective_from,
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, reason, NULL
  FROM plan_changes
  UNION ALL${workEvents}`

const found = `
  FROM (${events}) AS event
  WHERE (:unitCode IS NULL OR event.unit_code = :unitCode)
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
    .map(({ value, numerator, denominator, ...event }) => ({
      ...event,
      value: value === null ? null : value / 10 ** valuePlaces,
      numerator: numerator === null ? null : Number(numerator),
      denominator: denominator === null ? null : Number(denominator),
    }))
}
