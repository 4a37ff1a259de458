import { flagLabels, type Output, type ProgressFlag, passedMilestone } from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { quarterText } from '../../lib/figures.ts'
import { noAnchorReason } from './passed-milestones.ts'

type Indicator = Pick<
  Output<typeof readIndicator>,
  'flags' | 'period' | 'pace' | 'asOf' | 'targets' | 'frequency'
>

export type FlagNote = { flag: ProgressFlag; label: string; meaning: string }

/** What each raised flag means here. */
export function flagNotes({ flags, period, pace, asOf, targets, frequency }: Indicator): FlagNote[] {
  const measured = period ? quarterText(period) : ''
  const due =
    frequency === 'yearly'
      ? 'Kỳ báo cáo năm gần nhất đã đến hạn (số liệu quý IV)'
      : 'Kỳ báo cáo gần nhất đã đến hạn'
  const first = pace.anchor ? ` (${quarterText(pace.anchor.period)})` : ''
  const reason = noAnchorReason(passedMilestone(targets, asOf))
  const meanings: Record<ProgressFlag, string> = {
    overdue: `${due}, xét đến ${quarterText(asOf)}, chưa có số liệu được duyệt.`,
    stale: `Số liệu dùng để tính là của ${measured}, cũ hơn 4 quý so với ${quarterText(asOf)}.`,
    unverified: `Số liệu ${measured} trích từ báo cáo của đơn vị, chưa được duyệt.`,
    dueThisQuarter: `Mốc kế tiếp đến hạn trong ${quarterText(asOf)}; quý này đang thu số liệu nên chưa kết luận.`,
    assumedBaseline: `Tiến độ tính từ số liệu đầu tiên${first}, vì ${reason}.`,
  }
  return flags.map((flag) => ({ flag, label: flagLabels[flag], meaning: meanings[flag] }))
}
