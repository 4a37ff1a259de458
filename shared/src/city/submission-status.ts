import { z } from 'zod'
import type { ReportingFrequency } from '../indicators/indicator.ts'
import { type Quarter, startOfDayInVietnam } from '../quarter.ts'
import { vietnameseOrder } from '../text.ts'

/**
 * How a unit has reported a quarter. `silent`: nothing has been sent up. `partial`: something is still owed. `late`,
 * `onTime`: all is there, sent after the due day or by it. `notBegun`: the data window has not opened.
 */
export const SubmissionStatus = z.enum(['silent', 'partial', 'late', 'onTime', 'notBegun'])
export type SubmissionStatus = z.infer<typeof SubmissionStatus>

export const submissionStatusLabels: Record<SubmissionStatus, string> = {
  silent: 'Chưa gửi',
  partial: 'Gửi thiếu',
  late: 'Gửi đủ, muộn',
  onTime: 'Gửi đủ, đúng hạn',
  notBegun: 'Chưa đến kỳ',
}

type Given = {
  /** When each indicator that is due was first sent up, ISO 8601; `null` for one that was not. */
  reported: readonly (string | null)[]
  /** Days as `2026-09-16`. */
  today: string
  from: string
  dueOn: string
}

/** Judged on when figures were sent up, not on when they were approved: that is the leader's day, not the office's. */
export function submissionStatusOf({ reported, today, from, dueOn }: Given): SubmissionStatus {
  if (today < from) return 'notBegun'
  if (reported.length > 0 && reported.every((at) => at === null)) return 'silent'
  if (reported.includes(null)) return 'partial'
  const dueBefore = startOfDayInVietnam(dueOn, 1)
  return reported.every((at) => at !== null && at < dueBefore) ? 'onTime' : 'late'
}

/** Whether an indicator is to be reported in the quarter: one that is reported yearly is due with the last of a year. */
export function isDueIn(period: Quarter, frequency: ReportingFrequency): boolean {
  return frequency === 'quarterly' || period.endsWith('Q4')
}

type Reported = { standing: SubmissionStatus; owed: readonly number[]; unit: { name: string } }

/** Who has sent nothing first, in each standing who owes the most; then by name. */
export function compareSubmissionStatus(a: Reported, b: Reported): number {
  const place = ({ standing }: Reported) => SubmissionStatus.options.indexOf(standing)
  return (
    place(a) - place(b) || b.owed.length - a.owed.length || vietnameseOrder.compare(a.unit.name, b.unit.name)
  )
}
