import Papa from 'papaparse'

/** What a clipboard holds, as a program that shows tables puts it there. */
type Clipboard = Pick<DataTransfer, 'getData'>

/** Marks that are no part of a number: raised, lowered or struck through. */
const marks = 'sup, sub, s, strike, del, [style*="line-through"], [style*="vertical-align:super"]'

/**
 * The table on a clipboard, from Word, Excel or a page, as a file that is sent like any other; `undefined` where there is
 * none. Word's plain text breaks rows at every paragraph, so its HTML goes first.
 */
export function pastedTable(clipboard: Clipboard): File | undefined {
  const rows = rowsOfHtml(clipboard.getData('text/html')) ?? rowsOfText(clipboard.getData('text/plain'))
  if (!rows || rows.length === 0) return undefined
  const text = Papa.unparse(rows, { delimiter: '\t', newline: '\r\n' })
  return new File([`\ufeff${text}`], 'bang-dan.csv', { type: 'text/csv' })
}

function rowsOfText(text: string): string[][] | undefined {
  if (!text.includes('\t')) return undefined
  return Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: '\t' }).data
}

function rowsOfHtml(html: string): string[][] | undefined {
  if (!/<table/i.test(html)) return undefined
  const page = new DOMParser().parseFromString(html, 'text/html')
  const rows: string[][] = []
  for (const table of page.querySelectorAll('table')) {
    if (table.parentElement?.closest('table')) continue
    const taken = new Map<string, true>()
    const start = rows.length
    for (const [line, row] of [...table.rows].entries()) {
      const cells: string[] = []
      let column = 0
      for (const cell of row.cells) {
        while (taken.has(`${line} ${column}`)) column++
        cells[column] = textOfCell(cell)
        for (let down = 0; down < cell.rowSpan; down++)
          for (let across = 0; across < cell.colSpan; across++)
            taken.set(`${line + down} ${column + across}`, true)
        column += cell.colSpan
      }
      rows[start + line] = Array.from(cells, (text) => text ?? '')
    }
  }
  return rows
}

/** A mark stands in brackets, so that its digits are not read as the number's. */
function textOfCell(cell: HTMLTableCellElement): string {
  const copy = cell.cloneNode(true) as HTMLTableCellElement
  for (const mark of copy.querySelectorAll(marks)) {
    const text = mark.textContent?.trim()
    if (text) mark.textContent = ` [${text}] `
  }
  return (copy.textContent ?? '').replace(/\s+/gu, ' ').trim()
}

let handed: File | undefined

/** Keeps the table of a clipboard for the page that is opened next. */
export function handTable(clipboard: Clipboard): void {
  handed = pastedTable(clipboard)
}

/** The table that was handed on; it is taken once. */
export function takeHandedTable(): File | undefined {
  const file = handed
  handed = undefined
  return file
}
