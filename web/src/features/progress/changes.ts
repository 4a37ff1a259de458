import { changeBetween, compareStatus, type ReportingPeriod, shiftPeriod } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'

export type StatusChange = { item: ProgressItem; worse: boolean }

export type Changes = {
  since: ReportingPeriod
  /** Indicators whose status is another one than a quarter ago; worse ones first. */
  statuses: StatusChange[]
  up: number
  down: number
  unchanged: number
  /** Without a figure of this quarter. */
  unreported: number
}

/** What happened to the indicators since the quarter before. */
export function changesOf(items: readonly ProgressItem[], asOf: ReportingPeriod): Changes {
  const statuses = items
    .flatMap((item): StatusChange[] =>
      item.previous && item.previous.status !== item.status
        ? [{ item, worse: compareStatus(item.status, item.previous.status) < 0 }]
        : [],
    )
    .sort((a, b) => Number(b.worse) - Number(a.worse) || compareStatus(a.item.status, b.item.status))
  const reported = items.filter(({ period }) => period === asOf)
  const differences = reported.flatMap(({ value, previous }) =>
    value === null || previous?.value == null ? [] : [changeBetween(previous.value, value)],
  )
  return {
    since: shiftPeriod(asOf, -1),
    statuses,
    up: differences.filter((difference) => difference > 0).length,
    down: differences.filter((difference) => difference < 0).length,
    unchanged: differences.filter((difference) => difference === 0).length,
    unreported: items.length - reported.length,
  }
}
