import type { ChainBreak, ChainBreakKind } from '@moc57/shared'
import type { Database } from '../open/open.ts'
import { canonicalJson, sha256 } from '../sql/canonical-json.ts'
import {
  type ChainContent,
  type ChainFigure,
  type ChainLink,
  digestOfPlan,
  listChainLinks,
  type PlanTable,
  readChainEvents,
  readChainFigure,
  readChainReport,
} from './approval-chain.ts'

/** What was checked of a unit: how many links and approved figures, and where its chain breaks first. */
export type CheckedChain = { links: number; figures: number; firstBreak: ChainBreak | null }

/** The units that have a chain, or approved figures or reports that should stand in one. */
export function unitsWithChains({ sqlite }: Database): string[] {
  return sqlite
    .prepare(
      `SELECT unit_code FROM approval_links UNION SELECT unit_code FROM reports UNION
       SELECT m.unit_code FROM measurements AS m
       JOIN measurement_states AS s ON s.measurement_id = m.id AND s.state = 'approved' ORDER BY 1`,
    )
    .pluck()
    .all() as string[]
}

/** Checks a unit's whole chain against itself and against the rows it speaks of. */
export function verifyChain(db: Database, unitCode: string): CheckedChain {
  const links = listChainLinks(db, unitCode)
  const chained = { figures: new Set<number>(), reports: new Set<string>() }
  const planDigests = new Map<string, string>()
  let previous: string | null = null
  let firstBreak: ChainBreak | null = null
  for (const [index, link] of links.entries()) {
    const content = readLink(link, { unitCode, sequence: index + 1, previous })
    if (typeof content === 'string') {
      firstBreak = { unitCode, sequence: index + 1, kind: content, number: null, period: null, at: null }
      break
    }
    const found = brokenRow(db, content, planDigests)
    if (found) {
      firstBreak = { unitCode, sequence: index + 1, at: content.at, number: null, period: null, ...found }
      break
    }
    for (const { measurement } of content.figures) chained.figures.add(Number(measurement.id))
    for (const { code } of content.reports) chained.reports.add(String(code))
    previous = link.hash
  }
  firstBreak ??= unchainedRow(db, unitCode, chained)
  return { links: links.length, figures: chained.figures.size, firstBreak }
}

/** The content of a link that is what it was hashed as and follows the one before; otherwise what is wrong with it. */
export function readLink(
  { sequence, hash, content }: ChainLink,
  expected: { unitCode: string; sequence: number; previous: string | null },
): ChainContent | 'content' | 'order' {
  if (sha256(content) !== hash) return 'content'
  const read = JSON.parse(content) as ChainContent
  const follows =
    sequence === expected.sequence &&
    read.sequence === expected.sequence &&
    read.unitCode === expected.unitCode &&
    read.previous === expected.previous
  return follows ? read : 'order'
}

type Found = { kind: ChainBreakKind; number?: number; period?: string | null }

function brokenRow(db: Database, content: ChainContent, planDigests: Map<string, string>): Found | undefined {
  for (const figure of content.figures) {
    const kind = brokenPart(figure, readChainFigure(db, Number(figure.measurement.id)))
    const { indicator_number: number, period } = figure.measurement
    if (kind) return { kind, number: Number(number), period: String(period) }
  }
  const { unitCode, period } = content
  if (!begins(content.events, readChainEvents(db, unitCode, period))) return { kind: 'event', period }
  for (const report of content.reports) {
    const code = String(report.code)
    if (!isSame(report, readChainReport(db, unitCode, code))) {
      return { kind: 'report', period: String(report.period) }
    }
  }
  for (const [table, { upTo, sha256 }] of Object.entries(content.plan)) {
    const key = `${table} ${upTo}`
    const digest = planDigests.get(key) ?? digestOfPlan(db, table as PlanTable, upTo)
    planDigests.set(key, digest)
    if (digest !== sha256) return { kind: 'plan' }
  }
  return undefined
}

function brokenPart(linked: ChainFigure, stored: ChainFigure | undefined): ChainBreakKind | undefined {
  if (!stored || !isSame(linked.measurement, stored.measurement)) return 'figure'
  if (!begins(linked.states, stored.states)) return 'state'
  return begins(linked.evidence, stored.evidence) ? undefined : 'evidence'
}

function unchainedRow(
  { sqlite }: Database,
  unitCode: string,
  chained: { figures: Set<number>; reports: Set<string> },
): ChainBreak | null {
  const ofUnit = { unitCode, sequence: null, number: null, at: null }
  const approved = sqlite
    .prepare(
      `SELECT DISTINCT m.id, m.indicator_number AS number, m.period FROM measurements AS m
       JOIN measurement_states AS s ON s.measurement_id = m.id AND s.state = 'approved'
       WHERE m.unit_code = ? ORDER BY m.id`,
    )
    .all(unitCode) as { id: number; number: number; period: string }[]
  const figure = approved.find(({ id }) => !chained.figures.has(id))
  if (figure) return { ...ofUnit, kind: 'unchained', number: figure.number, period: figure.period }
  const reports = sqlite
    .prepare('SELECT code, period FROM reports WHERE unit_code = ? ORDER BY id')
    .all(unitCode) as { code: string; period: string }[]
  const report = reports.find(({ code }) => !chained.reports.has(code))
  return report ? { ...ofUnit, kind: 'unchainedReport', period: report.period } : null
}

function isSame(one: unknown, other: unknown): boolean {
  return other !== undefined && canonicalJson(one) === canonicalJson(other)
}

/** Whether a log, which only grows, begins with what was linked of it. */
function begins(linked: readonly unknown[], stored: readonly unknown[]): boolean {
  return isSame(linked, stored.slice(0, linked.length))
}
