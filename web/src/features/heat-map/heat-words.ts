import { formatNumber, periodLabel, unitTitle } from '@moc57/shared'
import type { Comparison } from '../../lib/city-queries.ts'
import { countCells, type HeatRow } from './heat-rows.ts'

export const heading = 'Toàn thành phố: các đơn vị theo chỉ tiêu'

/** What the cells tell, in words. */
export const modeTitles = {
  'tinh-trang': 'Tình trạng',
  'con-thieu': 'Còn thiếu',
  'gia-tri': 'Giá trị',
} as const

const worstNamed = 3

/** The state of the city in two sentences, with who needs attention first. */
export function headline(comparison: Comparison, rows: readonly HeatRow[]): string {
  const { units, cells, good, bad, noData } = countCells(comparison)
  const quarter = periodLabel(comparison.asOf)
  if (noData === cells) {
    return `${quarter}: ${units} đơn vị chưa có số liệu đã duyệt nào. Bản đồ sẽ đầy dần khi các đơn vị báo cáo và được duyệt.`
  }
  const count = (number: number) => formatNumber(number, 0)
  const silent = rows.filter(({ judged }) => judged === 0).length
  const worst = rows
    .filter(({ judged }) => judged > 0)
    .slice(0, worstNamed)
    .map(({ unit, good, judged }) => `${unitTitle(unit)} (${good}/${judged} chỉ tiêu tốt)`)
  return [
    `${quarter}, ${units} đơn vị: ${count(good)} trong ${count(cells)} kết quả đạt hoặc đúng tiến độ; ${count(bad)} không đạt, mất mốc hoặc thụt lùi; ${count(noData)} chưa có số liệu${silent > 0 ? ` (${silent} đơn vị chưa đánh giá được chỉ tiêu nào)` : ''}.`,
    ...(worst.length > 1 ? [`Cần chú ý trước: ${worst.join(', ')}.`] : []),
  ].join(' ')
}
