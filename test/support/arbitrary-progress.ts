import type { CountedMeasurement, Direction, MilestoneTarget, ProgressInput } from '@moc57/shared'
import fc from 'fast-check'
import { measured, share, target } from './make-progress.ts'

/** Quarters of a narrow band of years, so that milestones, anchors and values meet often. */
export const anyPeriod = (from: number, to: number): fc.Arbitrary<string> =>
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
        .tuple(period, fc.option(anyFigure), anyState)
        .map(([when, value, state]) => measured(when, value, { state })),
    },
  )

/** At most one a period. */
export const anySeries = (from: number, to: number): fc.Arbitrary<CountedMeasurement[]> =>
  fc.uniqueArray(anyMeasurement(anyPeriod(from, to)), { selector: ({ period }) => period, maxLength: 9 })

const anyTargets: fc.Arbitrary<MilestoneTarget[]> = fc.uniqueArray(
  fc
    .tuple(
      fc.constantFrom(2025, 2026, 2028, 2030, 2035, 2040, 2045),
      fc.option(anyFigure, { freq: 4 }),
      fc.boolean(),
    )
    .map(([milestone, lower, isRange]) =>
      target(milestone, lower, lower !== null && isRange ? lower + 10 : null),
    ),
  { selector: ({ milestone }) => milestone, maxLength: 5 },
)

export const anyDirection: fc.Arbitrary<Direction> = fc.constantFrom('increase', 'decrease')

/** Any state of an indicator that the store can hand over; mostly of 2025 to 2031, at times far beyond. */
export const anyInput: fc.Arbitrary<ProgressInput> = fc.record({
  asOf: fc.oneof(
    { weight: 5, arbitrary: anyPeriod(2025, 2031) },
    { weight: 1, arbitrary: anyPeriod(2032, 2047) },
  ),
  closed: anyPeriod(2025, 2032),
  indicator: fc.record({
    direction: anyDirection,
    naturalMaximum: fc.constantFrom(100, null),
    frequency: fc.constantFrom('quarterly' as const, 'yearly' as const),
    inForceFrom: fc.option(anyPeriod(2025, 2027), { freq: 2 }),
  }),
  targets: anyTargets,
  measurements: anySeries(2025, 2032),
})
