import Papa from 'papaparse'

/** Tells Excel that the text is UTF-8. */
const byteOrderMark = '\uFEFF'
/** What a spreadsheet would run as a formula; a negative number and the "-" of a year without a target are none. */
const formula = /^[=+@\t\r]|^-(?![\d.]+$|$)/

/** Rows as CSV for spreadsheets: UTF-8 with a byte order mark, nothing in it a formula. */
export function csv(rows: readonly Record<string, unknown>[]): string {
  return byteOrderMark + Papa.unparse([...rows], { escapeFormulae: formula, newline: '\r\n' })
}
