import { milestonesOf } from '@moc57/shared'
import { milestoneCell, milestoneSum } from '@moc57/web/indicators/milestones/milestone-cells.ts'
import { describe, expect, test } from 'vitest'
import { progressItem } from '../../support/make-page.ts'
import { ceiling, measured, target, targets, unread } from '../../support/make-progress.ts'

/** Indicator 1 of Kiến An: 40 at the end of 2025, 48 now. */
const one = progressItem({ measurements: [measured('2025-Q4', 40), measured('2026-Q3', 48)] }, { number: 1 })
const sixG = progressItem({
  targets: targets(null, null, 100, 100, 100) as never,
  measurements: [measured('2026-Q3', 0)],
})

describe('a cell of the board of milestones', () => {
  test('of a due milestone is judged on its own year, not on today', () => {
    expect(milestoneCell(one, 2025)).toMatchObject({ state: 'missed', gap: 'thiếu 20' })
    expect(milestoneCell(one, 2025).share).toBeCloseTo(20 / 60, 4)
  })

  test('of a later one tells what is left of it today, as a share of the target', () => {
    expect(milestoneCell(one, 2030)).toMatchObject({ state: 'left', gap: 'thiếu 52', share: 0.52 })
  })

  test('of a due one that is met says so, with what is beyond it', () => {
    const met = progressItem({ measurements: [measured('2025-Q4', 63), measured('2026-Q3', 64)] })
    expect(milestoneCell(met, 2025)).toMatchObject({ state: 'met', gap: 'vượt 3', share: 0 })
  })

  test('of a milestone that is not due yet and reached already is no verdict', () => {
    const early = progressItem({ measurements: [measured('2026-Q3', 100)] })
    expect(milestoneCell(early, 2030)).toMatchObject({ state: 'reached', gap: null })
  })

  test('of a figure known only to be greater says what it is beyond as such, as the indicator’s page does', () => {
    const above = progressItem({ measurements: [measured('2025-Q4', 63, { comparator: 'greaterThan' })] })
    expect(milestoneCell(above, 2025)).toMatchObject({ state: 'met', gap: 'vượt trên 3' })
  })

  test('of a stage that has not begun keeps its gap and is nobody’s failure', () => {
    expect(milestoneCell(sixG, 2025).state).toBe('none')
    expect(milestoneCell(sixG, 2035)).toMatchObject({ state: 'notBegun', gap: 'thiếu 100', share: 1 })
  })

  test('without a figure, without a target, and with one that nobody could read says which', () => {
    const empty = progressItem({ measurements: [] })
    expect(milestoneCell(empty, 2025).state).toBe('notReported')
    expect(milestoneCell(empty, 2030)).toMatchObject({ state: 'noData', gap: null, share: 0 })
    expect(milestoneCell(empty, 2031).state).toBe('none')
    expect(milestoneCell(progressItem({ targets: [unread(2030, '...')] }), 2030).state).toBe('unread')
  })

  test('of a ceiling tells what is to come down', () => {
    const late = progressItem({
      indicator: { direction: 'decrease' },
      targets: [ceiling(2030, 5)],
      measurements: [measured('2026-Q3', 8)],
    })
    expect(milestoneCell(late, 2030)).toMatchObject({ state: 'left', share: 0.375 })
    expect(milestoneCell(late, 2030).gap).toContain('3')
  })
})

test('the board has the years of the plan, and those that the unit has added', () => {
  expect(milestonesOf([one, progressItem({ targets: [target(2026, 70)] })])).toEqual([
    2025, 2026, 2030, 2035, 2040, 2045,
  ])
})

test('the sum of a milestone counts every indicator once, by how it stands', () => {
  expect(milestoneSum([one, sixG], 2025)).toBe('không đạt 1, không đặt 1')
  expect(milestoneSum([one, sixG], 2035)).toBe('còn thiếu 1, chưa đến giai đoạn 1')
})
