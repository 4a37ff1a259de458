import { unzipSync, zipSync } from 'fflate'
import { type Cell, type CellValue, readXlsx } from 'hucre/xlsx'
import { columnName, longestText, mostColumns, mostRows, type Sheet, type SheetCell } from './sheet.ts'

/**
 * The visible sheets of a workbook. It is unpacked here to the sizes that its directory states, which were summed up
 * before, and handed on packed anew: the reader sees no zip that was made elsewhere.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  const unpacked = zipSync(
    unzipSync(bytes, {
      filter: ({ name }) => name.startsWith('xl/') || !name.includes('/') || name.startsWith('_rels/'),
    }),
    { level: 0 },
  )
  const { sheets } = await readXlsx(unpacked, {
    sheets: (sheet) => !sheet.hidden && !sheet.veryHidden,
    readStyles: true,
    maxRows: mostRows + 1,
    range: `A1:${columnName(mostColumns - 1)}${mostRows + 1}`,
  })
  return sheets.map(({ name, rows, cells, merges }) => ({
    name,
    merges: (merges ?? []).map(({ startRow, endRow, startCol, endCol }) => ({
      startRow,
      endRow,
      startCol,
      endCol,
    })),
    rows: rows.map((row, line) => row.map((value, column) => cellOf(value, cells?.get(`${line},${column}`)))),
  }))
}

function cellOf(value: CellValue, detail: Cell | undefined): SheetCell {
  if (detail?.formula !== undefined) return { odd: 'formula' }
  if (value instanceof Date) return { odd: 'date' }
  if (typeof value === 'boolean') return { odd: 'boolean' }
  if (typeof value === 'number') {
    const isPercent = detail?.style?.numFmt?.includes('%') === true
    return isPercent ? { percent: asShown(value * 100) } : asShown(value)
  }
  return value === null || value === '' ? null : String(value).slice(0, longestText)
}

/** Excel computes and shows 15 digits; what lies beyond (0.1 + 0.2) is dust. */
function asShown(value: number): number {
  return Number(value.toPrecision(15))
}
