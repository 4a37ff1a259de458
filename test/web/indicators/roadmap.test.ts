import { quarterNumber } from '@moc57/shared'
import { chartRows, yearTicks } from '@moc57/web/indicators/roadmap/chart-rows.ts'
import { placeLabels } from '@moc57/web/indicators/roadmap/place-labels.ts'
import { cutToWindow, roadmapOf } from '@moc57/web/indicators/roadmap/roadmap-points.ts'
import { roadmapRows } from '@moc57/web/indicators/roadmap/roadmap-rows.ts'
import { closeTicks, valueTicks } from '@moc57/web/indicators/roadmap/scale.ts'
import { describe, expect, test } from 'vitest'
import { indicatorPage, inEachStatus, recorded } from '../../support/make-page.ts'
import { measured, target, targets } from '../../support/make-progress.ts'

const at = quarterNumber
const roadmapFor = (...given: Parameters<typeof indicatorPage>) => roadmapOf(indicatorPage(...given))

describe('the points of a roadmap', () => {
  test('are the targets, what was measured, where one should be and the course between', () => {
    const roadmap = roadmapFor(inEachStatus.behind)
    expect(roadmap.path.map(({ milestone, value }) => [milestone, value])).toEqual([
      [2025, 60],
      [2030, 100],
      [2035, 100],
      [2040, 100],
      [2045, 100],
    ])
    expect(roadmap.path.filter(({ next }) => next).map(({ milestone }) => milestone)).toEqual([2030])
    expect(roadmap.actual.map(({ period, value }) => [period, value])).toEqual([
      ['2025-Q4', 40],
      ['2026-Q3', 42],
    ])
    expect(roadmap.expected).toEqual({ quarter: at('2026-Q3'), value: 49 })
    expect(roadmap.course).toEqual([
      { quarter: at('2025-Q4'), value: 40 },
      { quarter: at('2030-Q4'), value: 100 },
    ])
    expect(roadmap.stage).toEqual({ from: at('2025-Q1'), to: at('2030-Q4') })
  })

  test('end with the last milestone of the plan, so that a short plan is no sliver of twenty years', () => {
    const short = { targets: [target(2025, 300), target(2026, 385)] }
    expect(roadmapFor(short).whole).toEqual({ from: at('2025-Q1'), to: at('2026-Q4') })
    expect(roadmapFor(inEachStatus.behind).whole.to).toBe(at('2045-Q4'))
  })

  test('leave out what does not count, and take the latest revision that does', () => {
    const first = recorded(measured('2026-Q1', 40))
    const series = [
      first,
      { ...first, revision: 2, value: 41 },
      { ...first, revision: 3, value: 90, state: 'draft' as const },
      recorded(measured('2026-Q2', 30, { state: 'unverified' })),
      recorded(measured('2026-Q3', null)),
    ]
    const { actual } = roadmapFor({ measurements: [measured('2026-Q1', 41)] }, { series })
    expect(actual.map(({ period, value, verified }) => [period, value, verified])).toEqual([
      ['2026-Q1', 41, true],
      ['2026-Q2', 30, false],
    ])
  })

  test('without a figure are the targets alone', () => {
    const roadmap = roadmapFor(inEachStatus.noData)
    expect([roadmap.stage, roadmap.expected, roadmap.course, roadmap.forecast]).toEqual([
      null,
      null,
      [],
      null,
    ])
  })

  test('set apart the milestones that the plan prints as "-"', () => {
    const roadmap = roadmapFor({ targets: targets(null, 60, null) })
    expect(roadmap.path.map(({ milestone }) => milestone)).toEqual([2030])
    expect(roadmap.empty.map(({ milestone, text }) => [milestone, text])).toEqual([
      [2025, '-'],
      [2035, '-'],
    ])
  })

  test('hold the target where the anchor had met it', () => {
    const { course } = roadmapFor(inEachStatus.lost)
    expect(course.map(({ value }) => value)).toEqual([100, 100])
  })

  test.each<[string, number[], string | undefined]>([
    ['reaches the target in time', [40, 50, 60, 70], 'Nếu giữ nhịp này: đạt 100% trong quý II/2027'],
    ['falls short of it, by decades', [40, 40.5, 41, 41.5], 'Nếu giữ nhịp này: đạt 100% trong quý IV/2055'],
    ['falls short of it, by years', [40, 42, 44, 46], 'Nếu giữ nhịp này: đạt 100% trong quý II/2033'],
    ['stands still', [40, 40, 40, 40], 'Xu hướng chưa rõ: cuối năm 2030 là 40%'],
    [
      'reaches it within a span of time',
      [50, 52, 53, 57],
      'Nếu giữ nhịp này: đạt 100% từ quý II/2029 đến quý II/2037',
    ],
    ['leads away from it', [57, 53, 52, 50], 'Đang xa dần mục tiêu: cuối năm 2030 từ 0% đến 33%'],
    ['is told from four figures on', [40, 50, 60], undefined],
  ])('the forecast %s', (_, values, text) => {
    const quarters = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'].slice(-values.length)
    const measurements = values.map((value, index) => measured(quarters[index] ?? '', value))
    expect(roadmapFor({ measurements }).forecast?.text).toBe(text)
  })
})

test('the forecast says on which quarters it rests, and whether they reach back behind a milestone', () => {
  const restsOn = (...quarters: string[]) =>
    roadmapFor({ measurements: quarters.map((quarter, index) => measured(quarter, 40 + 3 * index)) }).forecast
      ?.rests
  expect(restsOn('2025-Q2', '2025-Q4', '2026-Q1', '2026-Q3')).toBe('nhịp 6 quý, gồm cả trước mốc 2025')
  expect(restsOn('2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3')).toBe('nhịp 4 quý')
})

describe('a chart', () => {
  test('cuts a line at the edges of its window', () => {
    const line = [
      { quarter: 0, value: 0 },
      { quarter: 10, value: 100 },
      { quarter: 20, value: 100 },
    ]
    expect(cutToWindow(line, { from: 5, to: 12 })).toEqual([
      { quarter: 5, value: 50 },
      { quarter: 10, value: 100 },
      { quarter: 12, value: 100 },
    ])
  })

  test('has one row a quarter, in order of time', () => {
    const roadmap = roadmapFor(inEachStatus.behind)
    const rows = chartRows(roadmap, roadmap.whole)
    expect(rows.map(({ quarter }) => quarter)).toEqual(
      ['2025-Q4', '2026-Q3', '2030-Q4', '2035-Q4', '2040-Q4', '2045-Q4'].map(at),
    )
    expect(rows[0]).toEqual({ quarter: at('2025-Q4'), target: 60, actual: 40, course: 40 })
  })

  test('draws a range as a band', () => {
    const roadmap = roadmapFor({ targets: [target(2030, 80, 90)] })
    expect(chartRows(roadmap, roadmap.whole)[0]?.range).toEqual([80, 90])
  })

  test('marks the ends of years, at most six of them', () => {
    expect(yearTicks({ from: at('2025-Q1'), to: at('2027-Q4') })).toEqual(
      ['2025-Q4', '2026-Q4', '2027-Q4'].map(at),
    )
    expect(yearTicks({ from: at('2025-Q1'), to: at('2045-Q4') }).length).toBeLessThanOrEqual(6)
  })

  test.each<[string, number[], number | null, number[]]>([
    ['a share reaches to its maximum', [40, 100], 100, [0, 20, 40, 60, 80, 100]],
    ['a small share does not', [2.9, 3], 100, [0, 1, 2, 3, 4]],
    ['nothing at all has a scale, too', [], 100, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ])('%s from 0', (_, figures, maximum, ticks) => expect(valueTicks(figures, maximum)).toEqual(ticks))

  test.each<[string, number[], number | null, number[]]>([
    ['starts below its lowest figure', [60, 62, 100], 100, [40, 60, 80, 100]],
    ['starts at 0 where its figures do', [0, 50], 100, [0, 20, 40, 60, 80]],
    ['shows small differences', [2.86, 2.87, 3], 100, [2.8, 2.85, 2.9, 2.95, 3, 3.05]],
    ['has a scale for one figure', [40], 100, [36, 38, 40, 42, 44]],
    ['has a scale for nothing but 0', [0], 100, [0, 1]],
  ])('of a stretch %s', (_, figures, maximum, ticks) => expect(closeTicks(figures, maximum)).toEqual(ticks))

  test('places labels where they cover neither each other nor an edge, and leaves out what fits nowhere', () => {
    const area = { left: 0, top: 0, right: 200, bottom: 60 }
    const label = (key: string, x: number) => ({
      key,
      x,
      y: 40,
      lines: ['12345678'],
      sides: ['above', 'below'] as const,
    })
    const placed = placeLabels([label('a', 50), label('b', 60), label('c', 198)], area, [])
    expect(placed.map(({ key }) => key)).toEqual(['a'])
    const apart = placeLabels([label('a', 50), label('b', 140)], area, [])
    expect(apart.map(({ key }) => key)).toEqual(['a', 'b'])
  })

  test('is told as a table for who does not see it', () => {
    const rows = roadmapRows(roadmapFor(inEachStatus.behind), (value) => `${value}%`)
    expect(rows.slice(0, 4).map(({ period, what, figure }) => `${period} ${what}: ${figure}`)).toEqual([
      'Quý IV/2025 Thực hiện: 40%',
      'Quý IV/2025 Mục tiêu mốc 2025: ≥60%',
      'Quý III/2026 Thực hiện: 42%',
      'Quý III/2026 Mức cần có: 49%',
    ])
  })
})
