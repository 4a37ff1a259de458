import { type AnnexRow, annexHeading, type ReportContent } from '@moc57/shared'
import type { CellValue } from 'hucre/xlsx'
import { type OfficeSheet, officeWorkbook } from '../http/files/office-sheet.ts'

/** The widths of the columns around the milestones. */
const widthsBefore = [5, 42, 7]
const widthsAfter = [12, 12, 16, 14, 22, 28]
const milestoneWidth = 12

/** The annex of a report as an .xlsx; its numbers are numbers, except where only a bound is known. */
export function annexWorkbook(content: ReportContent): Promise<Buffer> {
  const { figures } = content
  const { marks, title, enclosedWith, columns } = annexHeading(content)
  const widths = [...widthsBefore, ...figures.milestones.map(() => milestoneWidth), ...widthsAfter]
  const rows: OfficeSheet['rows'] = figures.groups.flatMap(({ code, name }) => [
    { group: [code, name] },
    ...figures.annex.filter(({ groupCode }) => groupCode === code).map(valuesOf),
  ])
  return officeWorkbook(title, [
    {
      name: 'Phụ lục',
      title,
      note: enclosedWith,
      notice: marks.join(' - ') || null,
      columns: columns.map((head, index) => ({
        title: head,
        width: widths[index] ?? milestoneWidth,
        ...(index !== 1 && index < columns.length - 2 && { align: 'center' as const }),
      })),
      rows,
    },
  ])
}

function valuesOf(row: AnnexRow): CellValue[] {
  return [
    row.number,
    row.name,
    row.unitOfMeasure,
    ...row.targets,
    cellOf(row.previous),
    cellOf(row.current),
    row.toTarget,
    row.status,
    row.leadBody,
    row.note,
  ]
}

function cellOf(figure: AnnexRow['current']): CellValue {
  return figure && (figure.comparator ? figure.text : figure.value)
}
