import {
  boundOf,
  compareStatus,
  type MilestoneTarget,
  Progress,
  ProgressStatus,
  progressOf,
  statusClass,
} from '@moc57/shared'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyFigure, anyInput, anySeries } from '../../support/arbitrary-progress.ts'
import { measured, paceStatuses, share } from '../../support/make-progress.ts'
import { type Fraction, referenceProgress } from '../../support/reference-progress.ts'

const runs = { numRuns: 3_000 }

describe('every state of an indicator', () => {
  test('has one status, and every field agrees with it', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const result = progressOf(input)
        const { status, next, value, period, targets, pace, forecast, missingShare } = result
        expect(Progress.safeParse(result).error).toBeUndefined()
        expect(ProgressStatus.options).toContain(status)

        expect(next === null).toBe(status === 'noTarget')
        expect(next?.kind === 'unread').toBe(status === 'unreadTarget')
        expect(value === null).toBe(period === null)
        if (status === 'noData') expect(missingShare).toBeNull()
        if (status === 'achieved') expect(missingShare).toBe(0)
        if (missingShare !== null) expect(missingShare).toBeGreaterThanOrEqual(0)
        for (const target of targets) {
          const hasBound = boundOf(target, input.indicator.direction) !== null
          expect(target.gap === null).toBe(!hasBound || value === null)
          if (target.verdict) expect(target.isDue && hasBound).toBe(true)
          expect(target.judged === null).toBe(target.verdict === null || target.verdict === 'notReported')
        }

        const hasPace = paceStatuses.includes(status)
        if (pace.ratio !== null) expect(hasPace).toBe(true)
        if (pace.expected !== null) expect(hasPace || status === 'lost').toBe(true)
        if (['achieved', 'missed', 'noData', 'noTarget', 'unreadTarget', 'notYetDue'].includes(status)) {
          expect(pace).toMatchObject({ ratio: null, expected: null, neededPerQuarter: null })
        }
        if (status === 'noTarget' || status === 'unreadTarget' || value === null) expect(forecast).toBeNull()
      }),
      runs,
    )
  })

  test('is seen the same in whatever order values and targets were entered', () => {
    const shuffled = anyInput.chain((input) =>
      fc.record({
        input: fc.constant(input),
        measurements: fc.shuffledSubarray(input.measurements.slice(), {
          minLength: input.measurements.length,
        }),
        targets: fc.shuffledSubarray(input.targets.slice(), { minLength: input.targets.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ input, measurements, targets }) => {
        const before = progressOf(input)
        const after = progressOf({ ...input, measurements, targets })
        const byYear = (result: Progress) => result.targets.toSorted((a, b) => a.milestone - b.milestone)
        expect({ ...after, targets: byYear(after) }).toEqual({ ...before, targets: byYear(before) })
      }),
      runs,
    )
  })

  test('is not changed by what is measured later', () => {
    fc.assert(
      fc.property(anyInput, anySeries(2025, 2033), (input, more) => {
        const later = more.filter(
          ({ period }) => period > input.asOf && !input.measurements.some((known) => known.period === period),
        )
        const without = input.measurements.filter(({ period }) => period <= input.asOf)
        expect(progressOf({ ...input, measurements: [...later, ...input.measurements] })).toEqual(
          progressOf({ ...input, measurements: without }),
        )
      }),
      runs,
    )
  })

  test('is left as it was handed in', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const before = structuredClone(input)
        progressOf(input)
        expect(input).toEqual(before)
      }),
    )
  })

  test('stays when numerator and denominator grow alike', () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 2, max: 1_000 }), (input, factor) => {
        const scaled = input.measurements.map((measurement) => ({
          ...measurement,
          numerator: measurement.numerator && measurement.numerator * factor,
          denominator: measurement.denominator && measurement.denominator * factor,
        }))
        expect(progressOf({ ...input, measurements: scaled })).toEqual(progressOf(input))
      }),
      runs,
    )
  })

  test('is the same for a share and for its value where that is exact', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(100), (input, percent) => {
        const others = input.measurements.filter(({ period }) => period !== input.asOf)
        const withLatest = (latest: (typeof others)[number]) =>
          progressOf({ ...input, measurements: [...others, latest] })
        expect(withLatest(share(input.asOf, percent, 100))).toEqual(withLatest(measured(input.asOf, percent)))
      }),
      runs,
    )
  })

  test('reads the same upside down: to raise v to T is to lower 100 − v to 100 − T', () => {
    // Quarters of a point, so that 100 − v is exact.
    const quarterPoint = (figure: number) => Math.round(figure * 4) / 4
    const mirrored = (figure: number | null) => (figure === null ? null : 100 - figure)
    const floorAt = (one: MilestoneTarget, lower: number) =>
      one.kind === 'none' || one.kind === 'unread' ? one : { ...one, lower, upper: null }
    fc.assert(
      fc.property(anyInput, (input) => {
        const upright = {
          ...input,
          indicator: { ...input.indicator, direction: 'increase' as const },
          targets: input.targets.map((one) => floorAt(one, quarterPoint(one.lower ?? one.upper ?? 0))),
          measurements: input.measurements.map(({ period, value }) =>
            measured(period, value && quarterPoint(value)),
          ),
        }
        const upsideDown = {
          ...upright,
          indicator: { ...input.indicator, direction: 'decrease' as const },
          targets: upright.targets.map((one) => ({ ...one, lower: null, upper: mirrored(one.lower) })),
          measurements: upright.measurements.map((one) => ({ ...one, value: mirrored(one.value) })),
        }
        const [a, b] = [progressOf(upright), progressOf(upsideDown)]
        expect(b.status).toBe(a.status)
        expect(b.pace.ratio).toBe(a.pace.ratio)
        expect(b.targets.map(({ gap, verdict }) => [gap, verdict])).toEqual(
          a.targets.map(({ gap, verdict }) => [gap, verdict]),
        )
      }),
      runs,
    )
  })
})

test('a better latest value, the anchor fixed before it, never lowers the status and never widens a gap', () => {
  let compared = 0
  fc.assert(
    fc.property(anyInput, anyFigure, (input, improvement) => {
      const before = progressOf(input)
      const latest = input.measurements.find(({ period }) => period === before.period)
      if (!latest || latest.value === null || before.pace.anchor === null) return
      if (before.pace.anchor.period >= latest.period) return
      const value = latest.value + (input.indicator.direction === 'increase' ? improvement : -improvement)
      const others = input.measurements.filter((one) => one !== latest)
      const after = progressOf({ ...input, measurements: [...others, measured(latest.period, value)] })

      compared += 1
      const judged = (status: ProgressStatus) => statusClass[status] !== 'neither'
      if (judged(before.status) && judged(after.status)) {
        expect(compareStatus(after.status, before.status)).toBeGreaterThanOrEqual(0)
      }
      before.targets.forEach(({ gap }, index) => {
        const now = after.targets[index]?.gap ?? null
        if (gap === null || now === null) expect(now).toBe(gap)
        else expect(now).toBeLessThanOrEqual(gap)
      })
      if (before.pace.ratio !== null && after.pace.ratio !== null)
        expect(after.pace.ratio).toBeGreaterThanOrEqual(before.pace.ratio)
    }),
    { numRuns: 5_000 },
  )
  expect(compared).toBeGreaterThan(500)
})

describe('a second engine, written from the contract alone', () => {
  /** As it goes out: four decimals, but never across a limit, which is at most one of the last place. */
  const out = (fraction: Fraction | null) => {
    if (fraction === null) return null
    const number = Number((fraction[0] * 10n ** 15n) / fraction[1]) / 1e15
    return expect.closeTo(number, 3)
  }
  /** Of ten-thousandths, in the unit of measure. */
  const fraction4 = ([n, d]: Fraction): Fraction => [n, d * 10_000n]
  const points = (value: bigint | null) => (value === null ? null : Number(value) / 10_000)

  test('agrees on thousands of random states, and all twelve statuses come up', () => {
    const met = new Map<string, number>()
    fc.assert(
      fc.property(anyInput, (input) => {
        const result = progressOf(input)
        const reference = referenceProgress(input)
        met.set(reference.status, (met.get(reference.status) ?? 0) + 1)
        expect(result.status).toBe(reference.status)
        expect({
          value: result.value,
          period: result.period,
          gaps: result.targets.map(({ gap }) => gap),
          verdicts: result.targets.map(({ verdict }) => verdict),
          judged: result.targets.map(({ judged }) => judged?.period ?? null),
          milestone: result.next?.milestone ?? null,
          ratio: result.pace.ratio,
          expected: result.pace.expected,
          neededPerQuarter: result.pace.neededPerQuarter,
          missingShare: result.missingShare,
          anchor: result.pace.anchor,
          flags: result.flags,
        }).toEqual({
          value: points(reference.value),
          period: reference.period,
          gaps: reference.gaps.map(points),
          verdicts: reference.verdicts,
          judged: reference.judged,
          milestone: reference.milestone,
          ratio: out(reference.ratio),
          expected: out(reference.expected && fraction4(reference.expected)),
          neededPerQuarter: out(reference.neededPerQuarter && fraction4(reference.neededPerQuarter)),
          missingShare: out(reference.missingShare),
          anchor: reference.anchor && { ...reference.anchor, value: points(reference.anchor.value) },
          flags: reference.flags,
        })
      }),
      { numRuns: 10_000 },
    )
    expect([...met.keys()].sort()).toEqual([...ProgressStatus.options].sort())
    for (const times of met.values()) expect(times).toBeGreaterThan(10)
  })

  test('agrees one ten-thousandth on either side of every band', () => {
    const onABand = fc.record({
      baseline: fc.nat(80),
      way: fc.integer({ min: 1, max: 20 }),
      quarters: fc.integer({ min: 1, max: 19 }),
      band: fc.constantFrom(95, 60, 0, 100),
      off: fc.constantFrom(-1, 0, 1),
    })
    fc.assert(
      fc.property(anyInput, onABand, (input, { baseline, way, quarters, band, off }) => {
        const tenThousandths = baseline * 10_000 + way * quarters * band * 5 + off
        const asOf = `${2025 + Math.floor((3 + quarters) / 4)}-Q${((3 + quarters) % 4) + 1}`
        const given = {
          ...input,
          asOf,
          indicator: { ...input.indicator, direction: 'increase' as const },
          targets: [2025, 2030].map((milestone) => ({
            milestone,
            text: '',
            kind: 'atLeast' as const,
            lower: baseline + way,
            upper: null,
            strict: false,
            object: null,
            aspirational: false,
            source: 'own' as const,
            wasInForce: true,
          })),
          measurements: [measured('2025-Q4', baseline), measured(asOf, tenThousandths / 10_000)],
        }
        const { status } = progressOf(given)
        expect(status).toBe(referenceProgress(given).status)
        if (band === 95) expect(status).toBe(off < 0 ? 'needsAcceleration' : 'onTrack')
        if (band === 60) expect(status).toBe(off < 0 ? 'behind' : 'needsAcceleration')
        if (band === 0) expect(status).toBe(off < 0 ? 'regressing' : 'behind')
      }),
      runs,
    )
  })
})
