import { formatMoment, type Quarter, quarterLabel } from '@moc57/shared'
import type { CellValue } from 'hucre/xlsx'
import { csv } from './csv.ts'
import type { SheetColumn } from './office-sheet.ts'

type Kind = 'text' | 'word' | 'number' | 'year' | 'quarter' | 'moment'

/** What stands in a column: where in its cell it stands, and how people write what programs write plainly. */
const kinds: Record<Kind, { align?: 'center' | 'right'; written?: (value: unknown) => string }> = {
  text: {},
  /** A few letters: a number of order, a status. */
  word: { align: 'center' },
  number: { align: 'right' },
  year: { align: 'center', written: String },
  quarter: { align: 'center', written: (value: unknown) => quarterLabel(value as Quarter) },
  /** An instant in ISO 8601. */
  moment: { align: 'center', written: (value: unknown) => formatMoment(value as string) },
}

/**
 * A column of an export, stated once for the CSV, which programs read, and for the sheet, which people read. Without a
 * width it is for programs alone, as what the title of a sheet says.
 */
export type Column<Row> = {
  name: string
  /** In the sheet, in characters. */
  width?: number | undefined
  kind?: Kind
  value: (row: Row, index: number) => unknown
  /** In the sheet, where people read something else than programs. */
  shown?: (row: Row, index: number) => unknown
  /** Its name in the sheet, where that is another. */
  title?: string
  /** Not in the CSV. */
  inSheetOnly?: boolean
}

/** The rows as CSV, numbers plain. */
export function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const written = columns.filter(({ inSheetOnly }) => !inSheetOnly)
  return csv(
    rows.map((row, index) => Object.fromEntries(written.map(({ name, value }) => [name, value(row, index)]))),
  )
}

type Sheet = { columns: SheetColumn[]; rows: CellValue[][] }

/** The columns and rows of a sheet. */
export function sheetOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Sheet {
  const written = columns.filter(({ width }) => width !== undefined)
  return {
    columns: written.map(({ name, title = name, width = 0, kind = 'text' }) => {
      const { align } = kinds[kind]
      return { title, width, ...(align && { align }) }
    }),
    rows: rows.map((row, index) => written.map((column) => cellOf(column, row, index))),
  }
}

function cellOf<Row>({ kind = 'text', value, shown }: Column<Row>, row: Row, index: number): CellValue {
  const { written } = kinds[kind]
  const found = (shown ?? value)(row, index) ?? null
  return found === null || !written ? (found as CellValue) : written(found)
}

/** The number of a row in its sheet. */
export const rowNumber = {
  name: 'Stt',
  width: 5,
  kind: 'word',
  value: (_: unknown, index: number) => index + 1,
  inSheetOnly: true,
} as const
