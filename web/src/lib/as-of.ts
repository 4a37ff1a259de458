import { periodOfDay, ReportingPeriod, todayInVietnam } from '@moc57/shared'
import { useSearch } from '@tanstack/react-router'
import { z } from 'zod'

/** The quarter that the calendar in Viet Nam shows. */
export function currentPeriod(): ReportingPeriod {
  return periodOfDay(todayInVietnam(new Date()))
}

/** `?ky=2026-Q3`: a quarter that cannot be read, or has not begun, is the quarter of today. */
export const AsOfSearch = z.object({
  ky: ReportingPeriod.refine((period) => period <= currentPeriod())
    .optional()
    .catch(undefined),
})

/** The quarter that the address asks for; undefined is the quarter of today. */
export function useAsOf(): ReportingPeriod | undefined {
  return useSearch({ strict: false, select: (search) => search.ky })
}
