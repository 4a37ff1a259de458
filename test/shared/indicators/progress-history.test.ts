import { type ProgressFlag, progressOf, type Verdict } from '@moc57/shared'
import { describe, expect, test } from 'vitest'
import {
  anchorText,
  ceiling,
  measured,
  progressInput,
  share,
  target,
  targets,
} from '../../support/make-progress.ts'

type Given = Parameters<typeof progressInput>[0]
const resultOf = (overrides: Given) => progressOf(progressInput(overrides))

describe('the verdict on a milestone', () => {
  const verdictOf2030 = (overrides: Given) =>
    resultOf({ asOf: '2031-Q2', targets: [target(2030, 60)], ...overrides }).targets[0]?.verdict

  test.each<[fact: string, given: Given, verdict: Verdict | null]>([
    ['met in its Q4', { measurements: [measured('2030-Q4', 60)] }, 'met'],
    ['missed by a hair in its Q4', { measurements: [measured('2030-Q4', 59.9999)] }, 'missed'],
    ['missed with zero', { measurements: [measured('2030-Q4', 0)] }, 'missed'],
    ['judged on the last value before it', { measurements: [measured('2030-Q2', 61)] }, 'met'],
    ['judged on a value four quarters old', { measurements: [measured('2029-Q4', 61)] }, 'met'],
    ['missed on a value four quarters old', { measurements: [measured('2029-Q4', 59)] }, 'missed'],
    ['not reported on a value five quarters old', { measurements: [measured('2029-Q3', 61)] }, 'notReported'],
    ['not reported without any value', { measurements: [] }, 'notReported'],
    [
      'not reported by a value that came after it',
      { measurements: [measured('2031-Q1', 70)] },
      'notReported',
    ],
    [
      'missed although met a quarter later',
      { measurements: [measured('2030-Q4', 59), measured('2031-Q1', 60)] },
      'missed',
    ],
    ['met although lost since', { measurements: [measured('2030-Q4', 60), measured('2031-Q1', 10)] }, 'met'],
    [
      'missed in Q4 although met in Q3',
      { measurements: [measured('2030-Q3', 60), measured('2030-Q4', 59)] },
      'missed',
    ],
    ['met on a share', { measurements: [share('2030-Q4', 3, 5)] }, 'met'],
    [
      'judged on the value before one that cannot be formed',
      { measurements: [measured('2030-Q3', 60), share('2030-Q4', 9, 0)] },
      'met',
    ],
    ['not reported by a denominator of 0', { measurements: [share('2030-Q4', 9, 0)] }, 'notReported'],
    [
      'met from the lower bound of a range',
      { targets: [target(2030, 80, 90)], measurements: [measured('2030-Q4', 80)] },
      'met',
    ],
    [
      'none without a target',
      { targets: [target(2030, null)], measurements: [measured('2030-Q4', 80)] },
      null,
    ],
    ['none before its time', { asOf: '2030-Q3', measurements: [measured('2030-Q3', 99)] }, null],
    [
      'none in its own Q4 while that is still collected',
      { asOf: '2030-Q4', closed: '2030-Q3', measurements: [measured('2030-Q3', 60)] },
      null,
    ],
    [
      'given in its own Q4 once its due day has passed',
      { asOf: '2030-Q4', measurements: [measured('2030-Q3', 60)] },
      'met',
    ],
    [
      'none where it was set only later',
      { targets: [{ ...target(2030, 60), wasInForce: false }], measurements: [measured('2030-Q4', 70)] },
      null,
    ],
    ['given in its own Q4', { asOf: '2030-Q4', measurements: [measured('2030-Q4', 60)] }, 'met'],
    [
      'met from above where less is better',
      {
        indicator: { direction: 'decrease' },
        targets: [ceiling(2030, 60)],
        measurements: [measured('2030-Q4', 60)],
      },
      'met',
    ],
    [
      'missed from above where less is better',
      {
        indicator: { direction: 'decrease' },
        targets: [ceiling(2030, 60)],
        measurements: [measured('2030-Q4', 60.0001)],
      },
      'missed',
    ],
  ])('%s', (_, given, verdict) => expect(verdictOf2030(given)).toBe(verdict))

  test('each milestone has its own, and those ahead have none', () => {
    const measurements = [measured('2025-Q4', 60), measured('2029-Q3', 99), measured('2035-Q1', 100)]
    expect(resultOf({ asOf: '2036-Q1', measurements }).targets.map(({ verdict }) => verdict)).toEqual([
      'met',
      'notReported',
      'met',
      null,
      null,
    ])
  })
})

describe('the anchor', () => {
  test.each<[fact: string, given: Given, anchor: string | null]>([
    [
      'is the value measured at the milestone, though that one was missed',
      { measurements: [measured('2025-Q3', 35), measured('2025-Q4', 40), measured('2026-Q2', 44)] },
      '40 ở 2025-Q4',
    ],
    [
      'is the last value before the milestone where its own quarter has none',
      { measurements: [measured('2025-Q1', 10), measured('2025-Q2', 20), measured('2026-Q2', 44)] },
      '20 ở 2025-Q2',
    ],
    [
      'is that of the last milestone passed, not of an earlier one',
      {
        asOf: '2031-Q2',
        measurements: [measured('2025-Q4', 40), measured('2030-Q4', 90), measured('2031-Q1', 91)],
      },
      '90 ở 2030-Q4',
    ],
    [
      'can be older than the milestone by years',
      { asOf: '2031-Q2', measurements: [measured('2027-Q1', 50), measured('2031-Q1', 91)] },
      '50 ở 2027-Q1',
    ],
    [
      'is the first measurement, assumed, where none is as old as the milestone',
      { measurements: [measured('2026-Q1', 41), measured('2026-Q2', 44)] },
      '41 ở 2026-Q1 (giả định)',
    ],
    [
      'is the first measurement, assumed, before any milestone has passed',
      { asOf: '2025-Q3', measurements: [measured('2025-Q1', 10), measured('2025-Q3', 20)] },
      '10 ở 2025-Q1 (giả định)',
    ],
    [
      'is still the first measurement in the quarter of the first milestone itself',
      { asOf: '2025-Q4', measurements: [measured('2025-Q1', 10), measured('2025-Q4', 20)] },
      '10 ở 2025-Q1 (giả định)',
    ],
    [
      'is the milestone of the quarter before right after it',
      { asOf: '2026-Q1', measurements: [measured('2025-Q1', 10), measured('2025-Q4', 20)] },
      '20 ở 2025-Q4',
    ],
    [
      'is the last milestone date passed, though that year sets no target',
      {
        asOf: '2031-Q2',
        targets: targets(60, null, 100),
        measurements: [measured('2025-Q4', 40), measured('2030-Q4', 70), measured('2031-Q1', 71)],
      },
      '70 ở 2030-Q4',
    ],
    [
      'is not assumed where only milestones without a target have passed',
      { targets: targets(null, 100), measurements: [measured('2025-Q2', 40), measured('2025-Q4', 50)] },
      '50 ở 2025-Q4',
    ],
    [
      'passes over a share that cannot be formed',
      { measurements: [measured('2025-Q3', 40), share('2025-Q4', 5, 0), measured('2026-Q1', 44)] },
      '40 ở 2025-Q3',
    ],
    ['can be zero', { measurements: [measured('2025-Q4', 0), measured('2026-Q1', 5)] }, '0 ở 2025-Q4'],
    ['is missing where nothing was measured', { measurements: [] }, null],
  ])('%s', (_, given, anchor) => expect(anchorText(resultOf(given))).toBe(anchor))

  test('is where the pace is counted from: quarters before the milestone belong to the way', () => {
    // From 12 at 2025-Q2, two quarters before the milestone, 88 points are due in 22 quarters: 4 a quarter.
    const measurements = [measured('2025-Q2', 12), measured('2026-Q2', 28)]
    const { status, pace } = resultOf({ asOf: '2026-Q2', measurements })
    expect(pace).toMatchObject({ ratio: 1, expected: 28, neededPerQuarter: 4 })
    expect(status).toBe('onTrack')
  })
})

describe('flags', () => {
  const value = (period: string) => ({ measurements: [measured('2025-Q4', 40), measured(period, 44)] })

  test.each<[fact: string, given: Given, flags: ProgressFlag[]]>([
    ['none on a value of the last closed quarter', value('2026-Q3'), []],
    ['overdue without a value of the last closed quarter', value('2026-Q2'), ['overdue']],
    ['overdue without any value', {}, ['overdue']],
    [
      'not overdue while the quarter is still open',
      { asOf: '2026-Q4', closed: '2026-Q3', ...value('2026-Q3') },
      [],
    ],
    [
      'not overdue for the last closed quarter where the open one has a value already',
      { asOf: '2026-Q4', closed: '2026-Q3', ...value('2026-Q4') },
      [],
    ],
    [
      'not overdue for a quarter in which the indicator was not followed yet',
      { indicator: { inForceFrom: '2026-Q4' }, ...value('2026-Q2') },
      [],
    ],
    ['not overdue before its stage has begun', { targets: targets(null, null, 100), measurements: [] }, []],
    ['not overdue without any target', { targets: targets(null, null), measurements: [] }, []],
    [
      'due this quarter while the last quarter of the milestone is collected',
      { asOf: '2030-Q4', closed: '2030-Q3', measurements: [measured('2030-Q3', 99)] },
      ['assumedBaseline', 'dueThisQuarter'],
    ],
    [
      'not due this quarter any more once its figure counts',
      { asOf: '2030-Q4', closed: '2030-Q3', measurements: [measured('2030-Q4', 99)] },
      ['assumedBaseline'],
    ],
    [
      'overdue in a view of the past by what was closed then',
      { asOf: '2026-Q2', closed: '2026-Q4', ...value('2026-Q1') },
      ['overdue'],
    ],
    [
      'not overdue in a view of the past for quarters that came later',
      { asOf: '2026-Q2', closed: '2026-Q4', ...value('2026-Q2') },
      [],
    ],
    [
      'overdue by a share that cannot be formed',
      { measurements: [measured('2025-Q4', 40), share('2026-Q3', 1, 0)] },
      ['overdue'],
    ],
    ['not stale at four quarters', { asOf: '2026-Q4', closed: '2025-Q4', ...value('2025-Q4') }, []],
    [
      'stale at five quarters',
      { asOf: '2027-Q1', closed: '2025-Q4', measurements: [measured('2025-Q4', 40)] },
      ['stale'],
    ],
    [
      'unverified where nobody approved the value',
      { measurements: [measured('2025-Q4', 40), measured('2026-Q3', 44, { state: 'unverified' })] },
      ['unverified'],
    ],
    [
      'not unverified where only an older value is',
      { measurements: [measured('2025-Q4', 40, { state: 'unverified' }), measured('2026-Q3', 44)] },
      [],
    ],
    [
      'assumed baseline where the anchor is',
      { measurements: [measured('2026-Q3', 44)] },
      ['assumedBaseline'],
    ],
    [
      'all four of them',
      { asOf: '2028-Q1', measurements: [measured('2026-Q1', 44, { state: 'unverified' })] },
      ['overdue', 'stale', 'unverified', 'assumedBaseline'],
    ],
  ])('%s', (_, given, flags) => expect(resultOf(given).flags.sort()).toEqual([...flags].sort()))

  test.each<[closed: string, measuredIn: string, overdue: boolean]>([
    ['2026-Q3', '2025-Q4', false],
    ['2026-Q3', '2025-Q3', true],
    ['2026-Q4', '2025-Q4', true],
    ['2026-Q4', '2026-Q4', false],
    ['2027-Q3', '2026-Q4', false],
  ])('a yearly indicator, %s closed, last measured in %s: overdue %s', (closed, measuredIn, overdue) => {
    const { flags } = resultOf({
      asOf: closed,
      indicator: { frequency: 'yearly' },
      measurements: [measured(measuredIn, 40)],
    })
    expect(flags.includes('overdue')).toBe(overdue)
  })
})
