import { formatNumber, formatValue, periodLabel, type ReportingPeriod } from '@moc57/shared'
import { uncapitalize } from '../../lib/text.ts'

/** As many decimals, from two on, as keep a figure on its own side of every bound it is compared with. */
export function formatFigure(figure: number, bounds: readonly number[] = []): string {
  const digits = [2, 3, 4, 5, 6, 7, 8, 9].find((places) =>
    bounds.every((bound) => Number(figure.toFixed(places)) < bound === figure < bound),
  )
  return formatNumber(figure, digits ?? 10).replace('-', '−')
}

/** A figure inside a formula: a negative one stands in brackets. */
export function inFormula(figure: number, bounds?: readonly number[]): string {
  const text = formatFigure(figure, bounds)
  return figure < 0 ? `(${text})` : text
}

/** "= 49" where the figure is shown whole, "≈ 0,67" where it is rounded. */
export function equals(figure: number, bounds?: readonly number[]): string {
  const text = formatFigure(figure, bounds)
  const whole = formatNumber(figure, 10).replace('-', '−') === text
  return `${whole ? '=' : '≈'} ${text}`
}

/** "48%", "trên 30%": the value as its source gives it. */
export function valueText(
  figure: { value: number; comparator: 'greaterThan' | null },
  unitOfMeasure: string,
  bound?: number | null,
): string {
  const text = formatValue(figure.value, unitOfMeasure, bound)
  return figure.comparator === 'greaterThan' ? `trên ${text}` : text
}

/** "quý III/2026" inside a sentence. */
export function quarterText(period: ReportingPeriod): string {
  return uncapitalize(periodLabel(period))
}

/** "3,25 điểm mỗi quý", "2 tổ mỗi quý". */
export function rateText(perQuarter: number, unitOfMeasure: string): string {
  return `${formatFigure(perQuarter, [0])} ${unitOfMeasure === '%' ? 'điểm' : unitOfMeasure} mỗi quý`
}
