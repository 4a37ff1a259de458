import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { normalizeText } from '@moc57/shared'
import Papa from 'papaparse'
import type { z } from 'zod'
import { SeedError } from './seed-error.ts'

/** A row of a seed file and the line it starts on, as an editor counts. */
export type Line<Row> = { file: string; line: number; row: Row }

type RowSchema = z.ZodObject<Record<string, z.ZodType<unknown, string>>>

/** A seed file: its name, how its columns are read, and each set of columns that no two rows may agree on. */
type SeedFile<Schema> = { file: string; row: Schema; keys: readonly (readonly string[])[] }

/** Reads a seed file: every column of its schema and no other, every cell normalised, no key twice. */
export function readCsv<Schema extends RowSchema>(
  folder: string,
  { file, row: schema, keys }: SeedFile<Schema>,
): Line<z.output<Schema>>[] {
  const [header, ...records] = readRecords(file, readText(folder, file))
  if (!header) throw new SeedError(file, null, 'tệp trống, không có dòng tiêu đề')
  checkHeader(file, header, Object.keys(schema.shape))
  const linesByKey = new Map<string, number>()

  return records.map(({ line, cells }) => {
    if (cells.length !== header.cells.length) {
      throw new SeedError(file, line, `có ${cells.length} ô, dòng tiêu đề có ${header.cells.length} cột`)
    }
    const texts = Object.fromEntries(header.cells.map((column, index) => [column, cells[index] ?? '']))
    const { success, data, error } = schema.safeParse(texts)
    if (!success) {
      const [issue] = error.issues
      const column = String(issue?.path[0])
      throw new SeedError(file, line, `cột “${column}” ghi “${texts[column]}”: ${issue?.message}`)
    }
    for (const key of keys) {
      const values = `${key.join(', ')} (${key.map((column) => texts[column]).join(', ')})`
      const earlier = linesByKey.get(values)
      if (earlier) throw new SeedError(file, line, `trùng ${values} với dòng ${earlier}`)
      linesByKey.set(values, line)
    }
    return { file, line, row: data }
  })
}

function readText(folder: string, file: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(join(folder, file))
  } catch (error) {
    throw new SeedError(file, null, 'không đọc được tệp', error)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n')
  } catch (error) {
    throw new SeedError(file, null, 'tệp không phải là văn bản UTF-8; hãy lưu lại bằng mã UTF-8', error)
  }
}

type CsvRecord = { line: number; cells: string[] }

/** Splits the text into records; blank lines, and lines of separators as Excel leaves them, are passed over. */
function readRecords(file: string, text: string): CsvRecord[] {
  const records: CsvRecord[] = []
  let line = 1
  let read = 0
  Papa.parse<string[]>(text, {
    delimiter: ',',
    newline: '\n',
    step: ({ data, errors, meta }) => {
      const [error] = errors
      if (error) throw new SeedError(file, line, 'dấu ngoặc kép (") mở hoặc đóng không đúng chỗ', error)
      const cells = data.map(normalizeText)
      if (cells.some((cell) => cell !== '')) records.push({ line, cells })
      line += text.slice(read, meta.cursor).match(/\n/g)?.length ?? 0
      read = meta.cursor
    },
  })
  return records
}

function checkHeader(file: string, { line, cells }: CsvRecord, columns: readonly string[]): void {
  const unknown = cells.find((cell) => !columns.includes(cell))
  if (unknown !== undefined) {
    throw new SeedError(file, line, `không biết cột “${unknown}”; các cột là ${columns.join(', ')}`)
  }
  const missing = columns.find((column) => !cells.includes(column))
  if (missing) throw new SeedError(file, line, `thiếu cột “${missing}”`)
  const twice = cells.find((cell, index) => cells.indexOf(cell) !== index)
  if (twice) throw new SeedError(file, line, `cột “${twice}” có hai lần`)
}
