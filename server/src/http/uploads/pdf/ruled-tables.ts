import type { Merge, SheetCell } from '../sheet.ts'
import type { PdfPage, Piece, Rule } from './pdf-pages.ts'

/** A table of a page: where it stands, and its cells. */
export type PdfTable = {
  top: number
  bottom: number
  left: number
  right: number
  rows: SheetCell[][]
  merges: Merge[]
}

/** Lines this near are one: double borders, and borders of cells that meet. */
const near = 3
/** No table of people has so many cells on one page. */
const mostCells = 20_000

/** The tables of a page by the lines that are drawn; a cell reaches as far as no line ends it. */
export function ruledTables({ pieces, across, down }: PdfPage): PdfTable[] {
  const horizontal = joined(across)
  const vertical = joined(down)
  return connected(horizontal, vertical).flatMap(({ rows, columns }) => {
    const ys = places(rows.map(({ at }) => at))
    const inside = columns.map(({ at }) => at)
    // Open at its sides: the lines across go on beyond the last one down.
    const xs = places([...inside, ...rows.flatMap(({ from, to }) => [from, to])])
    // One row alone may be the rest of a table of the page before; of two columns it is a frame around words.
    const isTable = ys.length > 2 ? xs.length > 2 : ys.length === 2 && xs.length > 3
    if (columns.length < 1 || !isTable || xs.length * ys.length > mostCells) return []
    return [tableOf({ xs, ys, rows, columns }, pieces, horizontal)]
  })
}

/** Pieces of one line, or lines that go on, as one. */
function joined(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort((one, other) => one.at - other.at)
  const lines: Rule[][] = []
  for (const rule of sorted) {
    const line = lines.at(-1)
    if (line?.[0] && rule.at - line[0].at <= near / 2) line.push(rule)
    else lines.push([rule])
  }
  return lines.flatMap((line) => {
    const at = line.reduce((sum, rule) => sum + rule.at, 0) / line.length
    const whole: Rule[] = []
    for (const { from, to } of line.sort((one, other) => one.from - other.from)) {
      const before = whole.at(-1)
      if (before && from - before.to <= near) before.to = Math.max(before.to, to)
      else whole.push({ at, from, to })
    }
    return whole
  })
}

type Frame = { rows: Rule[]; columns: Rule[] }

/** Lines that touch, directly or through others, are of one table. */
function connected(horizontal: readonly Rule[], vertical: readonly Rule[]): Frame[] {
  const group = new Map<Rule, Frame>()
  const frameOf = (rule: Rule, isRow: boolean): Frame => {
    const known = group.get(rule)
    if (known) return known
    const frame = isRow ? { rows: [rule], columns: [] } : { rows: [], columns: [rule] }
    group.set(rule, frame)
    return frame
  }
  for (const row of horizontal) {
    for (const column of vertical) {
      const isTouching =
        row.at >= column.from - near &&
        row.at <= column.to + near &&
        column.at >= row.from - near &&
        column.at <= row.to + near
      if (!isTouching) continue
      const [one, other] = [frameOf(row, true), frameOf(column, false)]
      if (one === other) continue
      one.rows.push(...other.rows)
      one.columns.push(...other.columns)
      for (const rule of [...other.rows, ...other.columns]) group.set(rule, one)
    }
  }
  return [...new Set(group.values())]
}

/** In order, those nearly the same as one. */
function places(given: readonly number[]): number[] {
  const sorted = [...given].sort((one, other) => one - other)
  return sorted.filter((place, index) => index === 0 || place - (sorted[index - 1] ?? 0) > near)
}

type Grid = Frame & { xs: number[]; ys: number[] }

function tableOf(grid: Grid, pieces: readonly Piece[], horizontal: readonly Rule[]): PdfTable {
  const { xs, ys } = grid
  const [left = 0, top = 0] = [xs[0], ys[0]]
  const [right = 0, bottom = 0] = [xs.at(-1), ys.at(-1)]
  const cellAt = cellsOf(grid)
  const strikes = horizontal.filter((rule) => !grid.rows.includes(rule))
  const inside = pieces.filter(({ base, size }) => base - size / 3 > top && base - size / 3 < bottom)
  const contents = new Map<number, Piece[]>()
  for (const piece of inside.flatMap((whole) => wordsAcross(whole, xs))) {
    const line = indexIn(ys, piece.base - piece.size / 3)
    const column = indexIn(xs, (piece.left + piece.right) / 2)
    if (line === undefined || column === undefined) continue
    const cell = cellAt[line]?.[column] ?? 0
    contents.set(cell, [...(contents.get(cell) ?? []), piece])
  }
  const rows: SheetCell[][] = ys.slice(1).map(() => xs.slice(1).map(() => null))
  const merges: Merge[] = []
  for (const [cell, { startRow, endRow, startCol, endCol }] of extents(cellAt)) {
    const row = rows[startRow]
    if (row) row[startCol] = cellOf(contents.get(cell) ?? [], strikes)
    if (endRow > startRow || endCol > startCol) merges.push({ startRow, endRow, startCol, endCol })
  }
  return { top, bottom, left, right, rows, merges }
}

/** Of each place of the grid the number of its cell: places between which no line is drawn are one. */
function cellsOf({ xs, ys, rows, columns }: Grid): number[][] {
  const width = xs.length - 1
  const parent = Array.from({ length: width * (ys.length - 1) }, (_, index) => index)
  const root = (place: number): number => {
    let found = place
    while (parent[found] !== found) found = parent[found] ?? found
    return found
  }
  const isDrawn = (rules: readonly Rule[], at: number, from: number, to: number) => {
    const middle = (from + to) / 2
    return rules.some((rule) => Math.abs(rule.at - at) <= near && rule.from <= middle && rule.to >= middle)
  }
  for (let line = 0; line < ys.length - 1; line++) {
    for (let column = 0; column < width; column++) {
      const [x = 0, right = 0, y = 0, below = 0] = [xs[column], xs[column + 1], ys[line], ys[line + 1]]
      const place = line * width + column
      const hasNext = column < width - 1
      if (hasNext && !isDrawn(columns, right, y, below)) parent[root(place + 1)] = root(place)
      if (line < ys.length - 2 && !isDrawn(rows, below, x, right)) parent[root(place + width)] = root(place)
    }
  }
  return ys.slice(1).map((_, line) => xs.slice(1).map((_, column) => root(line * width + column)))
}

function extents(cellAt: readonly number[][]): Map<number, Merge> {
  const found = new Map<number, Merge>()
  for (const [line, row] of cellAt.entries()) {
    for (const [column, cell] of row.entries()) {
      const extent = found.get(cell) ?? { startRow: line, endRow: line, startCol: column, endCol: column }
      extent.endRow = Math.max(extent.endRow, line)
      extent.startCol = Math.min(extent.startCol, column)
      extent.endCol = Math.max(extent.endCol, column)
      found.set(cell, extent)
    }
  }
  return found
}

/** The interval that a place lies in. */
function indexIn(bounds: readonly number[], place: number): number | undefined {
  const next = bounds.findIndex((bound) => bound > place)
  return next > 0 ? next - 1 : undefined
}

/** Text of several columns that stand close comes as one piece: its words stand where their letters do. */
export function wordsAcross(piece: Piece, xs: readonly number[]): Piece[] {
  const { text, left, right } = piece
  if (!xs.some((x) => x > left + 1 && x < right - 1)) return [piece]
  const letter = (right - left) / text.length
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    ...piece,
    text: word,
    left: left + index * letter,
    right: left + (index + word.length) * letter,
  }))
}

/** Less than this of the size of the text beside it is a footnote mark. */
const markSize = 0.8

/** The text of a cell; footnote marks and what is struck through stand apart from it. */
export function cellOf(pieces: readonly Piece[], strikes: readonly Rule[]): SheetCell {
  if (pieces.length === 0) return null
  const largest = Math.max(...pieces.map(({ size }) => size))
  const isMark = ({ size, text }: Piece) =>
    size < largest * markSize && /^[\d*()[\]a-z,;]{1,5}$/i.test(text.trim())
  const shown = textOfPieces(pieces)
  const plain = textOfPieces(pieces.filter((piece) => !isMark(piece)).flatMap(withoutStruck(strikes)))
  return plain === shown ? shown : { doubt: 'marks', content: plain, shown }
}

/** The letters of a piece that no line runs through. */
function withoutStruck(strikes: readonly Rule[]) {
  return (piece: Piece): Piece[] => {
    const { text, left, right, base, size } = piece
    const through = strikes.filter(
      ({ at, from, to }) => at < base - size * 0.12 && at > base - size * 0.65 && from < right && to > left,
    )
    if (through.length === 0) return [piece]
    const letter = (right - left) / text.length
    const isStruck = (place: number) => {
      const middle = left + (place + 0.5) * letter
      return through.some(({ from, to }) => from <= middle && middle <= to)
    }
    const kept = [...text].filter((_, place) => !isStruck(place)).join('')
    return kept.trim() === '' ? [] : [{ ...piece, text: kept }]
  }
}

/** In reading order; a new line is a blank, since it is where the cell was too narrow. */
export function textOfPieces(pieces: readonly Piece[]): string {
  return linesOf(pieces)
    .map((line) =>
      line.reduce((text, piece, index) => {
        const before = line[index - 1]
        const isApart = before !== undefined && piece.left - before.right > piece.size * 0.15
        return `${text}${isApart ? ' ' : ''}${piece.text}`
      }, ''),
    )
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Pieces by the line they stand on; a raised mark is on the line of its word. */
export function linesOf(pieces: readonly Piece[]): Piece[][] {
  const sorted = [...pieces].sort((one, other) => one.base - other.base)
  const lines: Piece[][] = []
  for (const piece of sorted) {
    const line = lines.at(-1)
    const [first] = line ?? []
    if (line && first && piece.base - first.base < Math.max(first.size, piece.size) * 0.55) line.push(piece)
    else lines.push([piece])
  }
  return lines.map((line) => line.sort((one, other) => one.left - other.left))
}
