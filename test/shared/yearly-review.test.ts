import {
  type CountedMeasurement,
  type MilestoneTarget,
  parseTarget,
  progressOf,
  yearEndOf,
} from '@moc57/shared'
import { describe, expect, test } from 'vitest'

const target = (milestone: number, text: string): MilestoneTarget => ({
  ...parseTarget(text),
  milestone,
  source: 'own',
})
const figure = (period: string, value: number): CountedMeasurement => ({
  period,
  value,
  numerator: null,
  denominator: null,
  comparator: null,
  state: 'approved',
})
const plan = [target(2025, '≥60%'), target(2030, '100%')]

const reviewed = (year: number, measurements: CountedMeasurement[], targets = plan) =>
  yearEndOf(
    progressOf({
      asOf: `${year}-Q4`,
      closed: '2026-Q4',
      indicator: { direction: 'increase', naturalMaximum: 100, frequency: 'quarterly' },
      targets,
      measurements,
    }),
    year,
    'increase',
  )

describe('the end of a year with a milestone', () => {
  test.each([
    [60, 'met', 0],
    [40, 'missed', -20],
    [72.5, 'met', 12.5],
  ])('%d of at least 60 is %s by %d points', (value, outcome, difference) => {
    expect(reviewed(2025, [figure('2025-Q4', value)])).toMatchObject({
      target: { kind: 'milestone', milestone: 2025, text: '≥60%', source: 'own', bound: 60 },
      outcome,
      difference,
    })
  })

  test('is not reported without a value', () => {
    expect(reviewed(2025, [])).toMatchObject({ outcome: 'notReported', difference: null })
  })
})

describe('the end of a year between milestones is measured against the path', () => {
  test.each([
    [52, 'met', 0],
    [48, 'missed', -4],
    [55, 'met', 3],
  ])('from 40 to 100 in five years, %d after one is %s by %d', (value, outcome, difference) => {
    const ended = reviewed(2026, [figure('2025-Q4', 40), figure('2026-Q4', value)])
    expect(ended).toMatchObject({ target: { kind: 'path', milestone: 2030, bound: 52 }, outcome, difference })
  })

  test('who has reached the milestone already has passed it', () => {
    const ended = reviewed(2026, [figure('2025-Q4', 40), figure('2026-Q4', 100)])
    expect(ended).toMatchObject({ outcome: 'met', difference: 0, target: { bound: 100 } })
  })

  test('without any value it is not reported', () => {
    expect(reviewed(2026, [])).toMatchObject({ target: null, outcome: 'notReported' })
  })
})

test('an indicator without targets has nothing to be reviewed against', () => {
  const ended = reviewed(2025, [figure('2025-Q4', 40)], [target(2025, '-')])
  expect(ended).toMatchObject({ target: null, outcome: null, difference: null })
})
