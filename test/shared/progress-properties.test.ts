import { compareStatus, Progress, ProgressStatus, progressOf } from '@moc57/shared'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyFigure, anyInput, anySeries } from '../support/arbitrary-progress.ts'
import { measured, paceStatuses, share } from '../support/make-progress.ts'
import { type Fraction, referenceProgress } from '../support/reference-progress.ts'

const runs = { numRuns: 3_000 }

describe('every state of an indicator', () => {
  test('has one status, and every field agrees with it', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const result = progressOf(input)
        const { status, next, value, period, targets, pace, forecast } = result
        expect(Progress.safeParse(result).error).toBeUndefined()
        expect(ProgressStatus.options).toContain(status)

        expect(next === null).toBe(status === 'noTarget')
        expect(value === null).toBe(period === null)
        if (next) {
          expect(value === null).toBe(status === 'noData')
          expect(next.gap === null).toBe(status === 'noData')
          expect(next.gap !== null && next.gap <= 0).toBe(status === 'achieved')
          expect(pace.anchor === null).toBe(status === 'noData')
        }
        for (const { lower, gap } of targets) expect(gap === null).toBe(lower === null || value === null)

        const underWay = [...paceStatuses, 'lost', 'insufficientData'].includes(status)
        expect(pace.ratio !== null).toBe(paceStatuses.includes(status))
        expect(pace.expected !== null).toBe(underWay)
        expect(pace.neededPerQuarter !== null).toBe(underWay)
        if (status === 'noTarget' || status === 'noData') expect(forecast).toBeNull()
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
    fc.assert(
      fc.property(anyInput, (input) => {
        const upright = {
          ...input,
          indicator: { ...input.indicator, direction: 'increase' as const },
          targets: input.targets.map((one) => ({ ...one, lower: one.lower && quarterPoint(one.lower) })),
          measurements: input.measurements.map(({ period, value }) =>
            measured(period, value && quarterPoint(value)),
          ),
        }
        const upsideDown = {
          ...upright,
          indicator: { ...input.indicator, direction: 'decrease' as const },
          targets: upright.targets.map((one) => ({ ...one, lower: mirrored(one.lower) })),
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
      expect(compareStatus(after.status, before.status)).toBeGreaterThanOrEqual(0)
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
  const near = (fraction: Fraction | null) => {
    if (fraction === null) return null
    const number = Number((fraction[0] * 10n ** 15n) / fraction[1]) / 1e15
    return expect.closeTo(number, Math.abs(number) > 1_000 ? 6 : 9)
  }

  test('agrees on thousands of random states, and all ten statuses come up', () => {
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
          milestone: result.next?.milestone ?? null,
          ratio: result.pace.ratio,
          expected: result.pace.expected,
          neededPerQuarter: result.pace.neededPerQuarter,
          anchor: result.pace.anchor,
          flags: result.flags.filter((flag) => flag !== 'overdue'),
        }).toEqual({
          value: near(reference.value),
          period: reference.period,
          gaps: reference.gaps.map(near),
          verdicts: reference.verdicts,
          milestone: reference.milestone,
          ratio: near(reference.ratio),
          expected: near(reference.expected),
          neededPerQuarter: near(reference.neededPerQuarter),
          anchor: reference.anchor && {
            period: reference.anchor.period,
            value: near(reference.anchor.value),
            assumed: reference.anchor.assumed,
          },
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
