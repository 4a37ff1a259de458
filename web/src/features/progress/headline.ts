import { type ProgressStatus, statusLabels } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import { uncapitalize } from '../../lib/text.ts'
import { countStatuses } from './counts.ts'
import { worstFirst } from './order.ts'

/** What cannot wait, in the order it is told. */
const alarming: readonly ProgressStatus[] = ['missed', 'lost', 'regressing', 'behind']

export type Headline = {
  /** "12 trong 31 chỉ tiêu đạt, 7 chậm" */
  summary: string
  /** The most urgent indicator, if one is late. */
  worst: ProgressItem | undefined
  /** What is said instead of the most urgent one. */
  remark: string
}

/** Statuses that say something about the pace or the result. */
const judged: readonly ProgressStatus[] = [...alarming, 'needsAcceleration', 'onTrack', 'achieved']

/** The page in one sentence; it claims nothing where nothing, or next to nothing, has been reported. */
export function headlineOf(items: readonly ProgressItem[]): Headline {
  const total = items.length
  const measured = items.filter(({ value }) => value !== null).length
  if (measured === 0) {
    return { summary: `chưa có số liệu nào được báo cáo cho ${total} chỉ tiêu`, worst: undefined, remark: '' }
  }
  const counts = countStatuses(items)
  const tell = (statuses: readonly ProgressStatus[]) =>
    counts.flatMap(({ status, count }) =>
      statuses.includes(status) ? [`${count} ${uncapitalize(statusLabels[status])}`] : [],
    )
  const late = tell(alarming)
  const urgent = late.length > 0 ? late : tell(['needsAcceleration'])
  const achieved = counts.find(({ status }) => status === 'achieved')?.count ?? 0
  const summary =
    measured * 2 < total
      ? [`mới có số liệu của ${measured} trong ${total} chỉ tiêu`, ...tell(['achieved']), ...urgent]
      : [`${achieved} trong ${total} chỉ tiêu đạt`, ...urgent, ...tell(['noData'])]
  const worst = [...items]
    .sort(worstFirst)
    .find(({ status }) => alarming.includes(status) || status === 'needsAcceleration')
  return { summary: summary.join(', '), worst, remark: worst ? '' : remarkOn(items) }
}

/** That nothing is late is said of those indicators only that can be judged. */
function remarkOn(items: readonly ProgressItem[]): string {
  const known = items.filter(({ status }) => judged.includes(status)).length
  if (known === 0) return 'Chưa đủ số liệu để đánh giá tiến độ.'
  return known === items.length
    ? 'Không có chỉ tiêu nào chậm.'
    : `Trong ${known} chỉ tiêu đánh giá được, không có chỉ tiêu nào chậm.`
}
