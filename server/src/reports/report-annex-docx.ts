import type { AnnexRow, ReportFigures } from '@moc57/shared'
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { size } from './report-docx-parts.ts'

const points = 11
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const

/** Shares of the width, in thousandths: Stt, Chỉ tiêu, ĐVT, two milestones, two periods, and the rest. */
const shares = [36, 232, 46, 72, 72, 72, 72, 100, 84, 112, 102]

/** The 31 rows in their groups, under a head that every page repeats. */
export function annexTable(heads: readonly string[], { groups, annex }: ReportFigures, width: number): Table {
  const widths = shares.map((share) => Math.floor((share * width) / 1000))
  const numbered = heads.map((_, index) => `(${index + 1})`)
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: thin,
      bottom: thin,
      left: thin,
      right: thin,
      insideHorizontal: thin,
      insideVertical: thin,
    },
    rows: [
      headRow(heads, widths, { bold: true }),
      headRow(numbered, widths, { italics: true }),
      ...groups.flatMap(({ code, name }) => [
        groupRow(code, name, widths),
        ...annex.filter(({ groupCode }) => groupCode === code).map((row) => figureRow(row, widths)),
      ]),
    ],
  })
}

type Style = { bold?: boolean; italics?: boolean }

function headRow(texts: readonly string[], widths: readonly number[], style: Style): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: texts.map((text, index) => textCell(text, widths[index] ?? 0, { ...style, isCentred: true })),
  })
}

function groupRow(code: string, name: string, widths: readonly number[]): TableRow {
  const [first = 0, ...others] = widths
  const rest = others.reduce((sum, one) => sum + one, 0)
  return new TableRow({
    cantSplit: true,
    children: [
      textCell(code, first, { bold: true, isCentred: true, isKept: true }),
      textCell(name, rest, { bold: true, span: others.length, isKept: true }),
    ],
  })
}

function figureRow(row: AnnexRow, widths: readonly number[]): TableRow {
  const texts = [
    String(row.number),
    row.name,
    row.unitOfMeasure,
    ...row.targets,
    row.previous?.text ?? '-',
    row.current?.text ?? '-',
    row.toTarget || '-',
    row.status,
    row.leadBody,
    row.note,
  ]
  const isProse = (index: number) => index === 1 || index >= texts.length - 2
  return new TableRow({
    cantSplit: true,
    children: texts.map((text, index) => textCell(text, widths[index] ?? 0, { isCentred: !isProse(index) })),
  })
}

type TextCell = Style & { isCentred?: boolean; isKept?: boolean; span?: number }

function textCell(
  text: string,
  width: number,
  { isCentred, isKept = false, span, ...style }: TextCell,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 30, bottom: 30, left: 60, right: 60 },
    verticalAlign: VerticalAlign.CENTER,
    ...(span && { columnSpan: span }),
    children: [
      new Paragraph({
        keepNext: isKept,
        alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [new TextRun({ ...style, text, size: size(points) })],
      }),
    ],
  })
}
