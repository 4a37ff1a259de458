import { currentQuarter } from './as-of.ts'
import { matching, searchOf } from './search-params.ts'

/** `?nam=2026`: the year that a page is of; one that cannot be read is this year. */
export const YearSearch = searchOf({
  nam: matching(/^20(?:2[5-9]|[34]\d|50)$/),
})

/** The first year of the plan. */
const firstYear = 2025

/** The year that the calendar in Viet Nam shows. */
export function thisYear(): number {
  return Number(currentQuarter().slice(0, 4))
}

/** The years that a page can be of, latest first; the one that is shown is always among them. */
export function yearsUpTo(last: number, shown: string): string[] {
  const years = Math.max(last, Number(shown)) - firstYear + 1
  return Array.from({ length: years }, (_, index) => String(firstYear + index)).reverse()
}
