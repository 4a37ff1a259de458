import { type MilestoneTarget, milestonePeriod } from './milestone.ts'
import type { Progress, ProgressStatus } from './progress.ts'
import type { ReportingPeriod } from './reporting-period.ts'

/** What each status means, in a line for somebody who has never met it. */
export const statusMeanings: Record<ProgressStatus, string> = {
  missed: 'Mốc đã đến hạn mà kết quả chưa đạt mục tiêu của mốc.',
  lost: 'Đã từng đạt mục tiêu, nay kết quả không còn đạt.',
  regressing: 'Kết quả kém hơn điểm xuất phát của giai đoạn.',
  behind: 'Mới đi được dưới 60% quãng đường cần đi đến thời điểm có số liệu.',
  needsAcceleration: 'Đã đi được từ 60% đến dưới 95% quãng đường cần đi.',
  insufficientData: 'Chưa có số liệu mới sau điểm xuất phát, hoặc số liệu cũ hơn 4 quý.',
  noData: 'Chưa có số liệu được duyệt; không phải là bằng 0.',
  unreadTarget: 'Chưa xác định được mục tiêu kế hoạch ghi; cần người phụ trách kế hoạch xác nhận.',
  onTrack: 'Đã đi được từ 95% quãng đường cần đi trở lên.',
  achieved: 'Kết quả đã đạt mục tiêu của mốc kế tiếp.',
  notYetDue: 'Kế hoạch ghi “-” cho mốc liền trước; giai đoạn thực hiện chưa bắt đầu.',
  noTarget: 'Kế hoạch không đặt mục tiêu cho mốc nào.',
}

/** The last milestone date before the quarter, from which a path starts, whether or not that year has a target. */
export function passedMilestone(
  targets: readonly Pick<MilestoneTarget, 'milestone'>[],
  asOf: ReportingPeriod,
): number | undefined {
  return targets.findLast(({ milestone }) => milestonePeriod(milestone) < asOf)?.milestone
}

/**
 * What stands beside a status so that nobody misreads it: why nothing can be judged, or that the value is just short of
 * the level of its quarter ("Đúng tiến độ" begins at 95 % of the way).
 */
export function statusNote(
  progress: Pick<Progress, 'status' | 'period' | 'pace' | 'flags' | 'targets'>,
  asOf: ReportingPeriod,
): string | null {
  if (progress.status === 'insufficientData') return insufficientReason(progress, asOf)
  const { ratio } = progress.pace
  return progress.status === 'onTrack' && ratio !== null && ratio < 1 ? 'sát mức cần có' : null
}

/** Why an indicator cannot be judged: "chưa có số liệu sau mốc 2025", "mới có một số liệu", "số liệu quá cũ". */
export function insufficientReason(
  { period, pace, flags, targets }: Pick<Progress, 'period' | 'pace' | 'flags' | 'targets'>,
  asOf: ReportingPeriod,
): string {
  if (pace.anchor?.period !== period) return 'số liệu quá cũ'
  if (flags.includes('assumedBaseline')) return 'mới có một số liệu'
  const passed = passedMilestone(targets, asOf)
  return passed === undefined ? 'mới có một số liệu' : `chưa có số liệu sau mốc ${passed}`
}
