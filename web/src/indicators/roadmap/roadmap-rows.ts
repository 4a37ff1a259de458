import { boundOnly, quarterLabel, quarterOfNumber } from '@moc57/shared'
import type { Roadmap } from './roadmap-points.ts'

export type RoadmapRow = { key: string; quarter: number; period: string; what: string; figure: string }

/** What the charts draw, one line a point, in order of time. */
export function roadmapRows(roadmap: Roadmap, format: (value: number) => string): RoadmapRow[] {
  const row = (kind: string, quarter: number, what: string, figure: string): RoadmapRow => ({
    key: `${kind}-${quarter}`,
    quarter,
    period: quarterLabel(quarterOfNumber(quarter)),
    what,
    figure,
  })
  const { actual, path, empty, expected, forecast } = roadmap
  const forecastEnd = forecast?.points[1]
  return [
    ...actual.map(({ quarter, value, verified, comparator }) =>
      row(
        'actual',
        quarter,
        verified ? 'Thực hiện' : 'Thực hiện (chưa xác minh)',
        boundOnly(comparator) + format(value),
      ),
    ),
    ...(expected ? [row('expected', expected.quarter, 'Mức cần có', format(expected.value))] : []),
    ...path.map(({ quarter, milestone, text, own }) =>
      row('path', quarter, `Mục tiêu mốc ${milestone}${own ? ' (riêng của đơn vị)' : ''}`, text),
    ),
    ...empty.map(({ quarter, milestone }) => row('empty', quarter, `Mục tiêu mốc ${milestone}`, 'không đặt')),
    ...(forecast && forecastEnd
      ? [row('forecast', forecastEnd.quarter, forecast.text, format(forecastEnd.value))]
      : []),
  ].sort((a, b) => a.quarter - b.quarter)
}
