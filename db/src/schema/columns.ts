import { type SQL, sql } from 'drizzle-orm'
import { type AnySQLiteColumn, text } from 'drizzle-orm/sqlite-core'

/*
 * What the tables of every area are made of. The migrations add by hand what drizzle cannot say: STRICT, and the
 * triggers that let nobody change or remove a row of a table that is called append-only.
 */

export const quarterPattern = sql.raw(`'[0-9][0-9][0-9][0-9]-Q[1-4]'`)

export const isQuarter = (column: AnySQLiteColumn): SQL => sql`${column} GLOB ${quarterPattern}`

export const isOneOf = (column: AnySQLiteColumn, words: readonly string[]): SQL =>
  sql`${column} IN (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`

export const word = <Word extends string>(words: readonly Word[]) =>
  text({ enum: words as [Word, ...Word[]] })

export const isDay = (column: AnySQLiteColumn): SQL =>
  sql`${column} GLOB '20[2-9][0-9]-[01][0-9]-[0-3][0-9]' AND ${column} >= '2025-01-01'`

/** Money in đồng: 15 digits at most, so that JavaScript keeps it exact. */
export const isMoney = (column: AnySQLiteColumn): SQL => sql`${column} BETWEEN 0 AND 999999999999999`
