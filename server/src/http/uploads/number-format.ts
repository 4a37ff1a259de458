import { decimalComma, type PlainContent, type SheetCell } from './sheet.ts'

/** What a number format of Excel prints around a number, and whether it multiplies by a hundred or makes a date. */
type Printed = {
  before: string
  after: string
  isShare: boolean
  isDate: boolean
  /** It shows other digits than the number has: a fraction, thousands of it, or words instead of it. */
  isOther: boolean
}

/** Of the sections of a format the one for a number: the second is for negative ones, the third for zero. */
function sectionFor(value: number, format: string): string {
  const sections = format.match(/(?:"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?|[^;])+/gsu) ?? [format]
  const [positive = format, negative = positive, zero = positive] = sections
  if (value === 0) return zero
  return value < 0 ? negative : positive
}

function printedBy(format: string): Printed {
  const printed: Printed = { before: '', after: '', isShare: false, isDate: false, isOther: false }
  let hasDigits = false
  const say = (words: string) => {
    if (hasDigits) printed.after += words
    else printed.before += words
  }
  const tokens = format.match(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?|General|[\s\S]/giu) ?? []
  for (const token of tokens) {
    if (/^general$/i.test(token) || /^[0#?]$/.test(token)) hasDigits = true
    else if (token.startsWith('"')) say(token.replaceAll('"', ''))
    else if (/^\\./su.test(token)) say(token.slice(1))
    else if (/^\[[hms]+\]$/i.test(token)) printed.isDate = true
    else if (/^[[_*]/.test(token)) continue
    else if (token === '%') {
      printed.isShare = true
      say('%')
    } else if (/^[dmyhs]$/i.test(token)) printed.isDate = true
    else if (!/^[.,/eE+-]$/.test(token)) say(token)
  }
  const bare = format.replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?/gsu, '')
  printed.isOther = !hasDigits || /[?#0]\s*\/\s*[?#\d]/.test(bare) || /[0#?],+(?![0#?])/.test(bare)
  return printed
}

export function isDateFormat(format: string): boolean {
  return printedBy(sectionFor(1, format)).isDate
}

/**
 * A number as its format shows it: `0.9` with `0.0"%"` is the text "0,9%", with `0%` the share 90, with `0"h"` a doubt.
 * Every digit that is stored is kept, also where fewer are shown.
 */
export function numberAsShown(value: number, format: string | undefined): SheetCell {
  const number = withoutDust(value)
  if (!format || /^(general|@)$/i.test(format)) return number
  const section = sectionFor(number, format)
  const { before, after, isShare, isOther } = printedBy(section)
  const figure: PlainContent = isShare ? { percent: withoutDust(value * 100) } : number
  // Without a place for it a zero is a dash, or nothing at all.
  const isUnseen = number === 0 && !/0|general/i.test(section)
  if (isOther || isUnseen) {
    const shown = `${before}${after}`.trim() || (isUnseen ? '(trống)' : decimalComma(number))
    return { doubt: 'format', content: figure, shown }
  }
  const words = `${before}${after}`.replace(/\s/gu, '')
  if (words === (isShare ? '%' : '')) return figure
  const digits = decimalComma(typeof figure === 'number' ? figure : figure.percent)
  const shown = `${before}${digits}${after}`.trim()
  const isSaid = /^[≥≤<>=]*$/u.test(before.trim()) && /^%?$/.test(after.trim())
  return isSaid ? shown : { doubt: 'format', content: figure, shown }
}

/** Excel computes and shows 15 digits; what lies beyond (0.1 + 0.2) is dust. */
function withoutDust(value: number): number {
  return Number(value.toPrecision(15))
}
