import { XMLParser } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import { longestText, type Merge, mostColumns, mostRows, type Sheet, type SheetCell } from './sheet.ts'

/** An element in the order of the file: its name to its children, its attributes apart. */
type Node = { [name: string]: Node[] | string | undefined } & { ':@'?: Record<string, string> }
type WordTable = { rows: SheetCell[][]; merges: Merge[]; width: number }

const mainPart = 'word/document.xml'
/** Paragraphs above a table that may be its title. */
const titleLines = 6

/**
 * The tables of a Word document as sheets, the paragraphs above as their title lines. Tables of one width are one: they
 * go on over pages, with their heading or without. Tracked changes count as accepted.
 */
export function readDocument(bytes: Uint8Array): Sheet[] {
  const part = unzipSync(bytes, { filter: ({ name }) => name.replaceAll('\\', '/') === mainPart })
  const xml = strFromU8(Object.values(part)[0] ?? new Uint8Array())
  if (xml.includes('<!DOCTYPE')) throw new Error('A document has no DOCTYPE')
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    trimValues: false,
  })
  const sheets: (Sheet & { width: number })[] = []
  let paragraphs: string[] = []
  for (const node of blocksOf(parser.parse(xml) as Node[])) {
    if (node['w:p']) paragraphs.push(plainText(textOfRuns(childrenOf(node, 'w:p'))))
    if (!node['w:tbl']) continue
    const table = tableOf(childrenOf(node, 'w:tbl'))
    const before = sheets.at(-1)
    if (before?.width === table.width) append(before, table)
    else {
      const title = paragraphs.filter((text) => text !== '').slice(-titleLines)
      const sheet = { ...emptySheet(`Bảng ${sheets.length + 1}`), width: table.width }
      sheet.rows.push(...title.map((text): SheetCell[] => [text]))
      append(sheet, table)
      sheets.push(sheet)
    }
    paragraphs = []
  }
  return sheets.map(({ width: _, ...sheet }) => ({ ...sheet, rows: sheet.rows.slice(0, mostRows + 1) }))
}

function emptySheet(name: string): Sheet {
  return { name, rows: [], merges: [], hiddenRows: new Set(), hiddenColumns: new Set(), isOfDocument: true }
}

function append(sheet: Sheet, { rows, merges }: WordTable): void {
  const start = sheet.rows.length
  sheet.rows.push(...rows)
  for (const merge of merges)
    sheet.merges.push({ ...merge, startRow: merge.startRow + start, endRow: merge.endRow + start })
}

const childrenOf = (node: Node, name: string) => (Array.isArray(node[name]) ? (node[name] as Node[]) : [])

/** What stands around blocks, rows or runs and means nothing for their order. */
const wrappers = [
  'w:document',
  'w:body',
  'w:sdt',
  'w:sdtContent',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:hyperlink',
  'w:fldSimple',
] as const

function unwrapped(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => {
    const wrapper = wrappers.find((name) => node[name])
    return wrapper ? unwrapped(childrenOf(node, wrapper)) : [node]
  })
}

/** Paragraphs and tables, those within the cells of a table after it. */
function blocksOf(nodes: readonly Node[]): Node[] {
  return unwrapped(nodes).flatMap((node) => {
    if (!node['w:tbl']) return node['w:p'] ? [node] : []
    const nested = cellsOf(childrenOf(node, 'w:tbl')).flatMap((cell) =>
      blocksOf(childrenOf(cell, 'w:tc')).filter((block) => block['w:tbl']),
    )
    return [node, ...nested]
  })
}

const rowsOf = (table: readonly Node[]) => unwrapped(table).filter((node) => node['w:tr'])
const cellsOf = (table: readonly Node[]) =>
  rowsOf(table).flatMap((row) => unwrapped(childrenOf(row, 'w:tr')).filter((node) => node['w:tc']))

function tableOf(nodes: readonly Node[]): WordTable {
  const rows: SheetCell[][] = []
  const merges: Merge[] = []
  const open = new Map<number, Merge>()
  for (const node of rowsOf(nodes)) {
    const parts = childrenOf(node, 'w:tr')
    const properties = propertiesOf(parts, 'w:trPr')
    if (properties.some((property) => property['w:del'])) continue
    const row: SheetCell[] = []
    const line = rows.length
    let column = Number(wordValue(properties, 'w:gridBefore') ?? 0)
    for (const cell of unwrapped(parts).filter((part) => part['w:tc'])) {
      if (column >= mostColumns) break
      const content = childrenOf(cell, 'w:tc')
      const style = propertiesOf(content, 'w:tcPr')
      const span = Math.max(1, Number(wordValue(style, 'w:gridSpan') ?? 1))
      const merged = style.find((property) => property['w:vMerge'])
      const goesOn = merged !== undefined && wordValue(style, 'w:vMerge') !== 'restart'
      const above = open.get(column)
      if (goesOn && above) above.endRow = line
      else {
        row[column] = cellOf(content)
        const range = { startRow: line, endRow: line, startCol: column, endCol: column + span - 1 }
        if (merged) open.set(column, range)
        else open.delete(column)
        if (merged || span > 1) merges.push(range)
      }
      column += span
    }
    rows.push(Array.from({ length: Math.min(column, mostColumns) }, (_, index) => row[index] ?? null))
  }
  return { rows, merges, width: Math.max(0, ...rows.map((row) => row.length)) }
}

const propertiesOf = (nodes: readonly Node[], name: string) =>
  nodes.filter((node) => node[name]).flatMap((node) => childrenOf(node, name))

function wordValue(properties: readonly Node[], name: string): string | undefined {
  return properties.find((property) => property[name])?.[':@']?.['w:val']
}

type Run = { text: string; isMark: boolean }

/** The text of a cell; footnote marks and what is struck through stand apart from it. */
function cellOf(content: readonly Node[]): SheetCell {
  const runs = unwrapped(content)
    .filter((node) => node['w:p'])
    .flatMap((node, index) => [
      ...(index > 0 ? [{ text: '\n', isMark: false }] : []),
      ...textOfRuns(childrenOf(node, 'w:p')),
    ])
  const shown = plainText(runs).slice(0, longestText)
  if (shown === '') return null
  if (!runs.some(({ text, isMark }) => isMark && text.trim() !== '')) return shown
  return { doubt: 'marks', content: plainText(runs.filter(({ isMark }) => !isMark)), shown }
}

const plainText = (runs: readonly Run[]) =>
  runs
    .map(({ text }) => text)
    .join('')
    .trim()

/** Signs that Word keeps in the font Symbol. */
const symbols: Record<string, string> = { F0B3: '≥', F0A3: '≤', F02D: '-', F025: '%', F03E: '>', F03C: '<' }

function textOfRuns(nodes: readonly Node[]): Run[] {
  return unwrapped(nodes).flatMap((node) => {
    if (node['m:oMath'] || node['m:oMathPara']) return [{ text: mathText([node]), isMark: false }]
    if (!node['w:r']) return []
    const parts = childrenOf(node, 'w:r')
    const style = propertiesOf(parts, 'w:rPr')
    if (isOn(style, 'w:vanish')) return []
    const isRaised = ['superscript', 'subscript'].includes(wordValue(style, 'w:vertAlign') ?? '')
    const text = parts.map(partText).join('')
    return [{ text, isMark: isRaised || isOn(style, 'w:strike') || isOn(style, 'w:dstrike') }]
  })
}

function isOn(style: readonly Node[], name: string): boolean {
  return style.some((property) => property[name]) && !/^(0|false)$/.test(wordValue(style, name) ?? '')
}

function partText(part: Node): string {
  if (part['w:t'])
    return childrenOf(part, 'w:t')
      .map((text) => String(text['#text'] ?? ''))
      .join('')
  if (part['w:br'] || part['w:cr']) return '\n'
  if (part['w:tab']) return ' '
  if (part['w:noBreakHyphen']) return '-'
  if (part['w:sym']) return symbols[part[':@']?.['w:char']?.toUpperCase() ?? ''] ?? ''
  return ''
}

function mathText(nodes: readonly Node[]): string {
  return nodes
    .flatMap((node) =>
      Object.entries(node).map(([name, content]) => {
        if (name === '#text') return String(content)
        return Array.isArray(content) ? mathText(content) : ''
      }),
    )
    .join('')
}
