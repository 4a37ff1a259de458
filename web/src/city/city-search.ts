import type { UnitType } from '@moc57/shared'
import { z } from 'zod'
import { KnownSearch } from '../lib/known-on.ts'

/** The kinds of unit as they stand in an address. */
export const unitTypeSlugs = { phuong: 'phường', xa: 'xã', 'dac-khu': 'đặc khu' } as const satisfies Record<
  string,
  UnitType
>
type UnitTypeSlug = keyof typeof unitTypeSlugs

/** What every view of the city keeps in its address, beside the quarter: the kind of unit, the day of knowledge. */
export const CitySearch = KnownSearch.extend({
  loai: z
    .enum(Object.keys(unitTypeSlugs) as UnitTypeSlug[])
    .optional()
    .catch(undefined),
})
export type CitySearch = z.infer<typeof CitySearch>

/** The kind of unit that the address asks for; undefined for all of them. */
export function unitTypeOf({ loai }: CitySearch): UnitType | undefined {
  return loai && unitTypeSlugs[loai]
}
