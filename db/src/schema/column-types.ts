import { compare, decimal, round, valuePlaces } from '@moc57/shared'
import { type SQL, sql } from 'drizzle-orm'
import { customType, type SQLiteColumn } from 'drizzle-orm/sqlite-core'

const scale = 10 ** valuePlaces

/**
 * A number with up to four decimals, stored as a whole number of ten-thousandths so that SQL compares it exactly.
 * A number with more decimals is refused: whoever writes says how it is rounded.
 */
export const tenThousandths = customType<{ data: number; driverData: number | null }>({
  dataType: () => 'integer',
  // A prepared statement hands `null` through here as well.
  toDriver: (value: number | null) => (value === null ? null : toTenThousandths(value)),
  fromDriver: (stored) => Number(stored) / scale,
})

/** A count or an amount with any number of decimals, stored as the decimal it was written as. */
export const decimalText = customType<{ data: number; driverData: string | null }>({
  dataType: () => 'text',
  toDriver: (value: number | null) => (value === null ? null : plainDecimal(value)),
  fromDriver: Number,
})

function toTenThousandths(value: number): number {
  const exact = decimal(value)
  const stored = round(exact, valuePlaces)
  if (compare(exact, stored) !== 0) throw new RangeError(`more than ${valuePlaces} decimals: ${value}`)
  return Number(stored.n)
}

function plainDecimal(value: number): string {
  const text = String(value)
  if (text.includes('e')) throw new RangeError(`too large or too small to be kept as a decimal: ${text}`)
  return text
}

/**
 * Of a group of rows the one that is in force: the latest quarter and, within it, the latest row. SQLite takes the
 * other columns of the group from the row that has the maximum.
 */
export function latestOf(table: { effectiveFrom: SQLiteColumn; id: SQLiteColumn }): SQL<string> {
  return sql<string>`max(${orderInTime(table)})`
}

/** A text by which rows sort: the quarter they hold from and, within it, the order in which they were written. */
export function orderInTime(table: { effectiveFrom: SQLiteColumn; id: SQLiteColumn }): SQL<string> {
  return sql<string>`${table.effectiveFrom} || printf('%012d', ${table.id})`
}
