import {
  type CountedMeasurement,
  type Direction,
  type MilestoneTarget,
  type ProgressInput,
  withoutBound,
} from '@moc57/shared'
import fc from 'fast-check'
import { measured, share } from './make-progress.ts'

/** Quarters of a narrow band of years, so that milestones, anchors and values meet often. */
export const anyQuarter = (from: number, to: number): fc.Arbitrary<string> =>
  fc
    .integer({ min: from * 4, max: to * 4 + 3 })
    .map((quarter) => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`)

/** A figure of at most four decimals; whole and equal ones often, so that boundaries are hit. */
export const anyFigure: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, 20, 60, 95, 100),
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 1_000_000 }).map((tenThousandths) => tenThousandths / 10_000),
)

const anyState = fc.constantFrom('approved', 'unverified') satisfies fc.Arbitrary<CountedMeasurement['state']>

const anyMeasurement = (period: fc.Arbitrary<string>): fc.Arbitrary<CountedMeasurement> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.tuple(period, anyFigure).map(([when, value]) => measured(when, value)) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(period, fc.nat(500), fc.nat(500))
        .map(([when, numerator, denominator]) => share(when, numerator, denominator)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(period, fc.option(anyFigure), anyState, fc.constantFrom(null, 'greaterThan' as const))
        .map(([when, value, state, comparator]) => measured(when, value, { state, comparator })),
    },
  )

/** At most one a period. */
export const anySeries = (from: number, to: number): fc.Arbitrary<CountedMeasurement[]> =>
  fc.uniqueArray(anyMeasurement(anyQuarter(from, to)), { selector: ({ period }) => period, maxLength: 9 })

type AnyTarget = {
  milestone: number
  bound: number
  kind: 'none' | 'unread' | 'plain' | 'strict' | 'range'
  wasInForce: boolean
}

const anyTargets: fc.Arbitrary<AnyTarget[]> = fc.uniqueArray(
  fc.record({
    milestone: fc.constantFrom(2025, 2026, 2028, 2030, 2035, 2040, 2045),
    bound: anyFigure,
    kind: fc.constantFrom('none', 'unread', 'plain', 'plain', 'plain', 'plain', 'strict', 'range'),
    wasInForce: fc.constantFrom(true, true, true, true, true, true, true, false),
  }),
  { selector: ({ milestone }) => milestone, maxLength: 5 },
)

/** A target whose bound counts in the direction. */
function targetFor({ milestone, bound, kind, wasInForce }: AnyTarget, direction: Direction): MilestoneTarget {
  if (kind === 'none' || kind === 'unread') {
    return { ...withoutBound(kind, kind === 'none' ? '-' : '…'), milestone, source: 'own', wasInForce }
  }
  const strict = kind === 'strict'
  const up = direction === 'increase'
  const isRange = kind === 'range'
  return {
    text: '',
    kind: isRange ? 'range' : up ? (strict ? 'moreThan' : 'atLeast') : strict ? 'lessThan' : 'atMost',
    lower: up ? bound : isRange ? bound - 10 : null,
    upper: up ? (isRange ? bound + 10 : null) : bound,
    strict,
    object: null,
    aspirational: false,
    milestone,
    source: 'own',
    wasInForce,
  }
}

export const anyDirection: fc.Arbitrary<Direction> = fc.constantFrom('increase', 'decrease')

/** Any state of an indicator that the store can hand over; mostly of 2025 to 2031, at times far beyond. */
export const anyInput: fc.Arbitrary<ProgressInput> = fc
  .record({
    asOf: fc.oneof(
      { weight: 5, arbitrary: anyQuarter(2025, 2031) },
      { weight: 1, arbitrary: anyQuarter(2032, 2047) },
    ),
    closed: anyQuarter(2025, 2032),
    indicator: fc.record({
      direction: anyDirection,
      naturalMaximum: fc.constantFrom(100, null),
      frequency: fc.constantFrom('quarterly' as const, 'yearly' as const),
      inForceFrom: fc.option(anyQuarter(2025, 2027), { freq: 2 }),
    }),
    targets: anyTargets,
    measurements: anySeries(2025, 2032),
  })
  .map(({ targets, ...input }) => ({
    ...input,
    targets: targets.map((target) => targetFor(target, input.indicator.direction)),
  }))
