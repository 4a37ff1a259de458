import { flagLabels, type Output, type ProgressFlag } from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { quarterText } from './figures.ts'

type Indicator = Pick<Output<typeof readIndicator>, 'flags' | 'period' | 'pace' | 'asOf'>

export type FlagNote = { flag: ProgressFlag; label: string; meaning: string }

/** What each raised flag means here. */
export function flagNotes({ flags, period, pace, asOf }: Indicator): FlagNote[] {
  const measured = period ? quarterText(period) : ''
  const meanings: Record<ProgressFlag, string> = {
    overdue: `Kỳ báo cáo gần nhất đã khóa tính đến ${quarterText(asOf)} mà chưa có số liệu được duyệt.`,
    stale: `Số liệu dùng để tính là của ${measured}, cũ hơn 4 quý.`,
    unverified: `Số liệu ${measured} trích từ báo cáo của đơn vị, chưa được duyệt.`,
    assumedBaseline: `Không có số liệu tại mốc đã qua, nên lấy số liệu đầu tiên${pace.anchor ? ` (${quarterText(pace.anchor.period)})` : ''} làm điểm xuất phát.`,
  }
  return flags.map((flag) => ({ flag, label: flagLabels[flag], meaning: meanings[flag] }))
}
