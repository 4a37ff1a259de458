import { differenceUnit, formatGap, formatValue } from '../format.ts'
import type { Comparator } from './figure.ts'
import { isMetAt, isStrictFor } from './gap.ts'
import type { Direction } from './indicator.ts'

/** What the words of a gap depend on, beside the gap. */
export type GapFigure = { comparator: Comparator | null; direction: Direction; unitOfMeasure: string }

/** "trên " before a value of which the source gives only a bound: "trên 30%". */
export function boundOnly(comparator: Comparator | null): string {
  return comparator === 'greaterThan' ? 'trên ' : ''
}

/** What a value known only as "trên 30%" misses of a floor is less than it seems, and more of a ceiling. */
export function missingBound(comparator: Comparator | null, direction: Direction): string {
  if (comparator === null) return ''
  return direction === 'increase' ? 'dưới ' : 'trên '
}

/**
 * What is left of a target, in the words of its direction: "còn thiếu 14,2 điểm phần trăm", "cần giảm thêm 3 điểm phần
 * trăm", "vượt 5 tổ", "thấp hơn mức cho phép 2 điểm phần trăm", "vừa đạt", "mới bằng 95%, cần trên 95%".
 */
export function gapInWords(
  gap: number,
  { comparator, direction, unitOfMeasure }: GapFigure,
  target: { bound: number; strict: boolean } | null = null,
): string {
  if (gap === 0) return equalInWords({ comparator, direction, unitOfMeasure }, target)
  const distance = `${formatGap(gap, target?.bound)} ${differenceUnit(unitOfMeasure)}`
  return gap > 0
    ? missingWords(distance, direction, comparator)
    : beyondWords(distance, direction, comparator)
}

/** "còn thiếu 52 điểm phần trăm", "cần giảm thêm 3 tổ": `distance` is a number as it is shown, with its unit or without. */
export function missingWords(distance: string, direction: Direction, comparator: Comparator | null): string {
  const words = direction === 'increase' ? 'còn thiếu' : 'cần giảm thêm'
  return `${words} ${missingBound(comparator, direction)}${distance}`
}

/** "vượt 5 tổ", "thấp hơn mức cho phép 2 điểm phần trăm". */
export function beyondWords(distance: string, direction: Direction, comparator: Comparator | null): string {
  if (direction === 'increase') return `vượt ${boundOnly(comparator)}${distance}`
  return `thấp hơn mức cho phép ${comparator ? 'dưới ' : ''}${distance}`
}

/** Where value and bound are equal. */
function equalInWords(
  { comparator, direction, unitOfMeasure }: GapFigure,
  target: { bound: number; strict: boolean } | null,
): string {
  if (!target) return 'bằng mức mục tiêu'
  return atBoundInWords({ comparator, direction }, target.strict, formatValue(target.bound, unitOfMeasure))
}

/**
 * The same with the bound as it is shown: "vừa đạt", "mới bằng 95%, cần trên 95%", "mới bằng 2%, cần dưới 2%", for a
 * value known only as "trên 5%" "trên 5%, cần không quá 5%".
 */
export function atBoundInWords(
  { comparator, direction }: Omit<GapFigure, 'unitOfMeasure'>,
  strict: boolean,
  bound: string,
): string {
  if (isStrictFor({ comparator }, { strict }, direction)) {
    return `${comparator ? 'trên' : 'mới bằng'} ${bound}, ${askedAtBound(direction, strict, bound)}`
  }
  return comparator ? 'đạt' : 'vừa đạt'
}

/** What a bound asks of a value that has only come up to it: "cần trên 95%", "cần dưới 2%", "cần không quá 5%". */
export function askedAtBound(direction: Direction, strict: boolean, bound: string): string {
  return `cần ${direction === 'increase' ? 'trên' : strict ? 'dưới' : 'không quá'} ${bound}`
}

/** What is missing, for a column whose heading says the unit: "thiếu 52", "giảm thêm 3". Above zero only. */
export function missingText(
  gap: number,
  { comparator, direction }: Omit<GapFigure, 'unitOfMeasure'>,
  bound?: number,
): string {
  const words = direction === 'increase' ? 'thiếu' : 'giảm thêm'
  return `${words} ${missingBound(comparator, direction)}${formatGap(gap, bound)}`
}

/** The same whatever the gap: "thiếu 52", "giảm thêm 3", "đã đạt", "mới bằng 95%, cần trên 95%". */
export function gapInColumn(
  gap: number,
  figure: GapFigure,
  target: { bound: number; strict: boolean },
): string {
  if (isMetAt(gap, figure, target, figure.direction)) return 'đã đạt'
  return gap === 0 ? equalInWords(figure, target) : missingText(gap, figure, target.bound)
}
