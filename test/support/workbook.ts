import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx'

/** The first sheet of a workbook with cells changed, by address, as somebody would send it back. */
export async function refilled(base: Uint8Array, changes: Record<string, CellValue>): Promise<Uint8Array> {
  const { sheets } = await readXlsx(base)
  const rows = sheets[0]?.rows.map((row) => [...row]) ?? []
  for (const [address, value] of Object.entries(changes)) {
    const [, column = '', row = ''] = /^([A-Z])(\d+)$/.exec(address) ?? []
    const line = rows[Number(row) - 1]
    if (line) line[column.charCodeAt(0) - 65] = value
  }
  return writeXlsx({ sheets: [{ name: 'Nhập số liệu', rows }] })
}
