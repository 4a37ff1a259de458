import type { Quarter } from '../quarter.ts'
import { type MilestoneTarget, milestoneQuarter } from './milestone.ts'
import type { Progress } from './progress.ts'
import type { ProgressFlag, ProgressStatus, Verdict } from './status.ts'

/** The last milestone date before the quarter, from which a path starts, whether or not that year has a target. */
export function passedMilestone(
  targets: readonly Pick<MilestoneTarget, 'milestone'>[],
  asOf: Quarter,
): number | undefined {
  return targets.findLast(({ milestone }) => milestoneQuarter(milestone) < asOf)?.milestone
}

/**
 * What stands beside a status so that nobody misreads it: why nothing can be judged, or that the value is just short of
 * the level of its quarter ("Đúng tiến độ" begins at 95 % of the way).
 */
export function statusNote(
  progress: Pick<Progress, 'status' | 'period' | 'pace' | 'flags' | 'targets'>,
  asOf: Quarter,
): string | null {
  if (progress.status === 'insufficientData') return insufficientReason(progress, asOf)
  const { ratio } = progress.pace
  return progress.status === 'onTrack' && ratio !== null && ratio < 1 ? 'sát mức cần có' : null
}

/** Why an indicator cannot be judged: "chưa có số liệu sau mốc 2025", "mới có một số liệu", "số liệu quá cũ". */
export function insufficientReason(
  { period, pace, flags, targets }: Pick<Progress, 'period' | 'pace' | 'flags' | 'targets'>,
  asOf: Quarter,
): string {
  if (pace.anchor?.period !== period) return 'số liệu quá cũ'
  if (flags.includes('assumedBaseline')) return 'mới có một số liệu'
  const passed = passedMilestone(targets, asOf)
  return passed === undefined ? 'mới có một số liệu' : `chưa có số liệu sau mốc ${passed}`
}

/** The words of the offices for each status. */
export const statusLabels: Record<ProgressStatus, string> = {
  missed: 'Không đạt',
  lost: 'Mất mốc đã đạt',
  regressing: 'Thụt lùi',
  behind: 'Chậm',
  needsAcceleration: 'Cần tăng tốc',
  insufficientData: 'Chưa đánh giá được',
  noData: 'Chưa có số liệu',
  onTrack: 'Đúng tiến độ',
  achieved: 'Đạt',
  unreadTarget: 'Chưa đọc được mục tiêu',
  notYetDue: 'Chưa đến giai đoạn',
  noTarget: 'Không đặt chỉ tiêu',
}

export const verdictLabels: Record<Verdict, string> = {
  met: 'Đã đạt',
  missed: 'Không đạt',
  notReported: 'Không có số liệu',
}

export const flagLabels: Record<ProgressFlag, string> = {
  overdue: 'Quá hạn báo cáo',
  stale: 'Số liệu cũ hơn 4 quý',
  unverified: 'Chưa xác minh',
  assumedBaseline: 'Tính từ số liệu đầu tiên',
  dueThisQuarter: 'Đến hạn trong quý này',
}
