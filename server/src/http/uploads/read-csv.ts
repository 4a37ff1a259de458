import Papa from 'papaparse'
import { meaningOf } from './heading.ts'
import { refused } from './refuse.ts'
import { longestText, mostColumns, mostRows, type Sheet, type SheetCell, withoutEmptyEnd } from './sheet.ts'
import { textOfBytes } from './text-of-bytes.ts'

/** The one table of a CSV file, with whatever separator it has; `undefined` where its bytes are no text. */
export function readCsv(bytes: Uint8Array): Sheet[] | undefined {
  const text = textOfBytes(bytes)
  if (text === undefined) return undefined
  const [line, stated] = /^sep=(.)\r?\n/i.exec(text) ?? ['']
  const body = text.slice(line.length)
  const delimiter = stated ?? separatorOf(body)
  const { data } = Papa.parse<string[]>(body, { preview: mostRows + 1, delimiter })
  if (delimiter === ',') refuseSplitNumbers(data)
  const rows = data.map((row) => row.slice(0, mostColumns).map(csvCell))
  return [
    {
      name: 'CSV',
      merges: [],
      rows: withoutEmptyEnd(rows),
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
    },
  ]
}

/** "64,5" without quotes among commas has become two fields, of which the first alone would be read. */
function refuseSplitNumbers(rows: readonly string[][]): void {
  const head = rows.findIndex((row) => row.filter((title) => meaningOf(title) !== undefined).length > 1)
  const width = (rows[head] ?? []).findLastIndex((title) => title.trim() !== '') + 1
  if (head < 0) return
  const split = rows.findIndex(
    (row, line) =>
      line > head &&
      row.length > width &&
      row.some((field, column) => column >= width && /^\d+\s*%?$/.test(field.trim())),
  )
  if (split < 0) return
  throw refused(
    'Dấu phẩy có hai nghĩa',
    `Dòng ${split + 1} của tệp CSV có nhiều cột hơn dòng tiêu đề: dấu phẩy vừa ngăn cột vừa là dấu thập phân. Trong Excel chọn Lưu thành > Sổ làm việc Excel (.xlsx), hoặc dùng “;” để ngăn cột.`,
  )
}

const separators = [';', '\t', ',', '|']
const linesLooked = 60

/**
 * The separator of the heading line, whatever stands in the title lines above it; in a file without a heading the one
 * that cuts most lines into the same number of fields.
 */
function separatorOf(text: string): string {
  const cut = separators.map((delimiter) => {
    const { data } = Papa.parse<string[]>(text, { preview: linesLooked, delimiter, skipEmptyLines: true })
    const known = (row: string[]) => row.filter((title) => meaningOf(title) !== undefined).length
    const widths = Map.groupBy(data, (row) => row.length)
    const even = Math.max(0, ...[...widths].map(([width, rows]) => (width > 1 ? rows.length : 0)))
    return { delimiter, head: Math.max(0, ...data.map((row) => (row.length > 1 ? known(row) : 0))), even }
  })
  const [best] = cut.sort((one, other) => other.head - one.head || other.even - one.even)
  return best?.delimiter ?? ','
}

function csvCell(text: string): SheetCell {
  if (text.trim() === '') return null
  return text.startsWith('=') && !/^=[<>]/.test(text) ? { odd: 'formula' } : text.slice(0, longestText)
}
