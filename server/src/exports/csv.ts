import Papa from 'papaparse'

/** Tells Excel that the text is UTF-8. */
const byteOrderMark = '\uFEFF'

/** A table for spreadsheets. A text that a spreadsheet would take for a formula stays a text. */
export function csv(rows: Record<string, unknown>[]): string {
  return byteOrderMark + plainCsv(rows)
}

/**
 * A table for programs, which take the mark of UTF-8 for a part of the first column's name.
 *
 * @param columns for a table that may be empty; otherwise those of the first row
 */
export function plainCsv(rows: Record<string, unknown>[], columns = Object.keys(rows[0] ?? {})): string {
  const data = rows.map((row) => columns.map((column) => row[column]))
  return Papa.unparse([columns, ...data], {
    escapeFormulae: /^[=+@\t\r]|^-(?![\d.]+$|$)/,
    newline: '\r\n',
  })
}
