import { formatNumber, type ImportField } from '@moc57/shared'
import type { DataValidation } from 'hucre/xlsx'
import { columnName } from '../../http/uploads/sheet.ts'
import { above, type TemplateColumn, type TemplateRow } from './template-columns.ts'

/** Excel refuses at once what the server would refuse later. Rows that follow each other and take the same share a range. */
export function validationsOf(
  rows: readonly TemplateRow[],
  columns: readonly TemplateColumn[],
  firstLine: number,
): DataValidation[] {
  return runsOf(rows).flatMap(({ row, start, end }) => {
    const at = (field: ImportField) => {
      const column = columnName(columns.findIndex((each) => each.field === field))
      const [from, to] = [`${column}${firstLine + start}`, `${column}${firstLine + end}`]
      return from === to ? from : `${from}:${to}`
    }
    return validationsOfRun(row, at)
  })
}

type Run = { row: TemplateRow; start: number; end: number }

function runsOf(rows: readonly TemplateRow[]): Run[] {
  const runs: Run[] = []
  for (const [index, row] of rows.entries()) {
    const last = runs.at(-1)
    const isSame =
      last?.row.naturalMaximum === row.naturalMaximum && last.row.unitOfMeasure === row.unitOfMeasure
    if (last && isSame) last.end = index
    else runs.push({ row, start: index, end: index })
  }
  return runs
}

function validationsOfRun(
  { naturalMaximum, unitOfMeasure }: TemplateRow,
  at: (field: ImportField) => string,
): DataValidation[] {
  const bounds =
    naturalMaximum === null
      ? ({ operator: 'greaterThanOrEqual', formula1: '0' } as const)
      : ({ operator: 'between', formula1: '0', formula2: String(naturalMaximum) } as const)
  const upTo = naturalMaximum === null ? 'trở lên' : `đến ${formatNumber(naturalMaximum)}`
  return [
    {
      type: 'decimal',
      range: at('value'),
      ...bounds,
      ...stop(`Nhập một số từ 0 ${upTo} (${unitOfMeasure}), không ghi đơn vị.`),
    },
    ...(['numerator', 'denominator'] as const).map(
      (field): DataValidation => ({
        type: 'decimal',
        operator: 'greaterThanOrEqual',
        formula1: '0',
        range: at(field),
        ...stop('Nhập một số từ 0 trở lên.'),
      }),
    ),
    { type: 'list', values: [above], range: at('comparator'), ...stop('Chỉ chọn “trên” hoặc để trống.') },
  ]
}

function stop(detail: string) {
  return {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Chưa hợp lệ',
    errorMessage: detail,
  } as const
}
