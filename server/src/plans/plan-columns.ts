import { firstMilestone, foldText, lastMilestone } from '@moc57/shared'
import { address, type Sheet, type SheetCell, textOf } from '../http/uploads/sheet.ts'
import type { Table } from '../http/uploads/table.ts'

/** The columns of Phụ lục 01 beside Stt and Chỉ tiêu. */
const headings = {
  unitOfMeasure: /^(don vi tinh|dvt)$/,
  naturalMaximum: /^muc toi da$/,
  direction: /^chieu/,
  directingLeader: /chi dao/,
  responsibleOfficer: /chu tri(?!.*theo doi)/,
  leadBody: /^co quan chu tri/,
  deliverable: /san\s*pham/,
} as const
export type Heading = keyof typeof headings

/** Where the columns of Phụ lục 01 stand, and the first row below their heading. */
export type Columns = {
  number: number
  name: number
  years: Map<number, number>
  words: Partial<Record<Heading, number>>
  firstRow: number
}

/** `undefined` where the table has no milestones: it is no plan. The years may stand in a line below Stt. */
export function columnsOf({ sheet, headRow, columns }: Table): Columns | undefined {
  const head = [headRow, headRow + 1, headRow + 2]
  const years = new Map<number, number>()
  const words: Columns['words'] = {}
  let lastHeadRow = headRow
  for (const line of head) {
    for (const [column, cell] of (sheet.rows[line] ?? []).entries()) {
      const title = foldText(textOf(cell))
      const year = Number(/^(?:nam )?(20\d\d)$/.exec(title)?.[1])
      if (year >= firstMilestone && year <= lastMilestone) {
        years.set(year, column)
        lastHeadRow = line
      }
      for (const [name, heading] of Object.entries(headings) as [Heading, RegExp][]) {
        if (line === headRow && heading.test(title)) words[name] ??= column
      }
    }
  }
  const number = columns.get('number')
  const name = columns.get('name')
  if (number === undefined || name === undefined || years.size === 0) return undefined
  return { number, name, years, words, firstRow: lastHeadRow + 1 }
}

/** One row of the sheet; a cell that lies in a merged range has what stands at the range's beginning. */
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
    const merge = this.#sheet.merges.find(
      ({ startRow, endRow, startCol, endCol }) =>
        startRow <= this.#line && this.#line <= endRow && startCol <= column && column <= endCol,
    )
    return this.#sheet.rows[merge?.startRow ?? this.#line]?.[merge?.startCol ?? column] ?? null
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

  hasTargets(): boolean {
    return [...this.#columns.years.values()].some((column) => this.#cell(column) !== null)
  }

  /** The targets that the row states, as they are to be printed; a blank cell states none. */
  targets(unitOfMeasure: string): { milestone: number; cell: string; text: string | null }[] {
    return [...this.#columns.years].flatMap(([milestone, column]) => {
      const content = this.#cell(column)
      if (content === null) return []
      return [{ milestone, cell: address(column, this.#line), text: printed(content, unitOfMeasure) }]
    })
  }
}

/** A bare number of a cell gets the unit of measure that its row states; `null` where the cell holds no text. */
function printed(content: NonNullable<SheetCell>, unitOfMeasure: string): string | null {
  if (typeof content === 'string') return content.replace(/\s+/gu, ' ').trim() || '-'
  if (typeof content === 'number') {
    return unitOfMeasure === '%' ? null : `${typed(content)} ${unitOfMeasure}`
  }
  return 'percent' in content ? `${typed(content.percent)}%` : null
}

/** Without points between thousands, which could be read two ways. */
function typed(number: number): string {
  return String(number).replace('.', ',')
}
