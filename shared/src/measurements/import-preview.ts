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
 * says why, `asked` is written only once a person has answered.
 */
export const ImportVerdict = z.enum(['changed', 'asked', 'refused', 'unchanged', 'empty'])
export type ImportVerdict = z.infer<typeof ImportVerdict>

/**
 * What the reader asks of a row before it is written: `indicator`: whether, or which, indicator its name means;
 * `hiddenRow`: nobody sees the row in the file; `formula`, `marks`, `format`: the figure was computed, has footnote marks
 * or struck digits beside it, or words printed around it; `words`: it was read out of words; `merged`: it stands once for
 * several cells; `unit`: the row names no unit, so it is that of the row above.
 */
export const ReaderQuestion = z.enum([
  'indicator',
  'hiddenRow',
  'formula',
  'marks',
  'format',
  'words',
  'merged',
  'unit',
])
export type ReaderQuestion = z.infer<typeof ReaderQuestion>

/** What a column of a file was read as; `none` is not read. */
export const ColumnMeaning = z.enum([
  'number',
  'name',
  'unit',
  'unitOfMeasure',
  'period',
  ...ImportField.options,
  'none',
])
export type ColumnMeaning = z.infer<typeof ColumnMeaning>

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
    nameInFile: z.string().meta({ description: "The file's own words" }),
    shown: z.string().meta({ description: 'The figure as the file shows it', example: '64,5¹' }),
    unitOfMeasure: z.string(),
    verdict: ImportVerdict,
    before: z.number().nullable().meta({ description: 'The value that is stored now' }),
    after: z.number().nullable().meta({ description: 'The value after confirming' }),
    cells: z
      .array(z.object({ cell: z.string(), field: ImportField, before: Content, after: Content }))
      .meta({ description: 'What changes, cell by cell' }),
    refusals: z.array(z.object({ cell: z.string(), detail: z.string() })),
    questions: z.array(EntryQuestion),
    asks: z
      .array(z.object({ question: ReaderQuestion, cell: z.string(), detail: z.string() }))
      .meta({ description: 'What has to be answered before an `asked` row is written' }),
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
      .array(
        z.object({
          column: z.string(),
          title: z.string(),
          isHidden: z.boolean(),
          meaning: ColumnMeaning,
          values: z.array(z.string()).meta({ description: 'Its first contents, as the file shows them' }),
        }),
      )
      .meta({ description: 'The columns of the table, to pick the one with the values' }),
    lines: z
      .array(z.object({ row: z.int(), cells: z.array(z.string()) }))
      .meta({ description: 'The first rows of the table as the file shows them, column by column' }),
    valueColumn: z
      .string()
      .nullable()
      .meta({ description: 'The column the values were read from; null where one has to be picked' }),
    valueQuestion: z
      .string()
      .nullable()
      .meta({ description: 'Why the column of the values has to be picked, in words' }),
    counts: z.object({
      changed: z.int(),
      asked: z.int(),
      refused: z.int(),
      unchanged: z.int(),
      empty: z.int(),
    }),
    choices: z.array(z.object({ number: z.int(), name: z.string() })).meta({
      description: 'The indicators that a row without a known name may mean; empty where none is asked',
    }),
    token: z.string().meta({ description: 'Of this file and the revisions it was compared with' }),
    items: z.array(ImportRow),
  })
  .meta({ id: 'ImportPreview' })
export type ImportPreview = z.infer<typeof ImportPreview>

/**
 * The answers of a person, by row of the sheet: the indicator that the row means and is to be written to; 0 in a plan
 * for one of the unit's own. A row that is asked about and has no answer is not written.
 */
export const ImportAnswers = z.record(z.string().regex(/^\d{1,5}$/), z.int().nonnegative())
export type ImportAnswers = z.infer<typeof ImportAnswers>

/** The largest file that is read, for the browser to say so before it sends one. */
export const mostImportBytes = 5 * 1024 * 1024
