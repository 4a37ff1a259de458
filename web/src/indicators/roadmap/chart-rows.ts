import { cutToWindow, type Point, type Roadmap, type Window } from './roadmap-points.ts'

/** One quarter of a chart; a field is absent where its line has no point. */
export type ChartRow = {
  quarter: number
  target?: number
  range?: [number, number]
  actual?: number
  course?: number
  forecast?: number
  /** The interval of the forecast. */
  fan?: [number, number]
}

/** The lines of a roadmap in a window, as rows of one table, in order of time. */
export function chartRows(roadmap: Roadmap, window: Window): ChartRow[] {
  const rows = new Map<number, ChartRow>()
  const put = (points: readonly Point[], set: (row: ChartRow, value: number) => void) => {
    for (const { quarter, value } of points) {
      const row = rows.get(quarter) ?? { quarter }
      set(row, value)
      rows.set(quarter, row)
    }
  }
  put(cutToWindow(roadmap.path, window), (row, value) => {
    row.target = value
  })
  const fars = roadmap.path.map(({ quarter, far }) => ({ quarter, value: far }))
  if (hasRange(roadmap))
    put(cutToWindow(fars, window), (row, value) => {
      row.range = [row.target ?? value, value]
    })
  put(cutToWindow(roadmap.actual, window), (row, value) => {
    row.actual = value
  })
  put(cutToWindow(roadmap.course, window), (row, value) => {
    row.course = value
  })
  put(cutToWindow(roadmap.forecast?.points ?? [], window), (row, value) => {
    row.forecast = value
  })
  put(cutToWindow(roadmap.forecast?.low ?? [], window), (row, value) => {
    row.fan = [value, value]
  })
  put(cutToWindow(roadmap.forecast?.high ?? [], window), (row, value) => {
    row.fan = [row.fan?.[0] ?? value, value]
  })
  return [...rows.values()].sort((a, b) => a.quarter - b.quarter)
}

export function hasRange({ path }: Roadmap): boolean {
  return path.some(({ value, far }) => far !== value)
}

/** The milestones of the plan, with and without a target, in order of time. */
export function milestoneTicks({ path, empty }: Roadmap): number[] {
  return [...path, ...empty].map(({ quarter }) => quarter).sort((a, b) => a - b)
}

/** The ends of the years in a window, thinned to at most `most`. */
export function yearTicks({ from, to }: Window, most = 6): number[] {
  const ends: number[] = []
  for (let quarter = from + ((3 - (from % 4) + 4) % 4); quarter <= to; quarter += 4) ends.push(quarter)
  const every = Math.ceil(ends.length / most)
  return ends.filter((_, index) => (ends.length - 1 - index) % every === 0)
}
