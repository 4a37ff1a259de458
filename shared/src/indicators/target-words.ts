import { formatNumber } from '../format.ts'
import type { Indicator } from './indicator.ts'
import type { Reading, ReadingProblem, Target } from './target.ts'

type Read = Reading & Partial<Pick<Target, 'aspirational'>>

/**
 * A reading as a plan could print it, "không quá 5%", "từ 80 đến 90%"; read again it says the same. A text that was
 * not read has no such words.
 */
export function readingInWords(
  { kind, lower, upper, object, aspirational }: Read,
  { unitOfMeasure }: Pick<Indicator, 'unitOfMeasure'>,
): string {
  const figure = (bound: number | null) => numberInPrint(bound ?? 0) + unitInPrint(unitOfMeasure)
  const words = (): string => {
    switch (kind) {
      case 'none':
        return '-'
      case 'unread':
        return ''
      case 'atLeast':
        return `ít nhất ${figure(lower)}`
      case 'moreThan':
        return `trên ${figure(lower)}`
      case 'atMost':
        return `không quá ${figure(upper)}`
      case 'lessThan':
        return `dưới ${figure(upper)}`
      case 'reach':
        return `đạt ${figure(lower ?? upper)}`
      case 'range':
        return `từ ${numberInPrint(lower ?? 0)} đến ${figure(upper)}`
    }
  }
  if (kind === 'unread') return ''
  return [aspirational && 'phấn đấu', words(), object].filter(Boolean).join(' ')
}

/** Without thousands marks, and never with exactly three decimals: "1,234" can be read two ways. */
function numberInPrint(value: number): string {
  const [whole = '', decimals = ''] = String(value).split('.')
  if (decimals === '') return whole
  return `${whole},${decimals.length === 3 ? `${decimals}0` : decimals}`
}

function unitInPrint(unitOfMeasure: string): string {
  return /^[%‰/]/u.test(unitOfMeasure) ? unitOfMeasure : ` ${unitOfMeasure}`
}

/** Why a reading cannot stand, and what to look at, in one or two sentences. */
export function problemText(
  problem: ReadingProblem,
  {
    unitOfMeasure,
    naturalMaximum,
    direction,
  }: Pick<Indicator, 'unitOfMeasure' | 'naturalMaximum' | 'direction'>,
): string {
  const figure = (value: number) => formatNumber(value, 4) + unitInPrint(unitOfMeasure)
  switch (problem.code) {
    case 'againstDirection':
      return direction === 'increase'
        ? `Chỉ tiêu này càng cao càng tốt, mà ${figure(problem.bound)} lại là mức không được vượt. Hãy xem lại mục tiêu hoặc chiều của chỉ tiêu.`
        : `Chỉ tiêu này càng thấp càng tốt, mà ${figure(problem.bound)} lại là mức thấp nhất phải có. Hãy xem lại mục tiêu hoặc chiều của chỉ tiêu.`
    case 'aboveMaximum':
      return `${figure(problem.bound)} vượt mức tối đa ${figure(naturalMaximum ?? 0)} của chỉ tiêu.`
    case 'neverMet':
      return direction === 'increase'
        ? `Mức tối đa là ${figure(problem.bound)}, nên không thể trên ${figure(problem.bound)}.`
        : `Số liệu không thể dưới ${figure(problem.bound)}.`
    case 'upsideDown':
      return `Khoảng ${formatNumber(problem.lower, 4)} - ${figure(problem.upper)} ghi ngược: số đầu phải nhỏ hơn số sau.`
  }
}
