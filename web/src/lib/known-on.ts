import { type Quarter, todayInVietnam } from '@moc57/shared'
import { useSearch } from '@tanstack/react-router'
import { currentQuarter } from './as-of.ts'
import { dayParam, searchOf } from './search-params.ts'

/** The first day whose knowledge can be asked for. */
export const firstKnownDay = '2025-01-01'

/** `?bietDen=2026-05-20`: as known at the end of this day; a day that is none, or has not come, is today. */
export const knownParams = {
  bietDen: (text: string) => {
    const day = dayParam(text)
    return day !== undefined && day >= firstKnownDay && day < todayInVietnam(new Date()) ? day : undefined
  },
}
export const KnownSearch = searchOf(knownParams)
export type KnownSearch = ReturnType<typeof KnownSearch>

/** The day whose knowledge the address asks for; undefined for what is known today. */
export function useKnownOn(): string | undefined {
  return useSearch({ strict: false, select: (search) => KnownSearch(search).bietDen })
}

/** What a call asks for: the quarter that the page names, also where another day's knowledge is read. */
export function viewFields(asOf: Quarter | undefined, knownOn: string | undefined) {
  if (knownOn) return { asOf: asOf ?? currentQuarter(), knownOn }
  return asOf ? { asOf } : {}
}
