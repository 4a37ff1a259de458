import Papa from 'papaparse'
import { longestText, mostColumns, mostRows, type Sheet, type SheetCell } from './sheet.ts'

/** The one table of a CSV file, with whatever separator it has. */
export function readCsv(bytes: Uint8Array): Sheet[] | undefined {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  let text: string
  try {
    text = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
  const { data } = Papa.parse<string[]>(text, { preview: mostRows + 1 })
  const rows = data.map((row) => row.slice(0, mostColumns).map(csvCell))
  return [{ name: 'CSV', merges: [], rows }]
}

function csvCell(text: string): SheetCell {
  if (text.trim() === '') return null
  return text.startsWith('=') ? { odd: 'formula' } : text.slice(0, longestText)
}
