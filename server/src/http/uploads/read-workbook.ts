import { strToU8, unzipSync, zipSync } from 'fflate'
import { type Cell, type CellValue, readXlsx } from 'hucre/xlsx'
import { isDateFormat, numberAsShown } from './number-format.ts'
import {
  columnName,
  longestText,
  mostColumns,
  mostRows,
  type Sheet,
  type SheetCell,
  withoutEmptyEnd,
} from './sheet.ts'
import { workbookPart } from './zip.ts'

/**
 * The visible sheets of a workbook. It is unpacked here to the sizes that its directory states, which were summed up
 * before, and handed on packed anew: the reader sees no zip that was made elsewhere.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  const { sheets } = await readXlsx(zipSync(withUsualNames(unzipSync(bytes)), { level: 0 }), {
    sheets: (sheet) => !sheet.hidden && !sheet.veryHidden,
    readStyles: true,
    maxRows: mostRows + 1,
    range: `A1:${columnName(mostColumns - 1)}${mostRows + 1}`,
  })
  return sheets.map(({ name, rows, cells, merges, rowDefs, columns }) => ({
    name,
    merges: (merges ?? []).map(({ startRow, endRow, startCol, endCol }) => ({
      startRow,
      endRow,
      startCol,
      endCol,
    })),
    rows: withoutEmptyEnd(
      rows.map((row, line) => row.map((value, column) => cellOf(value, cells?.get(`${line},${column}`)))),
    ),
    hiddenRows: new Set([...(rowDefs ?? [])].flatMap(([line, { hidden }]) => (hidden ? [line] : []))),
    hiddenColumns: new Set((columns ?? []).flatMap(({ hidden }, column) => (hidden ? [column] : []))),
  }))
}

/** Some programs write backslashes into the zip, or give the main part another name; Excel opens both. */
function withUsualNames(files: Record<string, Uint8Array>): Record<string, Uint8Array> {
  const named = Object.fromEntries(
    Object.entries(files).flatMap(([name, bytes]) => {
      const usual = name.replaceAll('\\', '/')
      return usual.startsWith('xl/') || !usual.includes('/') || usual.startsWith('_rels/')
        ? [[usual, bytes]]
        : []
    }),
  )
  const main = workbookPart(named)
  if (!main || main === usualPart || named[usualPart]) return named
  const relations = (part: string) => part.replace(/([^/]+)$/, '_rels/$1.rels')
  const renamed = new Map([
    [main, usualPart],
    [relations(main), relations(usualPart)],
  ])
  return Object.fromEntries(
    Object.entries(named).map(([name, bytes]) => {
      const isIndex = name === '_rels/.rels' || name === '[Content_Types].xml'
      const text = isIndex && new TextDecoder().decode(bytes).replaceAll(main, usualPart)
      return [renamed.get(name) ?? name, text ? strToU8(text) : bytes]
    }),
  )
}

const usualPart = 'xl/workbook.xml'

function cellOf(value: CellValue, detail: Cell | undefined): SheetCell {
  if (detail?.formula !== undefined || detail?.formulaType !== undefined) {
    // "=>85%" is what somebody typed, and Excel never computed.
    const isTyped = /^[<>]\s*=?\s*\d[\d.,]*\s*%?$/.test(detail.formula ?? '')
    if (isTyped) return `=${detail.formula}`
    const result = plainCell(detail.formulaResult ?? value, detail)
    if (result === null || (typeof result === 'object' && 'odd' in result)) return { odd: 'formula' }
    const content = typeof result === 'object' && 'doubt' in result ? result.content : result
    return { doubt: 'formula', content, shown: `=${detail.formula ?? ''}`.slice(0, 100) }
  }
  return plainCell(value, detail)
}

function plainCell(value: CellValue, detail: Cell | undefined): SheetCell {
  const format = detail?.style?.numFmt
  if (value instanceof Date) {
    return format === undefined || isDateFormat(format)
      ? { odd: 'date' }
      : numberAsShown(serial(value), format)
  }
  if (detail?.type === 'error') return { odd: 'error' }
  if (typeof value === 'boolean') return { odd: 'boolean' }
  if (typeof value === 'number') return numberAsShown(value, format)
  if (value === null || value === '') return null
  return withoutMarks(String(value).slice(0, longestText), detail?.richText)
}

/** The text without its footnote marks and what is struck through, with a doubt where there were any. */
function withoutMarks(shown: string, runs: Cell['richText']): SheetCell {
  const isMark = ({ font }: NonNullable<Cell['richText']>[number]) =>
    font?.vertAlign === 'superscript' || font?.vertAlign === 'subscript' || font?.strikethrough === true
  if (!runs?.some(isMark)) return shown
  const content = runs
    .flatMap((run) => (isMark(run) ? [] : [run.text]))
    .join('')
    .trim()
  return { doubt: 'marks', content, shown }
}

/** The number of which a reader made a day. */
function serial(day: Date): number {
  return day.getTime() / 86_400_000 + 25_569
}
