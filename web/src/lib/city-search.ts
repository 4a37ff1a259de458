import { todayInVietnam, type UnitType } from '@moc57/shared'
import { z } from 'zod'

/** The kinds of unit as they stand in an address. */
export const unitTypeSlugs = { phuong: 'phường', xa: 'xã', 'dac-khu': 'đặc khu' } as const satisfies Record<
  string,
  UnitType
>
type UnitTypeSlug = keyof typeof unitTypeSlugs

/** The first day whose knowledge can be asked for. */
export const firstKnownDay = '2025-01-01'

/** What every view of the city keeps in its address, beside the quarter: the kind of unit, the day of knowledge. */
export const CitySearch = z.object({
  /** As it was known at the end of this day; a day that is none, or has not come, is today. */
  bietDen: z.iso
    .date()
    .refine((day) => day >= firstKnownDay && day < todayInVietnam(new Date()))
    .optional()
    .catch(undefined),
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
