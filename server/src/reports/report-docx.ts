import { nationalTitle, type ReportContent, type ReportDocument, reportDocument } from '@moc57/shared'
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableLayoutType,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { writable } from '../http/files/writable.ts'
import { finishDocx } from './finish-docx.ts'
import { annexTable } from './report-annex-docx.ts'
import { borderless, cell, page, row, size, twips } from './report-docx-parts.ts'

/**
 * A report as a .docx in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, Times New Roman, page numbers in the top
 * margin from page 2, the annex in landscape with numbers of its own. The same content gives the same bytes.
 */
export async function writeReport(given: ReportContent): Promise<Buffer> {
  const content = writable(given)
  const report = reportDocument(content)
  const { takenOn } = content.figures
  const document = new Document({
    title: `${report.title}: ${report.subject.join(' ')}`,
    creator: 'Mốc 57',
    lastModifiedBy: 'Mốc 57',
    styles: {
      default: {
        document: {
          run: { font: 'Times New Roman', size: size(14), language: { value: 'vi-VN' } },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
      },
    },
    sections: [bodySection(report), annexSection(report, content)],
  })
  return finishDocx(await Packer.toBuffer(document), `${takenOn}T00:00:00Z`)
}

function bodySection(report: ReportDocument): ISectionOptions {
  return {
    properties: {
      page: { size: { width: page.width, height: page.height }, margin: page.margin },
      titlePage: true,
    },
    headers: headersOf(report, page.width - page.margin.left - page.margin.right),
    children: [
      letterhead(report),
      centred(report.title, { bold: true, before: 18 }),
      ...report.subject.map((line) => centred(line, { bold: true })),
      shortLine(page.width - page.margin.left - page.margin.right, 2600),
      ...addressees(report.addressees),
      ...report.opening.map((text) => paragraph(text)),
      ...report.sections.flatMap(({ heading, parts }) => [
        title(heading),
        ...parts.flatMap((part) => [
          ...(part.title === null ? [] : [title(part.title)]),
          ...part.paragraphs.map((text) => paragraph(text)),
        ]),
      ]),
      // On the page of the signature, which does not stand on one alone.
      paragraph(report.closing, { keepNext: true }),
      new Paragraph({ spacing: { before: twips(6) }, keepNext: true }),
      signature(report),
    ],
  }
}

function annexSection(report: ReportDocument, { figures }: ReportContent): ISectionOptions {
  const { label, title, enclosedWith } = report.annex
  const width = page.height - page.annexMargin.left - page.annexMargin.right
  return {
    properties: {
      page: {
        size: { width: page.width, height: page.height, orientation: PageOrientation.LANDSCAPE },
        margin: page.annexMargin,
        pageNumbers: { start: 1 },
      },
      titlePage: true,
    },
    headers: headersOf(report, width),
    children: [
      centred(label, { bold: true }),
      centred(title, { bold: true }),
      centred(enclosedWith, { italics: true, after: 8 }),
      annexTable(report.annex.columns, figures, width),
    ],
  }
}

/** The page number stands in the top margin from the second page on; what marks a draft or sample data on every page. */
function headersOf({ marks }: ReportDocument, width: number): NonNullable<ISectionOptions['headers']> {
  const line = (isNumbered: boolean) =>
    new Header({
      children: [
        new Paragraph({
          tabStops: [
            { type: TabStopType.CENTER, position: Math.round(width / 2) },
            { type: TabStopType.RIGHT, position: width },
          ],
          children: [
            new TextRun({
              children: isNumbered ? ['\t', PageNumber.CURRENT, '\t'] : ['\t\t'],
              size: size(13),
            }),
            new TextRun({ text: marks.join(' - '), bold: true, color: 'B3261E', size: size(10) }),
          ],
        }),
      ],
    })
  return { first: line(false), default: line(true) }
}

/** Issuer on the left, Quốc hiệu and Tiêu ngữ on the right, number and day under them. */
function letterhead({ superior, issuer, number, placeAndDay }: ReportDocument): Table {
  const [left, right] = [3571, 5500]
  const longest = Math.max(...issuer.map((line) => line.length))
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: left + right, type: WidthType.DXA },
    columnWidths: [left, right],
    borders: borderless,
    rows: [
      row([
        cell(left, [
          ...superior.map((line) => centred(line, { points: 12 })),
          ...issuer.map((line) => centred(line, { points: 12, bold: true })),
          // Between a third and a half of the text above it.
          shortLine(left, Math.min(1500, longest * 65)),
        ]),
        cell(right, [
          centred(nationalTitle.country, { points: 12, bold: true }),
          centred(nationalTitle.motto, { points: 13, bold: true }),
          shortLine(right, mottoWidth),
        ]),
      ]),
      row([
        cell(left, [centred(number, { points: 13, before: 6 })]),
        cell(right, [centred(placeAndDay, { points: 13, italics: true, before: 6 })]),
      ]),
    ],
  })
}

/** The width of the Tiêu ngữ in twips, which the line under it has. */
const mottoWidth = 3200

function addressees(names: readonly string[]): Paragraph[] {
  const sent = 'Kính gửi:'
  if (names.length === 0) return []
  if (names.length === 1) return [centred(`${sent} ${names[0]}.`, { before: 12, after: 6 })]
  return [
    new Paragraph({ indent: { left: 1700 }, spacing: { before: twips(12) }, children: [new TextRun(sent)] }),
    ...names.map(
      (name, index) =>
        new Paragraph({
          indent: { left: 2800 },
          children: [new TextRun(`- ${name}${index === names.length - 1 ? '.' : ';'}`)],
        }),
    ),
  ]
}

/** The recipients on the left, level with the signer's title on the right; never torn apart by the end of a page. */
function signature({ recipients, authority, signerName }: ReportDocument): Table {
  const [left, right] = [4371, 4700]
  const blankLines = 4
  const small = (text: string, style: { bold?: boolean; italics?: boolean; points: number }) =>
    new Paragraph({ keepNext: true, children: [new TextRun({ ...style, text, size: size(style.points) })] })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: left + right, type: WidthType.DXA },
    columnWidths: [left, right],
    borders: borderless,
    rows: [
      row([
        cell(left, [
          small('Nơi nhận:', { points: 12, bold: true, italics: true }),
          ...recipients.map((line) => small(line, { points: 11 })),
        ]),
        cell(
          right,
          [
            ...authority.map((line) => centred(line, { bold: true })),
            ...Array.from({ length: blankLines }, () => centred('', {})),
            centred(signerName, { bold: true }),
          ],
          VerticalAlign.TOP,
        ),
      ]),
    ],
  })
}

type Centred = { points?: number; bold?: boolean; italics?: boolean; before?: number; after?: number }

function centred(text: string, style: Centred): Paragraph {
  const { points = 14, bold = false, italics = false, before = 0, after = 0 } = style
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: twips(before), after: twips(after) },
    children: [new TextRun({ text, bold, italics, size: size(points) })],
  })
}

/** A line in the middle, drawn as the border of an empty paragraph: an underline would not keep its length. */
function shortLine(available: number, length: number): Paragraph {
  const side = Math.round((available - length) / 2)
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: twips(2), line: twips(4), lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [],
  })
}

/** A heading or the title of a part: bold, from where the paragraphs begin, kept with what it stands over. */
function title(text: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    indent: { firstLine: page.firstLine },
    spacing: { before: twips(6), line: page.lineSpacing, lineRule: LineRuleType.AUTO },
    children: [new TextRun({ text, bold: true })],
  })
}

function paragraph(text: string, { keepNext = false } = {}): Paragraph {
  return new Paragraph({
    keepNext,
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: page.firstLine },
    spacing: { before: twips(6), line: page.lineSpacing, lineRule: LineRuleType.AUTO },
    children: [new TextRun(text)],
  })
}
