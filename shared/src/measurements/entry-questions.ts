import { z } from 'zod'
import type { Comparator } from '../indicators/figure.ts'
import { exactBound, meetsTarget } from '../indicators/gap.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { MilestoneTarget } from '../indicators/milestone.ts'
import { type Quarter, quarterNumber } from '../quarter.ts'
import { compare, decimal, integer, median, multiply, negate, type Rational, subtract } from '../rational.ts'

/**
 * What is asked of an entered figure, and never refused: `jump`: it moves further than 20 points, what is no
 * share to ten times as much or to a tenth, or than the indicator's own history explains; `unchanged`: the same value
 * the fourth quarter running; `lostMilestone`: a milestone that was reached is not any more, whichever way is better;
 * `noSource`: no document is named; `allFull`: every share says 100 %.
 */
export const EntryQuestion = z.enum(['jump', 'unchanged', 'lostMilestone', 'noSource', 'allFull'])
export type EntryQuestion = z.infer<typeof EntryQuestion>

/** An approved value of an earlier quarter. */
export type EarlierValue = { period: Quarter; value: number }

/** Of a share, in points. */
const largestJump = integer(20)
/** What is counted has no points: there it is a digit too many, or one too few. */
const digit = integer(10)
/** How many times its usual move a value may move, once the history is long enough to know it. */
const unusualMove = integer(4)
const knownMoves = 4
/** A smaller move is worth no question, however still the indicator stood. */
const smallestJump = integer(1)
const sameQuarters = 4

type EnteredFigure = {
  period: Quarter
  value: number | null
  comparator: Comparator | null
  source: string | null
}
type AskedIndicator = Pick<Indicator, 'direction' | 'unitOfMeasure'>

/**
 * The questions that a figure raises; none where it is taken back.
 * @param earlier approved values of earlier quarters, oldest first
 * @param targets of the indicator; asked for only where there is a value to fall from
 */
export function questionsOfFigure(
  { period, value, comparator, source }: EnteredFigure,
  { direction, unitOfMeasure }: AskedIndicator,
  earlier: readonly EarlierValue[],
  targets: () => readonly MilestoneTarget[],
): EntryQuestion[] {
  if (value === null) return []
  const previous = earlier.at(-1)
  const meets = (given: number, comparator: Comparator | null) => (target: MilestoneTarget) => {
    const bound = exactBound(target, direction)
    return bound !== null && meetsTarget({ value: decimal(given), comparator }, bound, direction)
  }
  const reached = previous ? targets().filter(meets(previous.value, null)) : []
  const asked: [EntryQuestion, boolean][] = [
    ['jump', previous !== undefined && isJump(value, earlier, unitOfMeasure === '%')],
    ['unchanged', isUnchanged(period, value, earlier)],
    ['lostMilestone', !reached.every(meets(value, comparator))],
    ['noSource', source === null],
  ]
  return asked.flatMap(([question, isAsked]) => (isAsked ? [question] : []))
}

type AskedRow = Pick<Indicator, 'direction' | 'naturalMaximum'> & {
  current: { value: number | null } | null
  questions: readonly EntryQuestion[]
}

/** The rows of a quarter with the question that only all of them together raise. */
export function askedOfAll<Row extends AskedRow>(rows: readonly Row[]): Row[] {
  const isEntered = (row: Row) => canBeFull(row) && row.current !== null && row.current.value !== null
  const entered = rows.flatMap((row) => (isEntered(row) ? (row.current?.value ?? []) : []))
  if (!isAllFull(entered)) return [...rows]
  return rows.map((row) => (isEntered(row) ? { ...row, questions: [...row.questions, 'allFull'] } : row))
}

/** What 100 would be the best value of: counts, and what is to decrease, say nothing of copied figures. */
export function canBeFull({ direction, naturalMaximum }: Omit<AskedRow, 'current' | 'questions'>): boolean {
  return direction === 'increase' && naturalMaximum === 100
}

/** Whether every one of at least ten shares that can be full is 100: figures that look copied and not measured. */
export function isAllFull(values: readonly number[]): boolean {
  return values.length >= 10 && values.every((value) => value === 100)
}

function isJump(value: number, earlier: readonly EarlierValue[], isShare: boolean): boolean {
  const values = [...earlier.map((figure) => decimal(figure.value)), decimal(value)]
  const moves = values.slice(1).map((later, index) => magnitude(subtract(later, values[index] as Rational)))
  const latest = moves.at(-1) as Rational
  if (isShare && compare(latest, largestJump) > 0) return true
  if (compare(latest, smallestJump) < 0) return false
  const [before, now] = values.slice(-2) as [Rational, Rational]
  if (!isShare && before.n !== 0 && isDigitOff(before, now)) return true
  const usual = moves.slice(0, -1).filter(({ n }) => n !== 0)
  if (usual.length < knownMoves) return false
  return compare(latest, multiply(median(usual), unusualMove)) > 0
}

function isDigitOff(before: Rational, now: Rational): boolean {
  return compare(now, multiply(before, digit)) >= 0 || compare(multiply(now, digit), before) <= 0
}

function isUnchanged(period: Quarter, value: number, earlier: readonly EarlierValue[]): boolean {
  const before = earlier.slice(1 - sameQuarters)
  const areRunning = before.every(
    (figure, index) => quarterNumber(period) - quarterNumber(figure.period) === before.length - index,
  )
  return before.length === sameQuarters - 1 && areRunning && before.every((figure) => figure.value === value)
}

function magnitude(value: Rational): Rational {
  return value.n < 0 ? negate(value) : value
}
