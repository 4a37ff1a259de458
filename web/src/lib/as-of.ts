import { Quarter, quarterOfDay, todayInVietnam } from '@moc57/shared'
import { useSearch } from '@tanstack/react-router'
import { z } from 'zod'

/** The quarter that the calendar in Viet Nam shows. */
export function currentQuarter(): Quarter {
  return quarterOfDay(todayInVietnam(new Date()))
}

/** `?ky=2026-Q3`: a quarter that cannot be read, or has not begun, is the quarter of today. */
export const AsOfSearch = z.object({
  ky: Quarter.refine((period) => period <= currentQuarter())
    .optional()
    .catch(undefined),
})

/** The quarter that the address asks for; undefined is the quarter of today. */
export function useAsOf(): Quarter | undefined {
  return useSearch({ strict: false, select: (search) => search.ky })
}
