import {
  type AdministrativeUnit,
  type MeasurementState,
  type MilestoneTarget,
  type Quarter,
  quartersBetween,
} from '@moc57/shared'
import type { NewRevision } from '../measurements/measurements.ts'
import { denominatorOf } from './denominators.ts'
import { type Random, seededRandom } from './random.ts'

/** The quarters that the sample units report. */
export const sampleQuarters = quartersBetween('2025-Q1', '2026-Q3')
/** The quarter of the first milestone, from which the pace towards the next one counts. */
const anchor = sampleQuarters.indexOf('2025-Q4')

/** Indicators 4 and 5, 6G: not on the air yet. */
const sixthGeneration = new Set([4, 5])

export type SampleMeasurement = Pick<NewRevision, 'unitCode' | 'number' | 'period' | 'figure' | 'state'> & {
  /** Days after the due day. */
  daysLate: number
}

/** The targets of the reference plan by indicator; the figures are made to lie around them. */
type TargetsByIndicator = ReadonlyMap<number, readonly MilestoneTarget[]>

/**
 * Makes figures for every unit, indicator and quarter: the same in every run, plausible, and none of them real.
 * They climb from a baseline towards the target of 2030 at a pace of the unit's own.
 */
export function* sampleMeasurements(
  units: readonly AdministrativeUnit[],
  targets: TargetsByIndicator,
  periods: readonly Quarter[] = sampleQuarters,
): Generator<SampleMeasurement> {
  for (const unit of units) {
    const habits = habitsOf(seededRandom(Number(unit.code)), periods)
    for (const [number, milestones] of targets) {
      const random = seededRandom(Number(unit.code) * 100 + number)
      yield* measurementsOf(unit, number, milestones, habits, random)
    }
  }
}

/** How a unit works and reports: its pace (1 leads to the target in time), its first and last quarter. */
type Habits = {
  periods: readonly Quarter[]
  pace: number
  first: number
  last: number
  latestState: MeasurementState
  /** Quarter by quarter. */
  daysLate: number[]
}

function habitsOf(random: Random, periods: readonly Quarter[]): Habits {
  return {
    periods,
    pace: random.between(0.3, 1.5),
    // Some begin when the units of today were formed, on 01/7/2025.
    first: random.chance(0.15) ? 2 : 0,
    // Some have stopped reporting, a few have never reported.
    last: random.chance(0.03) ? -1 : random.chance(0.06) ? random.whole(anchor, 5) : periods.length - 1,
    latestState: random.chance(0.1) ? 'draft' : random.chance(0.05) ? 'submitted' : 'approved',
    daysLate: lateDays(random, periods),
  }
}

/** Most units send their figures by the due day, some every now and then after it. */
function lateDays(random: Random, periods: readonly Quarter[]): number[] {
  const lateness = random.chance(0.2) ? random.between(0.2, 0.8) : 0
  return periods.map(() => (random.chance(lateness) ? random.whole(1, 20) : 0))
}

function* measurementsOf(
  unit: AdministrativeUnit,
  number: number,
  milestones: readonly MilestoneTarget[],
  habits: Habits,
  random: Random,
): Generator<SampleMeasurement> {
  const levelAt = course(number, milestones, habits.pace, random)
  const figureOf = figureMaker(number, unit, random)
  const isReported = submissionStatusPattern(number, habits, random)
  for (const [index, period] of habits.periods.entries()) {
    const figure = figureOf(levelAt(index))
    const isMissing = random.chance(0.03)
    if (isMissing || !isReported(index)) continue
    const of = { unitCode: unit.code, number, period, daysLate: habits.daysLate[index] ?? 0 }
    const isLatest = index === habits.periods.length - 1
    yield { ...of, figure, state: isLatest ? habits.latestState : 'approved' }
    if (random.chance(0.01)) yield { ...of, figure: figureOf(levelAt(index) * 1.04), state: 'draft' }
  }
}

/** Which quarters of an indicator come in: most of them, few or none. */
function submissionStatusPattern(
  number: number,
  { first, last }: Habits,
  random: Random,
): (index: number) => boolean {
  const isSilent = random.chance(sixthGeneration.has(number) ? 0.6 : 0.05)
  const isOnce = random.chance(0.04)
  const ownLast = random.chance(0.08) ? Math.min(last, random.whole(anchor, 5)) : last
  if (isSilent) return () => false
  if (isOnce) return (index) => index === Math.min(anchor, last)
  return (index) => index >= first && index <= ownLast
}

/** The level an indicator has at each quarter, in percent. */
function course(
  number: number,
  milestones: readonly MilestoneTarget[],
  pace: number,
  random: Random,
): (index: number) => number {
  const path = milestones.filter(({ lower }) => lower !== null)
  const goal = path.find(({ milestone }) => milestone > 2025)
  if (sixthGeneration.has(number) || !goal) return () => 0
  const bound = goal.lower ?? 0
  const now = path.find(({ milestone }) => milestone === 2025)?.lower ?? bound * random.between(0.1, 0.5)
  const fate = random.between(0, 1)
  const hasReached = fate < 0.18
  const isLosing = fate < 0.06
  const isSliding = fate > 0.94
  const middle = hasReached
    ? bound * random.between(1, 1.04)
    : Math.min(now * random.between(0.78, 1.06), bound * random.between(0.88, 0.99))
  const start = middle * random.between(0.6, 0.92)
  const drift = isSliding ? random.between(-2, -0.3) : pace * random.between(0.65, 1.35)
  const slope = isLosing
    ? -bound * random.between(0.015, 0.05)
    : (drift * Math.abs(bound - middle)) / (4 * (goal.milestone - 2025))
  return (index) => {
    const steady =
      index < anchor ? start + ((middle - start) * index) / anchor : middle + slope * (index - anchor)
    return Math.min(100, Math.max(0, steady + bound * random.between(-0.001, 0.001)))
  }
}

/** Gives a level as what would be reported: two counts, or a value with as many decimals as one would state. */
function figureMaker(
  number: number,
  { type }: AdministrativeUnit,
  random: Random,
): (level: number) => SampleMeasurement['figure'] {
  const denominatorNow = denominatorOf(number, type, random)
  if (!denominatorNow) return (level) => ({ value: Number(level.toFixed(level < 5 ? 2 : 1)) })
  return (level) => {
    const denominator = denominatorNow()
    return { numerator: Math.min(denominator, Math.round((level * denominator) / 100)), denominator }
  }
}
