import { type ProgressStatus, statusLabels } from '@moc57/shared'
import { bandsOf, classesOf } from '@moc57/web/city/map/classes.ts'
import { neighbour } from '@moc57/web/city/map/neighbour.ts'
import { describe, expect, test } from 'vitest'

const shown = { unitOfMeasure: '%', direction: 'increase' } as const
const cell = (value: number | null, gap: number | null = null, status: ProgressStatus = 'behind') => ({
  value,
  gap,
  comparator: null,
  strict: false,
  status: value === null ? ('noData' as const) : status,
})

describe('bands of a map', () => {
  test.each([
    [
      [0, 100],
      [0, 25, 50, 75, 100],
    ],
    [
      [42.9, 95.3],
      [40, 60, 80, 100],
    ],
    [
      [0, 0.04],
      [0, 0.01, 0.02, 0.03, 0.04],
    ],
    [
      [3, 3],
      [3, 3.01],
    ],
    [[0], [0, 0.01]],
    [
      [0, 1234],
      [0, 500, 1000, 1500],
    ],
    [
      [0.1, 0.3],
      [0.1, 0.15, 0.2, 0.25, 0.3],
    ],
  ])('%j lie in bands with the edges %j', (values, edges) => {
    const bands = bandsOf(values)
    expect(bands.length).toBeLessThanOrEqual(5)
    expect([bands[0]?.from, ...bands.map(({ to }) => to)]).toEqual(edges)
  })

  test('there are none without a value', () => {
    expect(bandsOf([])).toEqual([])
  })
})

describe('the classes of a map', () => {
  test('hold every unit once, what is not known apart from 0', () => {
    const { fills, classes } = classesOf([cell(0), cell(100), cell(50), cell(null)], 'ket-qua', shown)
    expect(fills).toEqual(['result-0', 'result-4', 'result-3', 'noData'])
    expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(4)
    expect(classes.at(-1)).toMatchObject({ fill: 'noData', count: 1 })
  })

  test('of gaps go from the widest to what is met', () => {
    const { fills, classes } = classesOf(
      [cell(1, 60), cell(1, 5), cell(1, 0), cell(1, -3), cell(null)],
      'con-thieu',
      shown,
    )
    expect(fills).toEqual(['gap-4', 'gap-0', 'met', 'met', 'noData'])
    expect(classes.map(({ count }) => count)).toEqual([1, 1, 2, 1])
    expect(classes[0]?.label).toContain('điểm phần trăm')
  })

  test('where less is better the darkest is the lowest, and the worst stands first', () => {
    const hours = { unitOfMeasure: 'giờ', direction: 'decrease' } as const
    const results = classesOf([cell(0), cell(100), cell(50), cell(null)], 'ket-qua', hours)
    expect(results.fills).toEqual(['result-4', 'result-0', 'result-1', 'noData'])
    expect(results.classes[0]).toMatchObject({ fill: 'result-0', label: '75 đến 100 giờ' })
    const gaps = classesOf([cell(8, 3), cell(6, 1), cell(4, -1)], 'con-thieu', hours)
    expect(gaps.fills).toEqual(['gap-4', 'gap-0', 'met'])
    expect(gaps.classes.at(-2)?.label).toBe('giảm thêm 1 đến 1,5 giờ')
  })

  test('a strict bound is not met by its value, and no class says that 0 is missing', () => {
    const strict = { ...cell(95, 0), strict: true }
    const { fills, classes } = classesOf([strict, cell(90, 5)], 'con-thieu', shown)
    expect(fills).not.toContain('met')
    expect(classes.every(({ label }) => !/(?:thiếu|giảm thêm) 0/.test(label))).toBe(true)
  })

  test.each(['unreadTarget', 'notYetDue', 'noTarget'] as const)(
    '%s has a fill and a line of its own',
    (status) => {
      for (const view of ['ket-qua', 'con-thieu', 'trang-thai'] as const) {
        const { fills, classes } = classesOf([{ ...cell(null), status }], view, shown)
        expect(fills).toEqual([status])
        expect(classes).toEqual([{ fill: status, label: statusLabels[status], count: 1 }])
      }
    },
  )

  test('a stage that has not begun lacks nothing', () => {
    expect(classesOf([cell(0, 100, 'notYetDue')], 'con-thieu', shown).fills).toEqual(['notYetDue'])
  })

  test('of statuses are in their order, with those alone that occur', () => {
    const { classes } = classesOf([cell(1), cell(null), cell(2)], 'trang-thai', shown)
    expect(classes).toEqual([
      { fill: 'behind', label: 'Chậm', count: 2 },
      { fill: 'noData', label: 'Chưa có số liệu', count: 1 },
    ])
  })
})

describe('an arrow key', () => {
  const shapes = [
    { code: 'a', at: [0, 0] as [number, number] },
    { code: 'b', at: [10, 1] as [number, number] },
    { code: 'c', at: [30, 0] as [number, number] },
    { code: 'd', at: [1, 10] as [number, number] },
  ]
  test.each([
    ['a', 'ArrowRight', 'b'],
    ['b', 'ArrowRight', 'c'],
    ['b', 'ArrowLeft', 'a'],
    ['a', 'ArrowDown', 'd'],
    ['a', 'ArrowUp', undefined],
    ['a', 'Enter', undefined],
    ['x', 'ArrowUp', undefined],
  ])('from %s by %s leads to %s', (from, key, to) => {
    expect(neighbour(shapes, from, key)).toBe(to)
  })
})
