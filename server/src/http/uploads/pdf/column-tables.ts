import { roleOf } from '../heading.ts'
import { refused } from '../refuse.ts'
import type { SheetCell } from '../sheet.ts'
import type { PdfPage, Piece } from './pdf-pages.ts'
import { cellOf, linesOf, type PdfTable, textOfPieces, wordsAcross } from './ruled-tables.ts'

/** Points between columns in which no line of the table has anything. */
const narrowestGap = 5
/** Blank space between rows, as a share of the step between the lines of one. */
const rowGap = 1.25

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

/** Lines that are one row: parted by more blank space, or each beginning with a number. */
function rowsOf(lines: readonly Piece[][], xs: readonly number[]): Piece[][][] {
  const steps = lines.slice(1).map((line, index) => baseOf(line) - baseOf(lines[index] ?? []))
  const least = Math.min(...steps)
  const blocks: Piece[][][] = []
  for (const [index, line] of lines.entries()) {
    const block = blocks.at(-1)
    if (block && (steps[index - 1] ?? 0) <= least * rowGap) block.push(line)
    else blocks.push([line])
  }
  const numberOf = (line: readonly Piece[]) =>
    line.some(({ text, right }) => right <= (xs[1] ?? 0) && /^\s*\d{1,3}[.)]?\s*$/.test(text))
  const isClear = (block: readonly Piece[][]) => block.filter(numberOf).length <= 1
  return blocks.flatMap((block, index) => {
    if (index === 0 || isClear(block)) return [block]
    // No space between rows: each begins with the line of its number, or it is not known where.
    const starts = block.flatMap((line, at) => (numberOf(line) ? [at] : []))
    if (starts[0] !== 0 || !starts.every((at) => isFirstLine(block, at, xs))) throw withoutLines()
    return starts.map((at, place) => block.slice(at, starts[place + 1]))
  })
}

const baseOf = (line: readonly Piece[]) => line[0]?.base ?? 0

/** Whether the line of a number has what the row says in most columns: words in the middle would stand around it. */
function isFirstLine(block: readonly Piece[][], at: number, xs: readonly number[]): boolean {
  const filled = (line: readonly Piece[] = []) => cellsOf(line, xs).filter((cell) => cell !== null).length
  return filled(block[at]) >= 3 && filled(block[at - 1]) <= filled(block[at])
}

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
