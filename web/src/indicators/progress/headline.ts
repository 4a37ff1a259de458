import {
  isLate,
  type ProgressStatus,
  type Quarter,
  quarterLabel,
  statusClass,
  statusLabels,
} from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import { quarterText } from '../../lib/figures.ts'
import { uncapitalize } from '../../lib/text.ts'
import { countStatuses } from './counts.ts'
import { worstFirst } from './order.ts'

export type Headline = {
  /** "Quý III/2026: 12 trong 31 chỉ tiêu đạt, 7 chậm" */
  summary: string
  /** The most urgent indicator, if one is late. */
  worst: ProgressItem | undefined
  /** What is said instead of the most urgent one. */
  remark: string
}

/** The page in one sentence; it claims nothing where nothing, or next to nothing, has been reported. */
export function headlineOf(items: readonly ProgressItem[], asOf: Quarter): Headline {
  const total = items.length
  const measured = items.filter(({ value }) => value !== null).length
  if (measured === 0) {
    const summary = `${quarterLabel(asOf)}: chưa có số liệu nào được báo cáo cho ${total} chỉ tiêu`
    return { summary, worst: undefined, remark: '' }
  }
  const counts = countStatuses(items)
  const tell = (isTold: (status: ProgressStatus) => boolean) =>
    counts.flatMap(({ status, count }) =>
      isTold(status) ? [`${count} ${uncapitalize(statusLabels[status])}`] : [],
    )
  const only = (asked: ProgressStatus) => tell((status) => status === asked)
  const late = tell(isLate)
  const urgent = late.length > 0 ? late : only('needsAcceleration')
  const achieved = counts.find(({ status }) => status === 'achieved')?.count ?? 0
  const findings =
    measured * 2 < total
      ? [`mới có số liệu của ${measured} trong ${total} chỉ tiêu`, ...only('achieved'), ...urgent]
      : [`${achieved} trong ${total} chỉ tiêu đạt`, ...urgent, ...only('noData')]
  const worst = [...items]
    .sort(worstFirst)
    .find(({ status }) => ['red', 'orange'].includes(statusClass[status]))
  const summary = `${openingOf(items, asOf)} ${findings.join(', ')}`
  return { summary, worst, remark: worst ? '' : remarkOn(items) }
}

/** Which figures the sentence stands on: those of the quarter, or older ones while it has none yet. */
function openingOf(items: readonly ProgressItem[], asOf: Quarter): string {
  const latest = items.reduce((last, { period }) => (period !== null && period > last ? period : last), '')
  return latest === asOf
    ? `${quarterLabel(asOf)}:`
    : `${quarterLabel(asOf)} chưa có số liệu mới; theo số liệu đến ${quarterText(latest)},`
}

/** That nothing is late is said of those indicators only that can be judged. */
function remarkOn(items: readonly ProgressItem[]): string {
  const known = items.filter(({ status }) => statusClass[status] !== 'neither').length
  if (known === 0) return 'Chưa đánh giá được tiến độ của chỉ tiêu nào.'
  return known === items.length
    ? 'Không có chỉ tiêu nào chậm.'
    : `Trong ${known} chỉ tiêu đánh giá được, không có chỉ tiêu nào chậm.`
}
