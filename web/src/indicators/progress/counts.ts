import { type ProgressStatus, progressStatuses } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'

export type StatusCount = { status: ProgressStatus; count: number }

/** How many indicators stand where, worst first; statuses that no indicator has are left out. */
export function countStatuses(items: readonly ProgressItem[]): StatusCount[] {
  return progressStatuses.flatMap((status) => {
    const count = items.filter((item) => item.status === status).length
    return count > 0 ? [{ status, count }] : []
  })
}
