import { type Direction, Progress, type ProgressStatus, progressOf } from '@moc57/shared'
import { describe, expect, test } from 'vitest'
import {
  afterFirstMilestone,
  indicatorOne,
  measured,
  onTheWay,
  progressInput,
  share,
  target,
  targets,
} from '../../support/make-progress.ts'

const resultOf = (overrides: Parameters<typeof progressInput>[0]) => progressOf(progressInput(overrides))

/** A number of the table as it goes out: of four decimals. */
const about = (number: number | null) => (number === null ? null : expect.closeTo(number, 4))

describe('the worked table: measured at the end of 2025, on the way to the end of 2030', () => {
  type Row = [
    baseline: number,
    goal: number,
    quarters: number,
    value: number,
    ratio: number | null,
    expected: number | null,
    status: ProgressStatus,
    direction?: Direction,
  ]
  test.each<Row>([
    [20, 60, 1, 22, 1, 22, 'onTrack'],
    [20, 60, 1, 21.9, 0.95, 22, 'onTrack'],
    [20, 60, 1, 21.89, 0.945, 22, 'needsAcceleration'],
    [20, 60, 6, 28, 2 / 3, 32, 'needsAcceleration'],
    [20, 60, 6, 27.2, 0.6, 32, 'needsAcceleration'],
    [20, 60, 6, 27.19, 719 / 1200, 32, 'behind'],
    [20, 60, 6, 20, 0, 32, 'behind'],
    [20, 60, 6, 19.9, -1 / 120, 32, 'regressing'],
    [20, 60, 6, 60, null, null, 'achieved'],
    [20, 60, 20, 59.9, null, null, 'missed'],
    [20, 60, 20, 60, null, null, 'achieved'],
    [0, 100, 1, 5, 1, 5, 'onTrack'],
    [0, 100, 1, 0, 0, 5, 'behind'],
    [0, 100, 4, 1, 0.05, 20, 'behind'],
    [98, 100, 5, 98.5, 1, 98.5, 'onTrack'],
    [70, 60, 2, 65, null, null, 'achieved'],
    [70, 60, 2, 55, null, 60, 'lost'],
    [100, 100, 1, 100, null, null, 'achieved'],
    [100, 100, 1, 99, null, 100, 'lost'],
    [40, 100, 4, 48, 2 / 3, 52, 'needsAcceleration'],
    [40, 100, 4, 44, 1 / 3, 52, 'behind'],
    [40, 100, 4, 39, -1 / 12, 52, 'regressing'],
    [10, 0, 2, 9, 1, 9, 'onTrack', 'decrease'],
    [10, 0, 2, 9.5, 0.5, 9, 'behind', 'decrease'],
    [10, 0, 2, 10.5, -0.5, 9, 'regressing', 'decrease'],
    [10, 0, 2, 0, null, null, 'achieved', 'decrease'],
    // The same edges on the way down.
    [60, 20, 1, 58.1, 0.95, 58, 'onTrack', 'decrease'],
    [60, 20, 1, 58.11, 0.945, 58, 'needsAcceleration', 'decrease'],
    [60, 20, 6, 52.8, 0.6, 48, 'needsAcceleration', 'decrease'],
    [60, 20, 6, 52.81, 719 / 1200, 48, 'behind', 'decrease'],
    [60, 20, 6, 60, 0, 48, 'behind', 'decrease'],
    [60, 20, 6, 60.1, -1 / 120, 48, 'regressing', 'decrease'],
    [60, 20, 20, 20.0001, null, null, 'missed', 'decrease'],
    [60, 20, 20, 20, null, null, 'achieved', 'decrease'],
    [10, 20, 2, 25, null, 20, 'lost', 'decrease'],
  ])('%d → %d after %i of 20 quarters at %d: pace %d, expected %d, %s', (...row) => {
    const [baseline, goal, quarters, value, ratio, expected, status, direction = 'increase'] = row
    const result = progressOf(onTheWay({ baseline, goal, quarters, value, direction }))
    expect({ status: result.status, ...result.pace }).toMatchObject({
      status,
      ratio: about(ratio),
      expected: about(expected),
    })
  })

  test('20 → 60 at 28 after 6 of 20 quarters needs 2.2857 a quarter', () =>
    expect(
      progressOf(onTheWay({ baseline: 20, goal: 60, quarters: 6, value: 28 })).pace.neededPerQuarter,
    ).toBe(2.2857))

  test.each([1, 3, 6, 7, 11, 13, 19])(
    'after %i quarters the bands begin exactly at 95, 60 and 0 hundredths of the pace, at every scale',
    (quarters) => {
      const statusAt = (scale: number, hundredths: number, tenThousandthsOff: number) => {
        const steps = 4 * quarters * hundredths * scale
        const value = (steps + tenThousandthsOff) / 10_000
        return progressOf(onTheWay({ baseline: 0, goal: (4 * 20 * 100 * scale) / 10_000, quarters, value }))
          .status
      }
      for (let scale = 1; scale <= 120; scale += 1) {
        expect(statusAt(scale, 95, 0)).toBe('onTrack')
        expect(statusAt(scale, 95, -1)).toBe('needsAcceleration')
        expect(statusAt(scale, 60, 0)).toBe('needsAcceleration')
        expect(statusAt(scale, 60, -1)).toBe('behind')
        expect(statusAt(scale, 0, 0)).toBe('behind')
        expect(statusAt(scale, 0, -1)).toBe('regressing')
      }
    },
  )
})

describe('indicator 1 of Kiến An: ≥60 % by the end of 2025, 100 % by the end of 2030', () => {
  test('40 at 2025-Q4 and 48 at 2026-Q4: Cần tăng tốc, 52 points missing for 2030, 3.25 needed a quarter', () => {
    const result = resultOf({
      asOf: '2026-Q4',
      measurements: [measured('2025-Q4', 40), measured('2026-Q4', 48)],
    })
    expect(result).toMatchObject({
      value: 48,
      period: '2026-Q4',
      status: 'needsAcceleration',
      next: { milestone: 2030, lower: 100, gap: 52 },
      pace: {
        ratio: about(2 / 3),
        expected: 52,
        neededPerQuarter: 3.25,
        anchor: { period: '2025-Q4', value: 40, assumed: false },
      },
      flags: [],
    })
    expect(result.targets.map(({ verdict }) => verdict)).toEqual(['missed', null, null, null, null])
  })

  test('only 40 at 2025-Q4, seen at 2026-Q3: Chưa đánh giá được, the gap is known and the pace is not', () =>
    expect(resultOf({ measurements: [measured('2025-Q4', 40)] })).toMatchObject({
      value: 40,
      status: 'insufficientData',
      next: { milestone: 2030, gap: 60 },
      pace: { ratio: null, expected: null, neededPerQuarter: about(60 / 17) },
      forecast: null,
    }))

  test('no measurement at all: Chưa có số liệu, all five gaps empty', () => {
    const result = resultOf({ measurements: [] })
    expect(result).toMatchObject({
      value: null,
      period: null,
      status: 'noData',
      next: { milestone: 2030, lower: 100, gap: null },
      pace: { ratio: null, expected: null, neededPerQuarter: null, anchor: null },
      forecast: null,
    })
    expect(result.targets.map(({ gap }) => gap)).toEqual([null, null, null, null, null])
  })

  test('a ward that climbs from 40 to 44 after missing 60 is slow, not regressing', () =>
    expect(
      resultOf({ asOf: '2026-Q4', measurements: [measured('2025-Q4', 40), measured('2026-Q4', 44)] }).status,
    ).toBe('behind'))
})

describe('the first status of the table that fits is the one', () => {
  const none = targets(null, null, null, null, null)
  type Given = Parameters<typeof progressInput>[0]
  test.each<[fact: string, given: Given, status: ProgressStatus]>([
    ['no milestone has a target', { targets: none, measurements: [measured('2026-Q3', 5)] }, 'noTarget'],
    ['no milestone has a target and nothing was measured', { targets: none }, 'noTarget'],
    ['the plan names no milestone', { targets: [] }, 'noTarget'],
    ['nothing was measured, the milestone still ahead', {}, 'noData'],
    ['nothing was measured, every milestone gone by', { asOf: '2046-Q1' }, 'noData'],
    ['the first measurement is still to come', { measurements: [measured('2026-Q4', 90)] }, 'noData'],
    ['zero was measured once', { measurements: [measured('2026-Q1', 0)] }, 'insufficientData'],
    ['the target is met early', { measurements: [measured('2026-Q1', 100)] }, 'achieved'],
    ['the target is met by the very first value', { measurements: [measured('2025-Q4', 100)] }, 'achieved'],
    [
      'a target of zero is met by zero',
      { targets: targets(null, 0), measurements: [measured('2026-Q1', 0)] },
      'achieved',
    ],
    [
      'the lower bound of a range is met',
      { targets: [target(2030, 80, 90)], measurements: [measured('2026-Q1', 80)] },
      'achieved',
    ],
    [
      'the lower bound of a range was met and is not any more',
      { targets: [target(2030, 80, 90)], measurements: [measured('2025-Q4', 80), measured('2026-Q1', 79.9)] },
      'lost',
    ],
    [
      'the milestone has come and the value falls short',
      { asOf: '2025-Q4', measurements: [measured('2025-Q4', 59.9999)] },
      'missed',
    ],
    [
      'the milestone has come and the value is met',
      { asOf: '2025-Q4', measurements: [measured('2025-Q4', 60)] },
      'achieved',
    ],
    [
      'the milestone has come and the value that met it before is lost',
      { asOf: '2025-Q4', measurements: [measured('2025-Q1', 70), measured('2025-Q4', 59)] },
      'lost',
    ],
    [
      'the anchor met the next target and nothing newer is known: still achieved',
      { measurements: [measured('2025-Q3', 100)] },
      'achieved',
    ],
    [
      'the anchor is the last of several values before the milestone',
      { measurements: [measured('2025-Q2', 30), measured('2025-Q4', 40)] },
      'insufficientData',
    ],
    [
      'two values before the first milestone, the first of them the assumed baseline',
      { asOf: '2025-Q3', measurements: [measured('2025-Q1', 0), measured('2025-Q3', 40)] },
      'onTrack',
    ],
  ])('%s', (_, given, status) => expect(resultOf(given).status).toBe(status))
})

describe('the next milestone', () => {
  const measurements = [measured('2025-Q4', 10), measured('2026-Q3', 20)]

  test.each([
    ['2025-Q3', 2025],
    ['2025-Q4', 2025],
    ['2026-Q1', 2030],
    ['2030-Q4', 2030],
    ['2031-Q1', 2035],
    ['2045-Q4', 2045],
    ['2046-Q1', 2045],
    ['2050-Q4', 2045],
  ])('seen at %s is that of %i', (asOf, milestone) =>
    expect(resultOf({ asOf, measurements }).next?.milestone).toBe(milestone),
  )

  test('is the next one with a target: indicator 4 sets none before 2035', () =>
    expect(resultOf({ measurements, targets: targets(null, null, 100, 100, 100) }).next).toEqual({
      milestone: 2035,
      kind: 'atLeast',
      lower: 100,
      upper: null,
      strict: false,
      gap: 80,
    }))

  test('the path to one begins where the plan prints "-" before it', () => {
    const plan = targets(5, null, 100)
    expect(resultOf({ asOf: '2030-Q4', targets: plan, measurements })).toMatchObject({
      status: 'notYetDue',
      next: { milestone: 2035 },
      pace: { ratio: null, expected: null, neededPerQuarter: null },
    })
    // 20 is carried from 2026-Q3 to 2030-Q4; 100 at 2035-Q4: a tenth of the 20 quarters are gone.
    const later = resultOf({
      asOf: '2031-Q2',
      targets: plan,
      measurements: [...measurements, measured('2031-Q2', 28)],
    })
    expect(later).toMatchObject({
      status: 'onTrack',
      pace: { ratio: 1, expected: 28, anchor: { period: '2026-Q3', value: 20 } },
    })
  })

  test('is the last that had one where none follows: indicator 12 sets none for 2045', () => {
    const given = { asOf: '2042-Q1', targets: targets(70, 90, 95, 100, null) }
    expect(resultOf({ ...given, measurements: [measured('2041-Q4', 99)] })).toMatchObject({
      status: 'missed',
      next: { milestone: 2040, lower: 100, gap: 1 },
    })
    expect(resultOf({ ...given, measurements: [measured('2041-Q4', 100)] }).status).toBe('achieved')
  })

  test('can be one of the unit itself, of another year (Gia Phúc: 70 % by the end of 2026)', () => {
    const own = [target(2025, 70), { ...target(2026, 70), source: 'own' as const }, target(2030, 85)]
    expect(resultOf({ targets: own, measurements }).next).toMatchObject({
      milestone: 2026,
      lower: 70,
      gap: 50,
    })
    expect(resultOf({ asOf: '2027-Q1', targets: own, measurements }).next?.milestone).toBe(2030)
  })

  test('does not depend on the order the targets are listed in', () =>
    expect(resultOf({ measurements, targets: [...indicatorOne].reverse() }).next?.milestone).toBe(2030))

  test('after the last one a value is judged on the last one, without a pace', () => {
    const seen = (value: number) => resultOf({ asOf: '2046-Q2', measurements: [measured('2046-Q1', value)] })
    expect(seen(100)).toMatchObject({ status: 'achieved', next: { milestone: 2045, gap: 0 } })
    expect(seen(99.9)).toMatchObject({
      status: 'missed',
      pace: { ratio: null, expected: null, neededPerQuarter: null },
    })
  })
})

describe('the value', () => {
  test('is the latest at or before the as-of quarter', () => {
    const measurements = [measured('2026-Q4', 70), measured('2026-Q2', 50), measured('2025-Q4', 40)]
    const seen = ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q3', '2026-Q4'].map((asOf) => {
      const { value, period } = resultOf({ asOf, measurements })
      return [value, period]
    })
    expect(seen).toEqual([
      [null, null],
      [40, '2025-Q4'],
      [40, '2025-Q4'],
      [50, '2026-Q2'],
      [70, '2026-Q4'],
    ])
  })

  test('zero is a value, as a figure and as a share', () => {
    expect(resultOf({ measurements: [measured('2026-Q3', 0)] })).toMatchObject({
      value: 0,
      next: { gap: 100 },
    })
    expect(resultOf({ measurements: [share('2026-Q3', 0, 10)] })).toMatchObject({
      value: 0,
      next: { gap: 100 },
    })
  })

  test('with a denominator of 0 is "không tính được": no value, never 0', () =>
    expect(resultOf({ measurements: [share('2026-Q3', 0, 0)] })).toMatchObject({
      value: null,
      status: 'noData',
    }))

  test('with a denominator of 0 leaves the value before it standing', () =>
    expect(resultOf({ measurements: [measured('2026-Q1', 50), share('2026-Q3', 3, 0)] })).toMatchObject({
      value: 50,
      period: '2026-Q1',
    }))

  test('of a share is rounded once, half up to four decimals, so that all that is made of it agrees', () => {
    const third = { measurements: [share('2026-Q3', 1, 3)], targets: [target(2030, 33.3333)] }
    expect(resultOf(third)).toMatchObject({ value: 33.3333, status: 'achieved', next: { gap: 0 } })
    expect(resultOf({ ...third, targets: [target(2030, 33.3334)] }).status).toBe('insufficientData')
    const almostThree = {
      measurements: [share('2026-Q3', 3703703670, 123456789012)],
      targets: [target(2030, 3)],
    }
    expect(resultOf(almostThree)).toMatchObject({ value: 3, status: 'achieved', next: { gap: 0 } })
  })

  test('that is only a bound keeps its comparator ("trên 30%" is not 30)', () => {
    const more = measured('2025-Q3', 30, { comparator: 'greaterThan', state: 'unverified' })
    expect(resultOf({ measurements: [more] })).toMatchObject({ value: 30, comparator: 'greaterThan' })
  })
})

describe('expected and needed a quarter', () => {
  test('what is needed is there before any pace is known, what was expected is not', () =>
    expect(resultOf({ asOf: '2026-Q1', measurements: [measured('2026-Q1', 5)] }).pace).toMatchObject({
      ratio: null,
      expected: null,
      neededPerQuarter: 5,
    }))

  test('ask to hold the target where it was met and lost', () =>
    expect(progressOf(onTheWay({ baseline: 70, goal: 60, quarters: 2, value: 55 })).pace).toMatchObject({
      ratio: null,
      expected: 60,
      neededPerQuarter: about(5 / 18),
    }))

  test('what was expected belongs to the quarter of the value: a late report is no standstill', () => {
    // 5 points in the first of 20 quarters is the right pace; nothing came in for the next three.
    const late = resultOf({
      asOf: afterFirstMilestone(4),
      targets: targets(0, 100),
      measurements: [measured('2025-Q4', 0), measured('2026-Q1', 5)],
    })
    expect(late).toMatchObject({
      status: 'onTrack',
      pace: { ratio: 1, expected: 5, neededPerQuarter: about(95 / 16) },
    })
  })

  test('count down where less is better, what is needed above zero like the gap', () =>
    expect(
      progressOf(onTheWay({ baseline: 10, goal: 0, quarters: 4, value: 9, direction: 'decrease' })).pace,
    ).toMatchObject({ expected: 8, neededPerQuarter: 9 / 16 }))

  test.each([
    ['met', { measurements: [measured('2026-Q1', 100)] }],
    ['due now', { asOf: '2030-Q4', measurements: [measured('2030-Q4', 99)] }],
    ['long gone', { asOf: '2047-Q1', measurements: [measured('2046-Q4', 99)] }],
    ['not set', { targets: targets(null), measurements: [measured('2026-Q1', 9)] }],
  ])('cannot be formed where the target is %s', (_, given) =>
    expect(resultOf(given).pace).toMatchObject({ ratio: null, expected: null, neededPerQuarter: null }),
  )
})

test('what comes out is what the interface describes', () => {
  const result = resultOf({ measurements: [measured('2025-Q4', 40), measured('2026-Q3', 48)] })
  expect(Progress.parse(result)).toEqual(result)
  expect(result.targets[0]).toMatchObject({ milestone: 2025, text: '≥60%', source: 'reference', lower: 60 })
})
