import { firstMilestone, foldText, lastMilestone, normalizeText } from '@moc57/shared'
import {
  address,
  decimalComma,
  type Sheet,
  type SheetCell,
  shownText,
  textOf,
} from '../http/uploads/sheet.ts'
import { cellBelow, type Table } from '../http/uploads/table.ts'

/** The columns of Phụ lục 01 beside Stt and Chỉ tiêu. */
const headings = {
  unitOfMeasure: /^(don vi tinh|dvt)$/,
  naturalMaximum: /^muc toi da$/,
  direction: /^chieu/,
  directingLeader: /chi dao/,
  responsibleOfficer: /^(?!co quan).*chu tri(?!.*theo doi)/,
  leadBody: /^co quan chu tri/,
  deliverable: /san\s*pham/,
} as const
export type Heading = keyof typeof headings

/** Where the columns of Phụ lục 01 stand. */
export type Columns = {
  number: number | undefined
  name: number
  years: Map<number, number>
  words: Partial<Record<Heading, number>>
}

/** `undefined` where the table has no milestones: it is no plan. The years may stand in a line below Stt. */
export function columnsOf({ titles, columns }: Table): Columns | undefined {
  const years = new Map<number, number>()
  const words: Columns['words'] = {}
  for (const { column, title } of titles) {
    const year = yearOf(title)
    if (year !== undefined && !years.has(year)) years.set(year, column)
    const folded = foldText(title.split(' – ').at(-1) ?? title)
    for (const [name, heading] of Object.entries(headings) as [Heading, RegExp][]) {
      if (heading.test(folded)) words[name] ??= column
    }
  }
  const name = columns.get('name')
  if (name === undefined || years.size === 0) return undefined
  return { number: columns.get('number'), name, years, words }
}

/** "Năm 2030", "Đến hết năm 2026", "Tầm nhìn đến năm 2045", "Mục tiêu – 2025"; no result of a year is a target. */
function yearOf(title: string): number | undefined {
  const folded = foldText(title)
  if (/\bket qua\b|\bthuc hien\b|\bhien trang\b|\buoc\b|\bgoc\b|\bquy\b/.test(folded)) return undefined
  const years = [...folded.matchAll(/\b20\d\d\b/g)].map(([year]) => Number(year))
  const [year = 0] = years
  return years.length === 1 && year >= firstMilestone && year <= lastMilestone ? year : undefined
}

/** One row of the sheet; a cell that lies in a merged range of its column has what stands at the range's beginning. */
export class RowCells {
  readonly #sheet: Sheet
  readonly #line: number
  readonly #columns: Columns

  constructor(sheet: Sheet, line: number, columns: Columns) {
    this.#sheet = sheet
    this.#line = line
    this.#columns = columns
  }

  #column(field: 'number' | 'name' | Heading): number | undefined {
    return field === 'number' || field === 'name' ? this.#columns[field] : this.#columns.words[field]
  }

  #cell(column: number): SheetCell {
    return cellBelow(this.#sheet, this.#line, column)
  }

  address(field: 'number' | 'name' | Heading): string {
    return address(this.#column(field) ?? 0, this.#line)
  }

  /** In one line, but the bodies of a cell may stand in several. */
  text(field: 'number' | 'name' | Heading): string {
    const column = this.#column(field)
    const words = column === undefined ? '' : textOf(this.#cell(column))
    return field === 'leadBody' ? words.trim() : words.replace(/\s+/gu, ' ').trim()
  }

  /** Whether the table has the column at all. */
  has(field: Heading): boolean {
    return this.#columns.words[field] !== undefined
  }

  hasTargets(): boolean {
    return [...this.#columns.years.values()].some((column) => this.#cell(column) !== null)
  }

  /** The targets that the row states, as they are to be printed; a blank cell states none. */
  targets(unitOfMeasure: string): StatedTarget[] {
    return [...this.#columns.years].flatMap(([milestone, column]) => {
      const content = this.#cell(column)
      if (content === null) return []
      const text = printed(content, unitOfMeasure)
      return [{ milestone, cell: address(column, this.#line), text, doubt: doubtOf(content, unitOfMeasure) }]
    })
  }
}

/** A target as a row states it; `text: null` where the cell holds none, `doubt` what the cell shows beside it. */
export type StatedTarget = { milestone: number; cell: string; text: string | null; doubt: string | null }

/** A share below one may be a hundredth of itself: 0,6 or 60 %. */
function doubtOf(content: SheetCell, unitOfMeasure: string): string | null {
  if (typeof content === 'number')
    return unitOfMeasure === '%' && content > 0 && content < 1 ? shownText(content) : null
  return typeof content === 'object' && content !== null && 'doubt' in content && content.doubt !== 'format'
    ? content.shown
    : null
}

/** A bare number of a cell gets the unit of measure that its row states; `null` where the cell holds no text. */
function printed(content: NonNullable<SheetCell>, unitOfMeasure: string): string | null {
  if (typeof content === 'string') return normalizeText(content) || '-'
  if (typeof content === 'number') {
    const number = decimalComma(content)
    return unitOfMeasure === '%' ? `${number}%` : `${number} ${unitOfMeasure}`
  }
  if ('doubt' in content) {
    return content.doubt === 'format' ? normalizeText(content.shown) : printed(content.content, unitOfMeasure)
  }
  return 'percent' in content ? `${decimalComma(content.percent)}%` : null
}
