import { normalizeText } from './text.ts'

/** What a number is called that can be read two ways: "1.234" is 1234 to an office and 1,234 to a program. */
export const ambiguousNumber = Symbol('ambiguous number')

/**
 * Reads a number as offices type it: "85,5", "85.5", "1.234.567", "1.234,5", "1 234,5". A single separator before
 * exactly three digits is ambiguous unless what stands before it is a bare zero ("0.125"). `undefined` where the
 * text is not a number.
 */
export function parseVietnameseNumber(text: string): number | typeof ambiguousNumber | undefined {
  const digits = normalizeText(text).replace(/(?<=\d) (?=\d{3}(?!\d))/g, '')
  if (/^-?\d+$/.test(digits)) return Number(digits)
  if (/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return ambiguousNumber
  if (/^-?\d+[.,]\d+$/.test(digits)) return Number(digits.replace(',', '.'))
  if (/^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(digits))
    return Number(digits.replaceAll('.', '').replace(',', '.'))
  if (/^-?[1-9]\d{0,2}(,\d{3}){2,}(\.\d+)?$/.test(digits)) return Number(digits.replaceAll(',', ''))
  return undefined
}
