import { z } from 'zod'
import { EntryQuestion } from './entry-questions.ts'

/** What a file may bring of a figure, in the order of the template's columns. */
export const ImportField = z.enum([
  'value',
  'numerator',
  'denominator',
  'comparator',
  'source',
  'note',
  'reason',
])
export type ImportField = z.infer<typeof ImportField>

/** The headings of the template, which are read in any other file as well. */
export const importFieldLabels: Record<ImportField, string> = {
  value: 'Giá trị',
  numerator: 'Tử số',
  denominator: 'Mẫu số',
  comparator: 'So sánh',
  source: 'Văn bản nguồn',
  note: 'Ghi chú',
  reason: 'Lý do đính chính',
}

/**
 * What becomes of a row: `empty` states no figure and leaves the stored one alone, `refused` cannot be written and
 * says why.
 */
export const ImportVerdict = z.enum(['changed', 'refused', 'unchanged', 'empty'])
export type ImportVerdict = z.infer<typeof ImportVerdict>

const Content = z.union([z.number(), z.string()]).nullable()

/** A row of a file beside what is stored. */
export const ImportRow = z
  .object({
    row: z.int().meta({ description: 'Row of the sheet, from 1' }),
    cell: z.string().meta({ description: 'Address of the figure in the file', example: 'F12' }),
    unit: z.object({ code: z.string(), name: z.string() }).nullable(),
    number: z
      .int()
      .nullable()
      .meta({ description: 'Indicator; null where the row names none that is known' }),
    name: z.string(),
    unitOfMeasure: z.string(),
    verdict: ImportVerdict,
    before: z.number().nullable().meta({ description: 'The value that is stored now' }),
    after: z.number().nullable().meta({ description: 'The value after confirming' }),
    cells: z
      .array(z.object({ cell: z.string(), field: ImportField, before: Content, after: Content }))
      .meta({ description: 'What changes, cell by cell' }),
    refusals: z.array(z.object({ cell: z.string(), detail: z.string() })),
    questions: z.array(EntryQuestion),
  })
  .meta({ id: 'ImportRow' })
export type ImportRow = z.infer<typeof ImportRow>

/** What a file would do, before anything is written. */
export const ImportPreview = z
  .object({
    fileName: z.string(),
    sheet: z.string(),
    sheets: z.array(z.string()).meta({ description: 'Every sheet that holds a table of indicators' }),
    columns: z
      .array(z.object({ column: z.string(), title: z.string() }))
      .meta({ description: 'The columns of the table, to pick the one with the values' }),
    valueColumn: z
      .string()
      .nullable()
      .meta({ description: 'The column the values were read from; null where one has to be picked' }),
    counts: z.object({ changed: z.int(), refused: z.int(), unchanged: z.int(), empty: z.int() }),
    token: z.string().meta({ description: 'Of this file and the revisions it was compared with' }),
    items: z.array(ImportRow),
  })
  .meta({ id: 'ImportPreview' })
export type ImportPreview = z.infer<typeof ImportPreview>

/** The largest file that is read, for the browser to say so before it sends one. */
export const mostImportBytes = 5 * 1024 * 1024
