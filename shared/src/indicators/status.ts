import { z } from 'zod'

/** Where an indicator stands; design.md section 3. In the order of every list: what needs action first. */
export const progressStatuses = [
  'missed',
  'lost',
  'regressing',
  'behind',
  'needsAcceleration',
  'insufficientData',
  'noData',
  'unreadTarget',
  'onTrack',
  'achieved',
  'notYetDue',
  'noTarget',
] as const
export const ProgressStatus = z.enum(progressStatuses)
export type ProgressStatus = z.infer<typeof ProgressStatus>

/** The order of every list: what needs action first. */
export function compareStatus(a: ProgressStatus, b: ProgressStatus): number {
  return progressStatuses.indexOf(a) - progressStatuses.indexOf(b)
}

/** What is late beyond doubt: red, and of the orange ones what has gone less than 60 % of its way. */
export function isLate(status: ProgressStatus): boolean {
  return statusClass[status] === 'red' || status === 'behind'
}

/** What a status asks of people: red and orange ones to act; the rest is neither good nor bad and counted by name. */
export const statusClass: Record<ProgressStatus, 'red' | 'orange' | 'good' | 'neither'> = {
  missed: 'red',
  lost: 'red',
  regressing: 'red',
  behind: 'orange',
  needsAcceleration: 'orange',
  insufficientData: 'neither',
  noData: 'neither',
  unreadTarget: 'neither',
  onTrack: 'good',
  achieved: 'good',
  notYetDue: 'neither',
  noTarget: 'neither',
}

/** What became of a due milestone: judged on its Q4, or the last value at most four quarters older. */
export const Verdict = z.enum(['met', 'missed', 'notReported'])
export type Verdict = z.infer<typeof Verdict>

/**
 * `overdue`: the latest quarter that is due has no value, and none is newer. `stale`: the value is older than four
 * quarters. `unverified`: it was read from a document and nobody approved it. `assumedBaseline`: no value stands at a
 * milestone that has passed, so the first measurement serves as the anchor. `dueThisQuarter`: the next milestone is
 * that of this quarter, which is still being collected.
 */
export const ProgressFlag = z.enum(['overdue', 'stale', 'unverified', 'assumedBaseline', 'dueThisQuarter'])
export type ProgressFlag = z.infer<typeof ProgressFlag>
