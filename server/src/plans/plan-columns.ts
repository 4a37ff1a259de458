import { firstMilestone, foldText, lastMilestone, normalizeText } from '@moc57/shared'
import {
  address,
  columnName,
  decimalComma,
  type Sheet,
  type SheetCell,
  shownText,
  textOf,
} from '../http/uploads/sheet.ts'
import { cellBelow, type Table } from '../http/uploads/table.ts'

/** The columns of Phụ lục 01 beside Stt and Chỉ tiêu. */
const headings = {
  unitOfMeasure: /^(don vi( tinh| do)?|dv tinh|dvt)( \(.*\))?$/,
  naturalMaximum: /^muc toi da$/,
  direction: /^chieu/,
  directingLeader: /chi dao|^lanh dao (phu trach|phuong|xa|ubnd)/,
  responsibleOfficer:
    /^(?!co quan|don vi|phong).*chu tri(?!.*theo doi)|^(nguoi|can bo|cong chuc) (phu trach|thuc hien)/,
  leadBody: /^(co quan|don vi|phong)[^(]* (chu tri|thuc hien|phu trach)/,
  deliverable: /san\s*pham/,
  /** The target of a row whose year stands beside it. */
  target: /^(muc tieu|ke hoach|gia tri muc tieu|muc (can )?dat|chi tieu (giao|can dat|phan dau))$/,
  deadline: /^(thoi han|thoi gian|lo trinh|tien do|thoi diem|moc|nam)( (hoan thanh|thuc hien|thoi gian))*$/,
} as const
export type Heading = keyof typeof headings

/** Where the columns of Phụ lục 01 stand. */
export type Columns = {
  number: number | undefined
  name: number
  years: Map<number, YearColumn>
  words: Partial<Record<Heading, number>>
}

/** `doubt`: why it is asked whether the column holds the targets of the year. */
type YearColumn = { column: number; doubt: string | null }

/** `undefined` where the table has no milestones: it is no plan. The years may stand in a line below Stt. */
export function columnsOf({ titles, columns }: Table): Columns | undefined {
  const years = new Map<number, YearColumn>()
  const words: Columns['words'] = {}
  for (const { column, title } of titles) {
    const year = yearOf(title)
    const known = year && years.get(year.year)
    if (known)
      known.doubt = `Bảng có hai cột cho năm ${year.year}; đọc cột ${columnName(known.column)}, không đọc cột ${columnName(column)}. Có đúng không?`
    else if (year) years.set(year.year, { column, doubt: year.doubt })
    const folded = foldText(title.split(' – ').at(-1) ?? title)
    for (const [name, heading] of Object.entries(headings) as [Heading, RegExp][]) {
      if (heading.test(folded)) words[name] ??= column
    }
  }
  const name = columns.get('name')
  if (name === undefined || (years.size === 0 && words.deadline === undefined)) return undefined
  // Tasks have deadlines, too, and are no indicators.
  const named = foldText(titles.find((titled) => titled.column === name)?.title ?? '')
  if (years.size === 0 && /nhiem vu|cong viec|giai phap|hoat dong/.test(named)) return undefined
  return { number: columns.get('number'), name, years, words }
}

const isResult =
  /\bket qua\b|\bhien trang\b|\bthuc trang\b|\buoc\b|\bgoc\b|\bquy\b|\bda dat\b|\bdat duoc\b|\bso voi\b|\bcung ky\b|\bnam truoc\b/
const isDone = /\bthuc hien\b|\bthuc te\b|\bth\b/
const isPlanned =
  /\bke hoach\b|\bkh\b|\bmuc tieu\b|\blo trinh\b|\bphan dau\b|\bdinh huong\b|\bchi tieu\b|\btam nhin\b|\bgiao\b/

/** "Năm 2030", "Đến hết năm 2026", "Tầm nhìn đến năm 2045", "Mục tiêu – 2025"; no result of a year is a target. */
function yearOf(title: string): { year: number; doubt: string | null } | undefined {
  const folded = foldText(title)
  if (isResult.test(folded) || (isDone.test(folded) && !isPlanned.test(folded))) return undefined
  const span = /\bgiai doan\b.*?(20\d\d)\s*(?:-|–|den)\s*(?:nam )?(20\d\d)\b/.exec(folded)
  const years = span ? [Number(span[2])] : [...folded.matchAll(/\b20\d\d\b/g)].map(([year]) => Number(year))
  const [year = 0] = years
  if (years.length !== 1 || year < firstMilestone || year > lastMilestone) return undefined
  return {
    year,
    doubt: span ? `Cột ghi “${title}”; đọc là mục tiêu đến hết năm ${year}. Có đúng không?` : null,
  }
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
    const { years, words } = this.#columns
    if (years.size === 0) return words.deadline !== undefined && this.text('deadline') !== ''
    return [...years.values()].some(({ column }) => this.#cell(column) !== null)
  }

  /** Whether years stand in rows, as deadlines, and not in the heading. */
  hasDeadlines(): boolean {
    return this.#columns.years.size === 0
  }

  /** The targets that the row states, as they are to be printed; a blank cell states none. */
  targets(unitOfMeasure: string): StatedTarget[] {
    if (this.hasDeadlines()) {
      const column = this.#columns.words.target
      return column === undefined ? [] : this.#deadlineTargets(column, this.#cell(column), unitOfMeasure)
    }
    return [...this.#columns.years].flatMap(([milestone, { column, doubt }]) => {
      const content = this.#cell(column)
      if (content === null) return []
      const ask = doubtOf(content, unitOfMeasure) ?? doubt
      return [{ milestone, cell: address(column, this.#line), text: printed(content, unitOfMeasure), ask }]
    })
  }

  /** The target that a sentence holds, by the deadline beside it. */
  sentenceTargets(text: string, unitOfMeasure: string): StatedTarget[] {
    return this.#deadlineTargets(this.#columns.name, text, unitOfMeasure)
  }

  #deadlineTargets(column: number, content: SheetCell, unitOfMeasure: string): StatedTarget[] {
    if (content === null) return []
    const cell = address(column, this.#line)
    const deadline = this.text('deadline')
    const years = [...new Set(deadline.match(/\b20\d\d\b/g))].map(Number)
    const milestone = years.at(-1)
    if (milestone === undefined || milestone < firstMilestone || milestone > lastMilestone)
      return [{ milestone: null, cell: this.address('deadline'), text: null, ask: null }]
    const ask =
      years.length > 1
        ? `Thời hạn ghi “${deadline}”; đọc là đến hết năm ${milestone}. Có đúng không?`
        : doubtOf(content, unitOfMeasure)
    return [{ milestone, cell, text: printed(content, unitOfMeasure), ask }]
  }
}

/**
 * A target as a row states it; `text: null` where the cell holds none, `milestone: null` where no year is told, `ask` what
 * has to be answered before it is taken.
 */
export type StatedTarget = { milestone: number | null; cell: string; text: string | null; ask: string | null }

/** A share below one may be a hundredth of itself: 0,6 or 60 %. */
function doubtOf(content: SheetCell, unitOfMeasure: string): string | null {
  if (typeof content === 'number')
    return unitOfMeasure === '%' && content > 0 && content < 1
      ? `Ô hiện là “${shownText(content)}”, được đọc là “${printed(content, unitOfMeasure)}”. Có đúng không?`
      : null
  return typeof content === 'object' && content !== null && 'doubt' in content && content.doubt !== 'format'
    ? `Ô hiện là “${content.shown}”, được đọc là “${printed(content, unitOfMeasure)}”. Có đúng không?`
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
