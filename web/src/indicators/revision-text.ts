import { boundOnly, formatNumber, formatRecorded, type Measurement } from '@moc57/shared'

type Figure = Pick<Measurement, 'value' | 'numerator' | 'denominator'> &
  Partial<Pick<Measurement, 'comparator'>>

/** "66,67% (2 / 3)", "trên 30%"; a figure that was taken back, or a share of nothing, in words. */
export function revisionText(
  { value, numerator, denominator, comparator = null }: Figure,
  unitOfMeasure: string,
): string {
  if (value === null) return denominator === null ? 'bỏ trống' : 'không tính được'
  const text = boundOnly(comparator) + formatRecorded(value, unitOfMeasure)
  return numerator === null || denominator === null
    ? text
    : `${text} (${formatNumber(numerator, 4)} / ${formatNumber(denominator, 4)})`
}
