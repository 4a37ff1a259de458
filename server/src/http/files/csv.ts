import Papa from 'papaparse'
import { breathe } from '../turns.ts'

/** Tells Excel that the text is UTF-8. */
const byteOrderMark = '\uFEFF'

/** A table for spreadsheets. A text that a spreadsheet would take for a formula stays a text. */
export function csv(rows: Record<string, unknown>[]): string {
  return byteOrderMark + plainCsv(rows)
}

/** The same of any length, a page of rows after the other: others are answered between them. */
export async function* csvInPages<Item>(
  pages: Iterable<readonly Item[]>,
  rowOf: (item: Item) => Record<string, unknown>,
): AsyncGenerator<string> {
  let isFirst = true
  for (const page of pages) {
    const rows = page.map(rowOf)
    if (isFirst) yield csv(rows)
    else if (rows.length > 0) yield `\r\n${linesOf(rows.map((row) => Object.values(row)))}`
    isFirst = false
    await breathe()
  }
}

/**
 * A table for programs, which take the mark of UTF-8 for a part of the first column's name.
 *
 * @param columns for a table that may be empty; otherwise those of the first row
 */
export function plainCsv(rows: Record<string, unknown>[], columns = Object.keys(rows[0] ?? {})): string {
  return linesOf([columns, ...rows.map((row) => columns.map((column) => row[column]))])
}

function linesOf(lines: unknown[][]): string {
  return Papa.unparse(lines, {
    escapeFormulae: /^[=+@\t\r]|^-(?![\d.]+$|$)/,
    newline: '\r\n',
  })
}
