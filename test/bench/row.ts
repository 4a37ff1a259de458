/** A line of the table; without a bound it is only told. */
export type Row = { figure: string; value: string; bound?: string; isMet?: boolean }

export function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

export function whole(value: number): string {
  return Math.round(value).toString()
}

/** A ratio of ours to the best possible, which must be at least half. */
export function atLeastHalf(figure: string, ratio: number): Row {
  return { figure, value: ratio.toFixed(2), bound: '≥ 0.50', isMet: ratio >= 0.5 }
}
