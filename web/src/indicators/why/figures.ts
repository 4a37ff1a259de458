import { formatNumber } from '@moc57/shared'

/** As many decimals, from two on, as keep a figure on its own side of every bound it is compared with. */
export function formatFigure(figure: number, bounds: readonly number[] = []): string {
  const digits = [2, 3, 4, 5, 6, 7, 8, 9].find((places) =>
    bounds.every((bound) => Number(figure.toFixed(places)) < bound === figure < bound),
  )
  return withMinus(formatNumber(figure, digits ?? 10))
}

/** A figure inside a formula: a negative one stands in brackets. */
export function inFormula(figure: number, bounds?: readonly number[]): string {
  const text = formatFigure(figure, bounds)
  return figure < 0 ? `(${text})` : text
}

/** "= 49%" where the figure is shown whole, "≈ 67,8%" where it is rounded; `shown` is how the pages write it. */
export function equals(figure: number, shown: string): string {
  const whole = withMinus(formatNumber(figure, 10)) === withMinus(shown).split(/[%\s]/)[0]
  return `${whole ? '=' : '≈'} ${withMinus(shown)}`
}

function withMinus(text: string): string {
  return text.replace('-', '−')
}
