import { changeBetween, compareStatus, type Quarter, shiftQuarter } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import { isWorse } from './wording.ts'

export type StatusChange = { item: ProgressItem; worse: boolean }

export type Changes = {
  since: Quarter
  /** Indicators whose status is another one than a quarter ago; worse ones first. */
  statuses: StatusChange[]
  /** Whose figure went the good way, or the other; with a decreasing indicator a rise is worse. */
  better: number
  worse: number
  unchanged: number
  /** Without a figure of this quarter. */
  unreported: number
}

/** What happened to the indicators since the quarter before. */
export function changesOf(items: readonly ProgressItem[], asOf: Quarter): Changes {
  const statuses = items
    .flatMap((item): StatusChange[] =>
      item.previous && item.previous.status !== item.status
        ? [{ item, worse: compareStatus(item.status, item.previous.status) < 0 }]
        : [],
    )
    .sort((a, b) => Number(b.worse) - Number(a.worse) || compareStatus(a.item.status, b.item.status))
  const reported = items.filter(({ period }) => period === asOf)
  const differences = reported.flatMap(({ value, previous, direction }) =>
    value === null || previous?.value == null
      ? []
      : [{ change: changeBetween(previous.value, value), direction }],
  )
  const worse = differences.filter(({ change, direction }) => isWorse(change, direction)).length
  const unchanged = differences.filter(({ change }) => change === 0).length
  return {
    since: shiftQuarter(asOf, -1),
    statuses,
    better: differences.length - worse - unchanged,
    worse,
    unchanged,
    unreported: items.length - reported.length,
  }
}
