import { z } from 'zod'
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
const sameQuarters = 4

export type EnteredFigure = {
  period: ReportingPeriod
  value: number
  source: string | null
  /** Approved values of earlier quarters, oldest first. */
  earlier: readonly EarlierValue[]
  /** The bound of the latest milestone that the previous value met. */
  reachedBound: number | null
}

/** The questions that one figure raises. */
export function questionsOf({
  period,
  value,
  source,
  earlier,
  reachedBound,
}: EnteredFigure): EntryQuestion[] {
  const previous = earlier.at(-1)
  const asked: [EntryQuestion, boolean][] = [
    ['jump', previous !== undefined && isJump(value, earlier)],
    ['unchanged', isUnchanged(period, value, earlier)],
    ['lostMilestone', reachedBound !== null && value < reachedBound],
    ['noSource', source === null],
  ]
  return asked.flatMap(([question, isAsked]) => (isAsked ? [question] : []))
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
