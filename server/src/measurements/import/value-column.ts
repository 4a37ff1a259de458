import { type Quarter, quarterInText } from '@moc57/shared'
import {
  type FigureMeaning,
  figuresOf,
  isTitleOfOtherTime,
  namesOtherTime,
  quartersIn,
} from '../../http/uploads/heading.ts'
import { refused } from '../../http/uploads/refuse.ts'
import { columnName, type SheetCell, textOf } from '../../http/uploads/sheet.ts'
import type { Table, TitledColumn } from '../../http/uploads/table.ts'

/** The column with the quarter's figures, or why a person has to pick it. */
export type ValueColumn =
  | { column: number; title: string; isRate: boolean }
  /** Counts stand for the figure. */
  | { column: null; question: null }
  | { column: undefined; question: string }

type Candidate = TitledColumn & {
  meaning: FigureMeaning | undefined
  /** Whose figures they are: of the asked quarter, of another time, or it is not said. */
  time: 'asked' | 'other' | 'unsaid'
}

const ofAQuarter: readonly (FigureMeaning | undefined)[] = ['result', 'rate', 'count', undefined]

/**
 * The column that names the asked quarter wins; one that names another time, a plan or a running total is never taken
 * unless it was picked.
 */
export function valueColumnOf(table: Table, period: Quarter, picked: string | undefined): ValueColumn {
  if (picked) {
    const column = table.titles.find((title) => columnName(title.column) === picked.toUpperCase())
    if (!column)
      throw refused('Không có cột đã chọn', `Bảng không có cột “${picked}”. Hãy chọn lại cột giá trị.`)
    return taken({ ...column, meaning: figuresOf(column.title) })
  }
  const candidates = candidatesOf(table, period)
  const asked = candidates.filter(({ time }) => time === 'asked')
  const ofQuarter = asked.filter(({ meaning }) => ofAQuarter.includes(meaning))
  const certain = only(ofQuarter, table) ?? (ofQuarter.length === 0 ? onlyEstimate(asked) : undefined)
  if (certain) return taken(certain)
  const [onlyAsked] = asked
  if (onlyAsked && asked.length === 1)
    return ask(
      `Cột ${columnName(onlyAsked.column)}, “${onlyAsked.title}”, không nói rõ là kết quả riêng của ${quarterInText(period)}. Chọn cột có kết quả của quý.`,
    )
  if (asked.length > 0) return ask(`Nhiều cột nói về ${quarterInText(period)}. Chọn cột có kết quả của quý.`)
  return withoutQuarter(table, period, candidates)
}

/** No heading names the quarter: a single result may be it, unless a title or the sheet says otherwise. */
function withoutQuarter(table: Table, period: Quarter, candidates: readonly Candidate[]): ValueColumn {
  // A count is a figure where the row says what is counted; beside a share it is another one.
  const isTold = table.columns.has('unitOfMeasure')
  const results = candidates.filter(
    ({ time, meaning }) =>
      time === 'unsaid' && (meaning === 'result' || meaning === 'rate' || (meaning === 'count' && isTold)),
  )
  const bare = table.hasHeading ? [] : candidates
  const found = only(results.length > 0 ? results : bare, table)
  if (found) {
    const other = otherQuarterOf(table, period)
    return other
      ? ask(
          `${other}, không phải ${quarterInText(period)}. Hãy mở đúng kỳ, hoặc chọn cột nếu đúng là số của quý này.`,
        )
      : taken(found)
  }
  if (results.length === 0 && table.columns.has('numerator')) return { column: null, question: null }
  if (results.length > 0) return ask('Nhiều cột có thể là kết quả của quý. Chọn một cột.')
  const [first] = candidates.filter(({ time, meaning }) => time === 'other' || meaning !== undefined)
  return ask(
    first
      ? `Không cột nào nói rõ là kết quả của ${quarterInText(period)} (cột ${columnName(first.column)} là “${first.title}”). Chọn cột có số liệu của quý.`
      : 'Không cột nào mang tên Kết quả, Giá trị hay Kỳ này. Chọn cột có số liệu.',
  )
}

function candidatesOf(table: Table, period: Quarter): Candidate[] {
  const { titles, columns, sheet, firstRow, endRow } = table
  const taken = new Set(columns.values())
  const year = yearOf(table, period)
  return titles.flatMap((column) => {
    if (column.isHidden || taken.has(column.column)) return []
    const quarters = quartersIn(column.title, year)
    const time = quarters.includes(period)
      ? quarters.length === 1
        ? 'asked'
        : 'other'
      : quarters.length > 0 || namesOtherTime(column.title)
        ? 'other'
        : 'unsaid'
    const hasContent = sheet.rows.slice(firstRow, endRow).some((row) => (row[column.column] ?? null) !== null)
    return hasContent
      ? [{ ...column, meaning: figuresOf(column.title), time: time as Candidate['time'] }]
      : []
  })
}

function taken({ column, title, meaning }: Omit<Candidate, 'time'>): ValueColumn {
  return { column, title, isRate: meaning === 'rate' }
}

function ask(question: string): ValueColumn {
  return { column: undefined, question }
}

/** Of several the rate, where the others are the counts that make it, row by row. */
function only(candidates: readonly Candidate[], table: Table): Candidate | undefined {
  if (candidates.length <= 1) return candidates[0]
  const rates = candidates.filter(({ meaning }) => meaning === 'rate')
  const [rate] = rates
  const counts = candidates.filter((candidate) => candidate !== rate)
  const others = table.titles.filter(({ column }) => column !== rate?.column)
  if (!rate || rates.length > 1) return undefined
  return counts.every((count) => others.some((whole) => makeShare(table, rate, count, whole)))
    ? rate
    : undefined
}

const roundedShare = 0.06
/** Rows that show how columns hang together. */
const rowsLooked = 200

function makeShare(
  { sheet, firstRow, endRow }: Table,
  rate: TitledColumn,
  part: TitledColumn,
  whole: TitledColumn,
): boolean {
  if (part.column === whole.column) return false
  const rows = sheet.rows.slice(firstRow, Math.min(endRow, firstRow + rowsLooked)).flatMap((row) => {
    const [share, numerator, denominator] = [rate, part, whole].map(({ column }) => numberIn(row[column]))
    return share === undefined || numerator === undefined || !denominator
      ? []
      : [{ share, numerator, denominator }]
  })
  return (
    rows.length > 0 &&
    rows.every(
      ({ share, numerator, denominator }) =>
        Math.abs((numerator / denominator) * 100 - share) <= roundedShare,
    )
  )
}

function numberIn(cell: SheetCell | undefined): number | undefined {
  if (typeof cell === 'object' && cell !== null) return 'percent' in cell ? cell.percent : undefined
  const number = Number(textOf(cell).replace('%', '').replace(',', '.') || Number.NaN)
  return Number.isFinite(number) ? number : undefined
}

function onlyEstimate(asked: readonly Candidate[]): Candidate | undefined {
  const estimates = asked.filter(({ meaning }) => meaning === 'estimate')
  return estimates.length === 1 ? estimates[0] : undefined
}

/** Where the sheet's name or the lines above the table name another quarter alone, in words. */
function otherQuarterOf({ sheet, caption, columns }: Table, period: Quarter): string | undefined {
  // A table whose rows name their period says it there.
  if (columns.has('period')) return undefined
  const [year] = period.split('-')
  const said = [
    ...titleLines(caption).map((text) => ({ text, words: `Dòng tiêu đề ghi “${text.slice(0, 200)}”` })),
    { text: sheet.name, words: `Trang tính tên là “${sheet.name}”` },
  ].map((place) => ({ ...place, quarters: quartersIn(place.text, year) }))
  if (said.some(({ quarters }) => quarters.includes(period))) return undefined
  return said.find(({ text, quarters }) => quarters.length > 0 || isTitleOfOtherTime(text, year))?.words
}

const titleLines = (caption: string) => caption.split(' · ')

/** The year that a quarter without one is of: what the sheet or a title of results says, else the asked one. */
function yearOf({ sheet, caption }: Table, period: Quarter): string | undefined {
  const [asked] = period.split('-')
  const said = [sheet.name, ...titleLines(caption)].find((text) => isTitleOfOtherTime(text, asked))
  const years = new Set((said ?? '').match(/\b20\d\d\b/g))
  return years.size === 1 ? [...years][0] : asked
}
