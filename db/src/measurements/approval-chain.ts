import { max } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { prepared } from '../open/prepared.ts'
import { approvalLinks } from '../schema/approval-chain.ts'
import { canonicalJson, sha256 } from '../sql/canonical-json.ts'
import type { Deed } from '../sql/deed.ts'
import { inOneCommit } from '../sql/one-commit.ts'

/** Rows as the file has them, with the columns that are named here, so that a later version may add others. */
type Row = Record<string, string | number | null>

/** A figure with all that speaks for it: how it came to be approved, and the files behind it. */
export type ChainFigure = { measurement: Row; states: Row[]; evidence: Row[] }

/** What a link holds; its hash is the SHA-256 of this as canonical JSON. */
export type ChainContent = {
  unitCode: string
  sequence: number
  /** The hash of the link before; `null` for the first. */
  previous: string | null
  /** `opening` takes in what was approved before there was a chain. */
  kind: 'opening' | 'approval' | 'report'
  /** The quarter of an approval. */
  period: string | null
  by: string
  at: string
  figures: ChainFigure[]
  /** What was done with the quarter up to here. */
  events: Row[]
  reports: Row[]
  /** What is worked towards: the rows up to an id, by their hash. */
  plan: Record<PlanTable, { upTo: number; sha256: string }>
}

export type ChainLink = { sequence: number; hash: string; content: string }

const planTables = {
  targets:
    'id, unit_code, indicator_number, milestone, text, kind, lower, upper, strict, object, aspirational, effective_from',
  target_readings: 'id, target_id, kind, lower, upper, recorded_by, recorded_at',
} as const
export type PlanTable = keyof typeof planTables

const measurementColumns =
  'id, unit_code, indicator_number, period, revision, value, numerator, denominator, comparator, document_id, source, quotation, note, reason, statement, recorded_by, recorded_at'

const rowsOf = prepared(({ sqlite }) => ({
  measurement: sqlite.prepare(`SELECT ${measurementColumns} FROM measurements WHERE id = ?`),
  states: sqlite.prepare(
    'SELECT state, "by", "at", reason FROM measurement_states WHERE measurement_id = ? ORDER BY id',
  ),
  evidence: sqlite.prepare(
    'SELECT id, name, type, size, sha256, "by", "at" FROM evidence WHERE unit_code = ? AND indicator_number = ? AND period = ? ORDER BY id',
  ),
  events: sqlite.prepare(
    'SELECT action, reason, "by", "at" FROM submission_events WHERE unit_code = ? AND period = ? ORDER BY id',
  ),
  report: sqlite.prepare(
    'SELECT code, period, is_draft, addressee, content, "by", "at" FROM reports WHERE unit_code = ? AND code = ?',
  ),
  links: sqlite.prepare(
    'SELECT sequence, hash, content FROM approval_links WHERE unit_code = ? ORDER BY sequence',
  ),
  lastLink: sqlite.prepare(
    'SELECT sequence, hash FROM approval_links WHERE unit_code = ? ORDER BY sequence DESC LIMIT 1',
  ),
}))

/** A figure as the file has it now. */
export function readChainFigure(db: Database, id: number): ChainFigure | undefined {
  const rows = rowsOf(db)
  const measurement = rows.measurement.get(id) as Row | undefined
  if (!measurement) return undefined
  const { unit_code, indicator_number, period } = measurement
  return {
    measurement,
    states: rows.states.all(id) as Row[],
    evidence: rows.evidence.all(unit_code, indicator_number, period) as Row[],
  }
}

/** What was done with a quarter, in order. */
export function readChainEvents(db: Database, unitCode: string, period: string | null): Row[] {
  return period === null ? [] : (rowsOf(db).events.all(unitCode, period) as Row[])
}

/** A report as a link names it: by the hash of what it said. */
export function readChainReport(db: Database, unitCode: string, code: string): Row | undefined {
  const row = rowsOf(db).report.get(unitCode, code) as Row | undefined
  if (!row) return undefined
  const { content, ...report } = row
  return { ...report, sha256: sha256(String(content)) }
}

/** The rows of a table of plans up to an id, by their hash. */
export function digestOfPlan({ sqlite }: Database, table: PlanTable, upTo: number): string {
  const rows = sqlite.prepare(`SELECT ${planTables[table]} FROM ${table} WHERE id <= ? ORDER BY id`).all(upTo)
  return sha256(canonicalJson(rows))
}

/** The links of a unit's chain, in order. */
export function listChainLinks(db: Database, unitCode: string): ChainLink[] {
  return rowsOf(db).links.all(unitCode) as ChainLink[]
}

type NewLink = Deed & {
  unitCode: string
  kind: ChainContent['kind']
  period?: string
  measurementIds?: readonly number[]
  reportCodes?: readonly string[]
}

/** Appends a link in the commit of what it tells. */
export function appendChainLink(
  db: Database,
  { unitCode, kind, period, measurementIds = [], reportCodes = [], by, at }: NewLink,
): void {
  inOneCommit(db, () => {
    const last = rowsOf(db).lastLink.get(unitCode) as { sequence: number; hash: string } | undefined
    const sequence = (last?.sequence ?? 0) + 1
    const content = canonicalJson({
      unitCode,
      sequence,
      previous: last?.hash ?? null,
      kind,
      period: period ?? null,
      by,
      at,
      figures: measurementIds.map((id) => readChainFigure(db, id)).filter((figure) => figure !== undefined),
      events: readChainEvents(db, unitCode, period ?? null),
      reports: reportCodes
        .map((code) => readChainReport(db, unitCode, code))
        .filter((report) => report !== undefined),
      plan: planNow(db),
    } satisfies ChainContent)
    db.orm
      .insert(approvalLinks)
      .values({ unitCode, sequence, hash: sha256(content), content, at })
      .run()
  })
}

function planNow(db: Database): ChainContent['plan'] {
  const digest = (table: PlanTable) => {
    const { upTo } = db.sqlite.prepare(`SELECT coalesce(max(id), 0) AS upTo FROM ${table}`).get() as {
      upTo: number
    }
    return { upTo, sha256: digestOfPlan(db, table, upTo) }
  }
  return { targets: digest('targets'), target_readings: digest('target_readings') }
}

/**
 * Takes what was approved and made before there was a chain into one, once: a file that has a link anywhere has been
 * taken in, and what is not in its chain then is a break.
 */
export function openApprovalChains(db: Database, now: Date): void {
  inOneCommit(db, () => {
    const links =
      db.orm
        .select({ latest: max(approvalLinks.id) })
        .from(approvalLinks)
        .get()?.latest ?? null
    if (links !== null) return
    const figures = db.sqlite
      .prepare(
        `SELECT DISTINCT m.id, m.unit_code AS unitCode FROM measurements AS m
         JOIN measurement_states AS s ON s.measurement_id = m.id AND s.state = 'approved' ORDER BY m.id`,
      )
      .all() as { id: number; unitCode: string }[]
    const reports = db.sqlite
      .prepare('SELECT code, unit_code AS unitCode FROM reports ORDER BY id')
      .all() as {
      code: string
      unitCode: string
    }[]
    const measurementsOf = Map.groupBy(figures, ({ unitCode }) => unitCode)
    const reportsOf = Map.groupBy(reports, ({ unitCode }) => unitCode)
    for (const unitCode of new Set([...measurementsOf.keys(), ...reportsOf.keys()])) {
      appendChainLink(db, {
        unitCode,
        kind: 'opening',
        measurementIds: (measurementsOf.get(unitCode) ?? []).map(({ id }) => id),
        reportCodes: (reportsOf.get(unitCode) ?? []).map(({ code }) => code),
        by: 'moc57',
        at: now.toISOString(),
      })
    }
  })
}
