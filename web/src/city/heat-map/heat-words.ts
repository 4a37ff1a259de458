import { formatNumber, quarterLabel, statusLabels, unitTitle } from '@moc57/shared'
import { uncapitalize } from '../../lib/text.ts'
import type { Comparison } from '../city-queries.ts'
import { countCells, type HeatRow } from './heat-rows.ts'

export const heading = 'Toàn thành phố: các đơn vị theo chỉ tiêu'

/** What the cells tell, in words. */
export const modeTitles = {
  'tinh-trang': 'Trạng thái',
  'con-thieu': 'Khoảng cách đến mốc',
  'gia-tri': 'Giá trị',
} as const

/** What the numbers of gaps and of values are. */
export const gapNote =
  'Còn thiếu hoặc cần giảm thêm đến mốc kế tiếp, theo đơn vị tính của chỉ tiêu (tỷ lệ: điểm phần trăm).'
export const valueNote =
  'Giá trị mới nhất, theo đơn vị tính của chỉ tiêu. Màu đậm hơn là tốt hơn, so trong cùng một chỉ tiêu:'

const worstNamed = 3

/** The state of the city in two sentences, with who needs attention first. */
export function headline(comparison: Comparison, rows: readonly HeatRow[]): string {
  const { units, cells, good, bad, late, rest } = countCells(comparison)
  const quarter = quarterLabel(comparison.asOf)
  if (rest.length === 1 && rest[0]?.status === 'noData' && rest[0].count === cells) {
    return `${quarter}: ${units} đơn vị chưa có số liệu đã duyệt nào. Kết quả hiện ở đây khi số liệu của đơn vị được duyệt.`
  }
  const count = (number: number) => formatNumber(number, 0)
  const silent = rows.filter(({ judged }) => judged === 0).length
  const worst = rows
    .filter(({ judged }) => judged > 0)
    .slice(0, worstNamed)
    .map(({ unit, good, judged }) => `${unitTitle(unit)} (${good}/${judged} chỉ tiêu tốt)`)
  const counts = [
    `${count(good)} trong ${count(cells)} kết quả đạt hoặc đúng tiến độ`,
    `${count(late)} chậm hoặc cần tăng tốc`,
    `${count(bad)} không đạt, mất mốc hoặc thụt lùi`,
    ...rest.map((one) => `${count(one.count)} ${uncapitalize(statusLabels[one.status])}`),
  ]
  return [
    `${quarter}, ${units} đơn vị: ${counts.join('; ')}.`,
    ...(silent > 0 ? [`${silent} đơn vị chưa đánh giá được chỉ tiêu nào.`] : []),
    ...(worst.length > 1 ? [`Cần chú ý trước: ${worst.join(', ')}.`] : []),
  ].join(' ')
}
