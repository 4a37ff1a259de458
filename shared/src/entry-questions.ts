import { z } from 'zod'
import type { MilestoneTarget } from './milestone.ts'
import { compare, decimal, integer, median, multiply, negate, type Rational, subtract } from './rational.ts'
import { quarterNumber, type ReportingPeriod } from './reporting-period.ts'

/**
 * What is asked of an entered figure, and never refused: `jump`: it moves further than 20 points, or than the
 * indicator's own history explains; `unchanged`: the same value the fourth quarter running; `lostMilestone`: it falls
 * from a milestone that was reached; `noSource`: no document is named; `allFull`: every row says 100.
 */
export const EntryQuestion = z.enum(['jump', 'unchanged', 'lostMilestone', 'noSource', 'allFull'])
export type EntryQuestion = z.infer<typeof EntryQuestion>

/** An approved value of an earlier quarter. */
export type EarlierValue = { period: ReportingPeriod; value: number }

const largestJump = integer(20)
/** How many times its usual move a value may move, once the history is long enough to know it. */
const unusualMove = integer(4)
const knownMoves = 4
/** A smaller move is worth no question, however still the indicator stood. */
const smallestJump = integer(1)
const sameQuarters = 4

type EnteredFigure = { period: ReportingPeriod; value: number | null; source: string | null }

/**
 * The questions that a figure raises; none where it is taken back.
 * @param earlier approved values of earlier quarters, oldest first
 * @param targets of the indicator; asked for only where there is a value to fall from
 */
export function questionsOfFigure(
  { period, value, source }: EnteredFigure,
  earlier: readonly EarlierValue[],
  targets: () => readonly MilestoneTarget[],
): EntryQuestion[] {
  if (value === null) return []
  const previous = earlier.at(-1)
  const reached = previous
    ? targets().flatMap(({ lower }) => (lower !== null && previous.value >= lower ? [lower] : []))
    : []
  const asked: [EntryQuestion, boolean][] = [
    ['jump', previous !== undefined && isJump(value, earlier)],
    ['unchanged', isUnchanged(period, value, earlier)],
    ['lostMilestone', reached.some((bound) => value < bound)],
    ['noSource', source === null],
  ]
  return asked.flatMap(([question, isAsked]) => (isAsked ? [question] : []))
}

type AskedRow = { current: { value: number | null } | null; questions: readonly EntryQuestion[] }

/** The rows of a quarter with the question that only all of them together raise. */
export function askedOfAll<Row extends AskedRow>(rows: readonly Row[]): Row[] {
  const entered = rows.flatMap(({ current }) => (current && current.value !== null ? [current.value] : []))
  if (!isAllFull(entered)) return [...rows]
  return rows.map((row) =>
    row.current && row.current.value !== null ? { ...row, questions: [...row.questions, 'allFull'] } : row,
  )
}

/** Whether every one of at least ten entered values is 100: figures that look copied and not measured. */
export function isAllFull(values: readonly number[]): boolean {
  return values.length >= 10 && values.every((value) => value === 100)
}

function isJump(value: number, earlier: readonly EarlierValue[]): boolean {
  const values = [...earlier.map((figure) => decimal(figure.value)), decimal(value)]
  const moves = values.slice(1).map((later, index) => magnitude(subtract(later, values[index] as Rational)))
  const latest = moves.at(-1) as Rational
  if (compare(latest, largestJump) > 0) return true
  if (compare(latest, smallestJump) < 0) return false
  const usual = moves.slice(0, -1).filter(({ n }) => n !== 0)
  if (usual.length < knownMoves) return false
  return compare(latest, multiply(median(usual), unusualMove)) > 0
}

function isUnchanged(period: ReportingPeriod, value: number, earlier: readonly EarlierValue[]): boolean {
  const before = earlier.slice(1 - sameQuarters)
  const areRunning = before.every(
    (figure, index) => quarterNumber(period) - quarterNumber(figure.period) === before.length - index,
  )
  return before.length === sameQuarters - 1 && areRunning && before.every((figure) => figure.value === value)
}

function magnitude(value: Rational): Rational {
  return value.n < 0 ? negate(value) : value
}
