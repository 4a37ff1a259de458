import { roleOf } from '../heading.ts'
import { refused } from '../refuse.ts'
import { type SheetCell, shownText } from '../sheet.ts'
import type { PdfPage, Piece } from './pdf-pages.ts'
import { cellOf, linesOf, type PdfTable, textOfPieces, wordsAcross } from './ruled-tables.ts'

/** Points between columns in which no line of the table has anything. */
const narrowestGap = 5
/** The step from line to line within a row, in sizes of the letters; more is space between rows. */
const rowGap = 1.6

/**
 * The table of a page without lines: its columns are what blank space parts from top to bottom. Where the rows cannot be
 * told from each other it is refused, since a half of a row would be read as one.
 */
export function columnTables({ pieces }: PdfPage): PdfTable[] {
  const lines = linesOf(pieces)
  const head = lines.findIndex(
    (line) =>
      segmentsOf(line).filter(({ text }) => isRowHeading(text)).length > 0 && segmentsOf(line).length > 2,
  )
  if (head < 0) return []
  const body = lines.slice(head)
  const xs = gapsOf(body)
  if (xs.length < 3) return []
  const [left = 0, right = 0] = [xs[0], xs.at(-1)]
  const blocks = rowsOf(body, xs)
  const rows = blocks.map((block) => cellsOf(block.flat(), xs))
  const last = body.at(-1)?.[0]
  return [{ top: (body[0]?.[0]?.base ?? 0) - 1, bottom: last?.base ?? 0, left, right, rows, merges: [] }]
}

const isRowHeading = (text: string) => {
  const role = roleOf(text)
  return role === 'number' || role === 'name'
}

/** Pieces of a line that stand together. */
function segmentsOf(line: readonly Piece[]): Piece[] {
  const segments: Piece[] = []
  for (const piece of line) {
    const before = segments.at(-1)
    if (before && piece.left - before.right < piece.size * 0.6) {
      before.text = `${before.text}${piece.left - before.right > piece.size * 0.15 ? ' ' : ''}${piece.text}`
      before.right = Math.max(before.right, piece.right)
    } else segments.push({ ...piece })
  }
  return segments
}

/** The bounds of columns: the middles of the gaps that go through all lines but those that run across the whole. */
function gapsOf(lines: readonly Piece[][]): number[] {
  const segments = lines.map(segmentsOf)
  const left = Math.min(...segments.flat().map((segment) => segment.left))
  const right = Math.max(...segments.flat().map((segment) => segment.right))
  const isAcross = (line: readonly Piece[]) =>
    line.length === 1 && (line[0]?.right ?? 0) - (line[0]?.left ?? 0) > (right - left) * 0.5
  const spans = segments
    .filter((line) => !isAcross(line))
    .flat()
    .sort((one, other) => one.left - other.left)
  const bounds = [left - 1]
  let end = left
  for (const { left: from, right: to } of spans) {
    if (from - end >= narrowestGap) bounds.push((end + from) / 2)
    end = Math.max(end, to)
  }
  return [...bounds, right + 1]
}

/** Lines that are one row: parted by blank space, or each with a number of its own; anything else is not certain. */
function rowsOf(lines: readonly Piece[][], xs: readonly number[]): Piece[][][] {
  const blocks: Piece[][][] = []
  for (const [index, line] of lines.entries()) {
    const step = baseOf(line) - baseOf(lines[index - 1] ?? line)
    const block = blocks.at(-1)
    if (block && step <= (line[0]?.size ?? 0) * rowGap) block.push(line)
    else blocks.push([line])
  }
  const isNumbered = (line: readonly Piece[]) =>
    line.some(({ text, right }) => right <= (xs[1] ?? 0) && /^\s*(\d{1,3}|[ivx]+)[.)]?\s*$/i.test(text))
  return blocks.flatMap((block, index) => {
    const first = block.findIndex(isNumbered)
    // The head, with the rows right below it.
    if (index === 0)
      return first < 0 ? [block] : [block.slice(0, first), ...byNumbers(block.slice(first), isNumbered, xs)]
    const numbered = block.filter(isNumbered).length
    if (numbered > 1) return byNumbers(block, isNumbered, xs)
    if (numbered === 0 && block.length > 1) throw withoutLines()
    return [block]
  })
}

/**
 * Rows without space between them: each begins with its number, and goes on in lines that cannot be a beginning. Rows whose
 * numbers stand in their middle would be torn apart, so anything else is refused.
 */
function byNumbers(
  block: readonly Piece[][],
  isNumbered: (line: readonly Piece[]) => boolean,
  xs: readonly number[],
): Piece[][][] {
  const rows: Piece[][][] = []
  for (const line of block) {
    const row = rows.at(-1)
    if (isNumbered(line)) rows.push([line])
    else if (row?.[0] && goesOn(row[0], line, xs)) row.push(line)
    else throw withoutLines()
  }
  return rows
}

function goesOn(first: readonly Piece[], line: readonly Piece[], xs: readonly number[]): boolean {
  const above = cellsOf(first, xs)
  return cellsOf(line, xs).every(
    (cell, column) =>
      cell === null || ((above[column] ?? null) !== null && !/^\p{Lu}/u.test(shownText(cell))),
  )
}

const baseOf = (line: readonly Piece[]) => line[0]?.base ?? 0

function cellsOf(pieces: readonly Piece[], xs: readonly number[]): SheetCell[] {
  const words = pieces.flatMap((piece) => wordsAcross(piece, xs))
  return xs.slice(1).map((right, column) => {
    const left = xs[column] ?? 0
    const inside = words.filter((piece) => {
      const middle = (piece.left + piece.right) / 2
      return middle >= left && middle < right
    })
    return textOfPieces(inside) === '' ? null : cellOf(inside, [])
  })
}

function withoutLines() {
  return refused(
    'Bảng PDF không rõ hàng',
    'Bảng trong tệp PDF không kẻ khung và các hàng sát nhau, nên không chắc chữ nào thuộc hàng nào. Hãy gửi tệp Word hoặc Excel gốc.',
  )
}
