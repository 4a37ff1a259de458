import { type Quarter, quarterOfDay, todayInVietnam } from '@moc57/shared'
import { useSearch } from '@tanstack/react-router'
import { quarterParam, searchOf } from './search-params.ts'

/** The quarter that the calendar in Viet Nam shows. */
export function currentQuarter(): Quarter {
  return quarterOfDay(todayInVietnam(new Date()))
}

/** `?ky=2026-Q3`: a quarter that cannot be read, or has not begun, is the quarter of today. */
export const AsOfSearch = searchOf({
  ky: (text) => {
    const quarter = quarterParam(text)
    return quarter !== undefined && quarter <= currentQuarter() ? quarter : undefined
  },
})

/** The quarter that the address asks for; undefined is the quarter of today. */
export function useAsOf(): Quarter | undefined {
  return useSearch({ strict: false, select: (search) => search.ky })
}
