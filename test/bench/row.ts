/** A line of the table; without a bound it is only told. */
export type Row = { figure: string; value: string; bound?: string; isMet?: boolean }

export function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

export function whole(value: number): string {
  return Math.round(value).toString()
}

/** A ratio of ours to the best possible that has to be this much. */
export function atLeast(figure: string, ratio: number, bound: number): Row {
  return { figure, value: ratio.toFixed(2), bound: `≥ ${bound.toFixed(2)}`, isMet: ratio >= bound }
}

/** A multiple of the least possible time that must not be passed. */
export function atMost(figure: string, ratio: number, bound: number): Row {
  return { figure, value: ratio.toFixed(2), bound: `≤ ${bound}`, isMet: ratio <= bound }
}
