import { z } from 'zod'
import { foldText, normalizeText } from './text.ts'

/** Kinds of commune-level unit since 01/7/2025. */
export const UnitType = z.enum(['phường', 'xã', 'đặc khu'])
export type UnitType = z.infer<typeof UnitType>

/** A commune-level administrative unit. Its key is the 5-digit statistics code, as a string. */
export const AdministrativeUnit = z
  .object({
    code: z.string(),
    name: z.string().meta({ description: 'Without its type: "Kiến An"' }),
    type: UnitType,
    provinceCode: z.string(),
  })
  .meta({ id: 'AdministrativeUnit' })
export type AdministrativeUnit = z.infer<typeof AdministrativeUnit>

/** "phường Kiến An", as it stands inside a sentence. */
export function unitTitle({ type, name }: Pick<AdministrativeUnit, 'type' | 'name'>): string {
  return `${type} ${name}`
}

const typePrefix =
  /^(?:(?:phường|phuong|xã|xa|đặc khu|dac khu|thị trấn|thi tran)\s+|(?:p|x|đk|dk|tt)\.\s*)(?=\S)/iu

/**
 * What a search for a unit compares: folded, without "phường", "xã", "P." or "X." before the name. Phương Liệt keeps
 * its first word, which is no type; a name that is spelled like one (Xa Dung) cannot.
 */
export function foldUnitName(text: string): string {
  return foldText(normalizeText(text).replace(typePrefix, ''))
}
