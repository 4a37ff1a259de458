import Papa from 'papaparse'

/** Tells Excel that the text is UTF-8. */
const byteOrderMark = '\uFEFF'

/** A table for spreadsheets and programs. A text that a spreadsheet would take for a formula stays a text. */
export function csv(rows: Record<string, unknown>[]): string {
  return byteOrderMark + Papa.unparse(rows, { escapeFormulae: /^[=+@\t\r]|^-(?![\d.]+$|$)/, newline: '\r\n' })
}
