import { BorderStyle, type Paragraph, TableCell, TableRow, VerticalAlign, WidthType } from 'docx'

/** A4 in twips with the margins of Nghị định 30/2020/NĐ-CP: 20, 20, 30 and 20 mm; an annex has 15 mm on the right. */
export const page = {
  width: 11906,
  height: 16838,
  margin: { top: 1134, bottom: 1134, left: 1701, right: 1134, header: 567, footer: 567 },
  annexMargin: { top: 1134, bottom: 1134, left: 1701, right: 851, header: 567, footer: 567 },
  /** 1.27 cm */
  firstLine: 720,
  /** 1.1 lines, in 240ths */
  lineSpacing: 264,
}

/** Points as docx measures letters: in halves. */
export const size = (points: number) => points * 2

/** Points as docx measures distances: in twentieths. */
export const twips = (points: number) => points * 20

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

export const borderless = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}

/** A cell of a table that only arranges: no border, no margin. */
export function cell(
  width: number,
  children: readonly Paragraph[],
  verticalAlign: (typeof VerticalAlign)['TOP'] = VerticalAlign.TOP,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    verticalAlign,
    children,
  })
}

export function row(children: readonly TableCell[]): TableRow {
  return new TableRow({ cantSplit: true, children })
}
