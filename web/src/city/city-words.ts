import { type CityFigure, formatDay, formatValue } from '@moc57/shared'

/** The figure of all compared units, with how it was made. */
export function citySentence(
  { value, method, units }: CityFigure,
  unitOfMeasure: string,
  scope: string,
): string | null {
  if (value === null || method === null || units < 2) return null
  const made =
    method === 'ratioOfSums'
      ? `tổng tử số chia tổng mẫu số của ${units} đơn vị`
      : `trung vị của ${units} đơn vị, vì có đơn vị chỉ báo cáo tỷ lệ`
  return `${scope}: ${formatValue(value, unitOfMeasure)} (${made}).`
}

/** What a picture says of figures that are not of today's knowledge; nothing of those that are. */
export function knownText(knownOn: string | undefined): string | null {
  return knownOn ? `Theo số liệu có đến hết ngày ${formatDay(knownOn)}` : null
}
