import { codesOf, type UnitType } from '@moc57/shared'
import { knownParams } from '../lib/known-on.ts'
import { oneOf, searchOf } from '../lib/search-params.ts'

/** The kinds of unit as they stand in an address. */
export const unitTypeSlugs = { phuong: 'phường', xa: 'xã', 'dac-khu': 'đặc khu' } as const satisfies Record<
  string,
  UnitType
>

/** What every view of the city keeps in its address, beside the quarter: the kind of unit, the day of knowledge. */
export const CitySearch = searchOf({ ...knownParams, loai: oneOf(codesOf(unitTypeSlugs)) })
export type CitySearch = ReturnType<typeof CitySearch>

/** The kind of unit that the address asks for; undefined for all of them. */
export function unitTypeOf({ loai }: CitySearch): UnitType | undefined {
  return loai && unitTypeSlugs[loai]
}
