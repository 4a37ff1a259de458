import { type Quarter, todayInVietnam } from '@moc57/shared'
import { useSearch } from '@tanstack/react-router'
import { z } from 'zod'
import { currentQuarter } from './as-of.ts'

/** The first day whose knowledge can be asked for. */
export const firstKnownDay = '2025-01-01'

/** `?bietDen=2026-05-20`: as known at the end of this day; a day that is none, or has not come, is today. */
export const KnownSearch = z.object({
  bietDen: z.iso
    .date()
    .refine((day) => day >= firstKnownDay && day < todayInVietnam(new Date()))
    .optional()
    .catch(undefined),
})
export type KnownSearch = z.infer<typeof KnownSearch>

/** The day whose knowledge the address asks for; undefined for what is known today. */
export function useKnownOn(): string | undefined {
  return useSearch({ strict: false, select: (search) => KnownSearch.parse(search).bietDen })
}

/** What a call asks for: the quarter that the page names, also where another day's knowledge is read. */
export function viewFields(asOf: Quarter | undefined, knownOn: string | undefined) {
  if (knownOn) return { asOf: asOf ?? currentQuarter(), knownOn }
  return asOf ? { asOf } : {}
}
