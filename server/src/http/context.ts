import { type Database, listIndicatorsOfUnit } from '@moc57/db'
import type { Indicator, Quarter } from '@moc57/shared'
import type { sampleNotice } from '@moc57/shared/api'
import type { Calendar } from './clock.ts'
import { notFound, type ProblemError } from './problem.ts'

/** What every route works with. */
export type Context = {
  database: Database
  /** Read anew in every request, so that a quarter turns while the service runs. */
  calendar: () => Calendar
  now: () => Date
  /** Whether who reads or changes much has to sign in by two steps. */
  isSecondFactorRequired: boolean
  /** The words that mark sample data, `null` on real data. */
  notice: typeof sampleNotice | null
}

/** The indicator of a number as the unit's plan has it in the quarter, or 404. */
export function indicatorOf(
  { database }: Pick<Context, 'database'>,
  unitCode: string,
  number: string,
  quarter: Quarter,
): Indicator {
  const indicators = listIndicatorsOfUnit(database, unitCode, quarter)
  const found = indicators.find((indicator) => String(indicator.number) === number)
  if (!found) throw noIndicator(number)
  return found
}

export function noIndicator(number: string): ProblemError {
  return notFound(
    `Kế hoạch của đơn vị không có chỉ tiêu số “${number}”. Danh mục chung đánh số từ 1 đến 31, chỉ tiêu riêng từ 101.`,
  )
}
