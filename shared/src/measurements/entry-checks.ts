import { largestValue } from '../api/fields.ts'
import { valuePlaces } from '../indicators/figure.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { decimal } from '../rational.ts'

/** A figure as it is typed: a value, or a numerator and a denominator. */
export type TypedFigure = {
  value?: number | null | undefined
  numerator?: number | null | undefined
  denominator?: number | null | undefined
}

/** Why a figure is refused, and at which field. */
export type Refusal = { field: 'value' | 'numerator' | 'denominator'; detail: string }

/** Counts and amounts of money. */
const countPlaces = 6
/** A JSON number keeps so many digits exact: money in đồng, or in larger units with decimals. */
const countDigits = 15

/** What is wrong with a figure, before anything is asked of it; nothing where it can be kept. */
export function refusalsOf(
  { value, numerator, denominator }: TypedFigure,
  { unitOfMeasure, naturalMaximum }: Pick<Indicator, 'unitOfMeasure' | 'naturalMaximum'>,
): Refusal[] {
  const hasCounts = numerator != null || denominator != null
  if (hasCounts && value != null) {
    return [{ field: 'value', detail: 'Chỉ nhập giá trị, hoặc nhập tử số và mẫu số.' }]
  }
  if (!hasCounts) {
    if (value === undefined) return [{ field: 'value', detail: 'Hãy nhập giá trị, hoặc tử số và mẫu số.' }]
    return value === null ? [] : refusalsOfNumber('value', value, naturalMaximum, unitOfMeasure)
  }
  if (unitOfMeasure !== '%') {
    return [
      {
        field: 'numerator',
        detail: `Chỉ tiêu tính bằng ${unitOfMeasure}: hãy nhập giá trị, không nhập tử số.`,
      },
    ]
  }
  if (numerator == null) return [{ field: 'numerator', detail: 'Thiếu tử số.' }]
  if (denominator == null) return [{ field: 'denominator', detail: 'Thiếu mẫu số.' }]
  const refusals = [
    ...refusalsOfNumber('numerator', numerator, null, ''),
    ...refusalsOfNumber('denominator', denominator, null, ''),
  ]
  if (refusals.length > 0) return refusals
  if (denominator === 0) return [{ field: 'denominator', detail: 'Mẫu số bằng 0: không tính được tỷ lệ.' }]
  return naturalMaximum === 100 && numerator > denominator
    ? [{ field: 'numerator', detail: 'Tử số lớn hơn mẫu số: tỷ lệ không thể vượt 100%.' }]
    : []
}

function refusalsOfNumber(
  field: Refusal['field'],
  number: number,
  maximum: number | null,
  unitOfMeasure: string,
): Refusal[] {
  if (number < 0) return [{ field, detail: 'Số liệu không thể âm.' }]
  if (decimalsOf(number) > (field === 'value' ? valuePlaces : countPlaces)) {
    return [{ field, detail: 'Quá nhiều chữ số thập phân; hãy làm tròn đến 4 chữ số.' }]
  }
  const isTooLarge =
    field === 'value' ? number > largestValue : decimal(number).n.toString().length > countDigits
  if (isTooLarge) return [{ field, detail: 'Số quá lớn, hãy kiểm tra lại đơn vị tính.' }]
  if (maximum !== null && number > maximum) {
    return [
      {
        field,
        detail: `Lớn hơn mức cao nhất có thể (${maximum}${unitOfMeasure === '%' ? '%' : ` ${unitOfMeasure}`}).`,
      },
    ]
  }
  return []
}

/** How many decimals a number is written with. */
function decimalsOf(number: number): number {
  return decimal(number).d.toString().length - 1
}
