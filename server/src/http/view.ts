import { formatDay, type Quarter, quarterOfDay, startOfDayInVietnam } from '@moc57/shared'
import type { Calendar } from './clock.ts'
import { badField } from './problem.ts'

/** The quarter to look from, and what is known then. */
export type View = {
  asOf: Quarter
  /** The latest quarter whose due day had passed on the day that the view is of. */
  closed: Quarter
  /** The instant before which things count as known; left out for all that is known today. */
  recordedBefore?: string
}

/**
 * The view that a request asks for: by default from the quarter of today with what is known today; with a `knownOn`
 * as somebody saw it at the end of that day. A day that has not come is refused.
 */
export function viewOf(
  { asOf, knownOn }: { asOf?: Quarter | undefined; knownOn?: string | undefined },
  { today, currentQuarter, closed, closedOn }: Calendar,
): View {
  if (knownOn === undefined) return { asOf: asOf ?? currentQuarter, closed }
  if (knownOn > today) {
    const detail = `Ngày ${formatDay(knownOn)} chưa đến. Hãy chọn ngày đến hết ${formatDay(today)}.`
    throw badField('#/knownOn', detail)
  }
  return {
    asOf: asOf ?? quarterOfDay(knownOn),
    closed: closedOn(knownOn),
    recordedBefore: startOfDayInVietnam(knownOn, 1),
  }
}
