import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { refused, wrongKind } from '../refuse.ts'
import { refuseTooLarge } from './pdf-bounds.ts'

/** A length of text as it stands on a page; points, from the upper left corner. `base` is the line it stands on. */
export type Piece = { text: string; left: number; right: number; base: number; size: number }
/** A straight line that is drawn along one axis: across at a height, or down at a place. */
export type Rule = { at: number; from: number; to: number }

export type PdfPage = {
  number: number
  pieces: Piece[]
  across: Rule[]
  down: Rule[]
  hasImage: boolean
}

const mostPages = 150
/** In points of a picture: a page of A4, scanned finely. */
const largestPicture = 40_000_000
/** Lines of a page: a table of a hundred rows and thirty columns has not half as many. */
const mostRules = 20_000

/** The text and the lines of every page, through pdfjs-dist, which nothing else here knows. */
export async function readPages(bytes: Uint8Array): Promise<PdfPage[]> {
  refuseTooLarge(bytes)
  const { getDocument, OPS, VerbosityLevel } = await loadPdfjs()
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: true,
    maxImageSize: largestPicture,
  })
  const file = await task.promise.catch((error: Error) => {
    throw error.name === 'PasswordException'
      ? refused('Tệp có mật khẩu', 'Tệp PDF có mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi gửi lại.')
      : refused('Tệp hỏng', 'Tệp PDF bị hỏng hoặc chưa tải đủ. Hãy xuất lại tệp PDF rồi gửi lại.')
  })
  if (file.numPages > mostPages) {
    throw refused(
      'Tệp quá nhiều trang',
      `Tệp PDF có ${file.numPages} trang; chỉ đọc đến ${mostPages}. Hãy gửi riêng các trang có bảng.`,
    )
  }
  const pages: PdfPage[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number)
    const view = page.getViewport({ scale: 1 }).transform as Matrix
    const pieces = await piecesOf(page, view)
    const { across, down, hasImage } = drawnOn(await page.getOperatorList(), view, OPS)
    pages.push({ number, pieces, across, down, hasImage })
    page.cleanup()
  }
  return pages
}

/** It warns of the canvas that only drawing needs. */
async function loadPdfjs() {
  const { warn } = console
  console.warn = () => {}
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } catch {
    throw wrongKind('Máy chủ chưa đọc được PDF. Hãy gửi tệp Word hoặc Excel.')
  } finally {
    console.warn = warn
  }
}

type Matrix = [number, number, number, number, number, number]

function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Text that lies askew, such as a stamp across the page, belongs to no table. */
async function piecesOf(page: PDFPageProxy, view: Matrix): Promise<Piece[]> {
  const { items } = await page.getTextContent()
  return items.flatMap((item): Piece[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [a, b, c, d, left, base] = times(view, item.transform as Matrix)
    const size = Math.hypot(c, d)
    if (Math.abs(b) < Math.abs(a) * 0.01)
      return [{ text: item.str, left, right: left + item.width, base, size }]
    // Upwards or downwards, as narrow columns have their headings.
    if (Math.abs(a) < Math.abs(b) * 0.01) {
      const middle = base + (Math.sign(b) * item.width) / 2
      return [{ text: item.str, left: left - size / 2, right: left + size / 2, base: middle, size }]
    }
    return []
  })
}

type Drawn = Pick<PdfPage, 'across' | 'down' | 'hasImage'>
type Operators = { fnArray: number[]; argsArray: unknown[] }

function drawnOn({ fnArray, argsArray }: Operators, view: Matrix, OPS: Record<string, number>): Drawn {
  const drawn: Drawn = { across: [], down: [], hasImage: false }
  const strokes = namesOf(OPS, /stroke$/i)
  const fills = namesOf(OPS, /fill$/i)
  const images = namesOf(OPS, /^paint(Image|Inline|JpegX|Solid).*/)
  let matrix = view
  const kept: Matrix[] = []
  for (const [place, operator] of fnArray.entries()) {
    const given = argsArray[place] as unknown[]
    if (operator === OPS.save) kept.push(matrix)
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? view
    else if (operator === OPS.transform) matrix = times(matrix, given as Matrix)
    else if (operator === OPS.paintFormXObjectBegin) {
      kept.push(matrix)
      if (Array.isArray(given[0])) matrix = times(matrix, given[0] as Matrix)
    } else if (images.has(operator)) drawn.hasImage = true
    else if (operator === OPS.constructPath) {
      const [painted, paths] = given as [number, (ArrayLike<number> | null)[]]
      const isStroke = strokes.has(painted)
      if (!isStroke && !fills.has(painted)) continue
      for (const path of paths) if (path) addRules(path, matrix, isStroke, drawn)
    }
    if (drawn.across.length + drawn.down.length > mostRules)
      throw refused('Trang PDF quá nhiều đường kẻ', 'Không đọc được bảng. Hãy gửi tệp Word hoặc Excel.')
  }
  return drawn
}

function namesOf(OPS: Record<string, number>, wanted: RegExp): Set<number> {
  return new Set(Object.entries(OPS).flatMap(([name, code]) => (wanted.test(name) ? [code] : [])))
}

type Point = { x: number; y: number }

/** How many coordinates follow the sign of a step: move, line, two curves, close. */
const coordinatesOf = [2, 2, 6, 4, 0]
const closing = 4

function addRules(path: ArrayLike<number>, matrix: Matrix, isStroke: boolean, drawn: Drawn): void {
  const [a, b, c, d, e, f] = matrix
  let points: Point[] = []
  const finish = () => {
    if (isStroke) for (const [place, point] of points.entries()) addLine(points[place - 1], point, drawn)
    else addThinBox(points, drawn)
  }
  for (let place = 0; place < path.length; ) {
    const step = path[place] ?? closing
    const count = coordinatesOf[step] ?? 0
    const [x = 0, y = 0] = [path[place + count - 1], path[place + count]]
    place += 1 + count
    if (step === closing) {
      const [first] = points
      if (first) points.push(first)
      continue
    }
    if (step === 0) {
      finish()
      points = []
    }
    points.push({ x: a * x + c * y + e, y: b * x + d * y + f })
  }
  finish()
}

const straight = 1
const shortest = 3

function addLine(from: Point | undefined, to: Point, { across, down }: Drawn): void {
  if (!from) return
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)]
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)]
  if (bottom - top <= straight && right - left >= shortest)
    across.push({ at: (top + bottom) / 2, from: left, to: right })
  else if (right - left <= straight && bottom - top >= shortest)
    down.push({ at: (left + right) / 2, from: top, to: bottom })
}

/** Word draws a line of a table as a thin box that is filled. */
const thickest = 3

function addThinBox(points: readonly Point[], drawn: Drawn): void {
  if (points.length < 3) return
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (bottom - top <= thickest && right - left > bottom - top)
    drawn.across.push({ at: (top + bottom) / 2, from: left, to: right })
  else if (right - left <= thickest && bottom - top > right - left)
    drawn.down.push({ at: (left + right) / 2, from: top, to: bottom })
}
