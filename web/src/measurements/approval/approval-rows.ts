import { changeBetween, compareStatus, type Direction, type LeadBody, type Measurement } from '@moc57/shared'
import type { ApprovalRow } from '@moc57/shared/api'

/** A row whose figure was submitted and nobody has decided on. */
export type WaitingRow = ApprovalRow & { current: Measurement }

/** What waits, first what would stand worst. */
export function waitingRows(rows: readonly ApprovalRow[]): WaitingRow[] {
  return rows
    .filter((row): row is WaitingRow => row.current?.state === 'submitted')
    .sort((a, b) => compareStatus(a.status.proposed, b.status.proposed) || a.number - b.number)
}

/** A figure that was taken back leaves its row without one. */
export function hasFigure({ current }: ApprovalRow): boolean {
  return current !== null && (current.value !== null || current.denominator !== null)
}

/** The move from the quarter before; `null` where one of the two is not known. */
export function changeOf({ current, previous }: ApprovalRow): number | null {
  return current?.value == null || previous === null ? null : changeBetween(previous.value, current.value)
}

/** Which way is better decides whether a move is one for the better. */
export function isBetter(change: number, direction: Direction): boolean {
  return direction === 'increase' ? change > 0 : change < 0
}

export type QuarterChanges = {
  better: number
  worse: number
  unchanged: number
  /** Rows that would stand elsewhere than a quarter ago, worse ones first. */
  moved: { row: ApprovalRow; isWorse: boolean }[]
}

/** What the figures of the quarter change, approved or not. */
export function changesOf(rows: readonly ApprovalRow[]): QuarterChanges {
  const changes = rows.flatMap((row) => {
    const change = changeOf(row)
    return change === null ? [] : [{ change, direction: row.direction }]
  })
  const moves = changes.filter(({ change }) => change !== 0)
  const better = moves.filter(({ change, direction }) => isBetter(change, direction)).length
  const moved = rows.filter(hasFigure).flatMap((row) => {
    const { before, proposed } = row.status
    return before === null || before === proposed
      ? []
      : [{ row, isWorse: compareStatus(proposed, before) < 0 }]
  })
  return {
    better,
    worse: moves.length - better,
    unchanged: changes.length - moves.length,
    moved: moved.sort(
      (a, b) =>
        Number(b.isWorse) - Number(a.isWorse) || compareStatus(a.row.status.proposed, b.row.status.proposed),
    ),
  }
}

/** Who owes which figures; the body that owes the most first, `null` where no body is named. */
export function debtsOf(rows: readonly ApprovalRow[]): { body: LeadBody | null; rows: ApprovalRow[] }[] {
  const owed = rows
    .filter((row) => !hasFigure(row))
    .flatMap((row) => {
      const bodies = row.assignment?.leadBodies ?? []
      return (bodies.length > 0 ? bodies : [null]).map((body) => ({ body, row }))
    })
  return [...Map.groupBy(owed, ({ body }) => body?.id)]
    .map(([, debts]) => ({ body: debts[0]?.body ?? null, rows: debts.map(({ row }) => row) }))
    .sort((a, b) => b.rows.length - a.rows.length)
}

/** How many figures wait for whom else; `null` is any leader of the unit. */
export function othersWaiting(rows: readonly WaitingRow[]): { leader: string | null; count: number }[] {
  return [...Map.groupBy(rows, ({ assignment }) => assignment?.leader.name ?? null)].map(([leader, own]) => ({
    leader,
    count: own.length,
  }))
}

/** The figures of rows as they were seen, so that nothing newer is decided on unseen. */
export function seenFigures(rows: readonly WaitingRow[]): { number: number; revision: number }[] {
  return rows.map(({ number, current }) => ({ number, revision: current.revision }))
}
