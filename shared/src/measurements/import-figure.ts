import { ambiguousNumber, parseVietnameseNumber } from '../number.ts'
import { foldText, normalizeText, withUsualWidth } from '../text.ts'

/** A figure as a cell states it; `number: null` where the cell is empty or holds a dash. */
export type StatedFigure = { number: number | null; isAbove: boolean }

/**
 * Reads the text of a cell: "85,5 %", "trên 30%", "26 tổ", with any Unicode form and no-break spaces. What cannot be
 * read, or can be read two ways, is refused in words; numerators and denominators have no unit of measure.
 */
export function readFigureText(text: string, unitOfMeasure: string): StatedFigure | { refusal: string } {
  const stated = normalizeText(withUsualWidth(text))
  const above = /^(?:>|trên\s)\s*(.+)$/iu.exec(stated)?.[1]
  const bare = withoutUnit(above ?? stated, unitOfMeasure)
  const digits = isShare(unitOfMeasure) ? bare : withoutThousands(bare)
  if (/^[-–—]?$/.test(digits)) return { number: null, isAbove: false }
  const number = parseVietnameseNumber(digits)
  if (number === ambiguousNumber) {
    const [whole, decimals] = digits.split(/[.,]/)
    return { refusal: `“${stated}” đọc được hai cách: ghi ${whole}${decimals} hoặc ${whole},${decimals}0.` }
  }
  if (number === undefined || !Number.isFinite(number))
    return { refusal: `“${shortened(stated)}” không phải là số.` }
  return { number, isAbove: above !== undefined }
}

const isShare = (unitOfMeasure: string) => /[%‰]/.test(unitOfMeasure)

/** Of counts, people and money a point before three digits is a thousands mark: "1.045" is 1045. */
function withoutThousands(digits: string): string {
  return /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits) ? digits.replaceAll('.', '') : digits
}

function withoutUnit(text: string, unitOfMeasure: string): string {
  const unit = normalizeText(unitOfMeasure)
  const isNamed = unit !== '' && foldText(text).endsWith(foldText(unit))
  return isNamed ? text.slice(0, text.length - unit.length).trim() : text
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
