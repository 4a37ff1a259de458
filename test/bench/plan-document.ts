import { strToU8, zipSync } from 'fflate'
import { signInCast } from '../support/accounts.ts'
import { startService } from '../support/service.ts'
import { uploaderOf } from '../support/upload.ts'
import { middle, type Row } from './row.ts'

const rounds = 5
const boundInMilliseconds = 1000

/** A Phụ lục of 40 rows, from the Word file to its preview: the processor's time of the whole process, threads included. */
export async function planDocument(): Promise<Row[]> {
  const service = await startService()
  await signInCast(service)
  const officer = await uploaderOf(service, 'officer')
  const { items } = (await service.app.inject({ url: '/api/indicators' })).json() as { items: Named[] }
  const bytes = annexOf(items)
  const spent: number[] = []
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage()
    const answer = await officer.send('/api/units/11443/plan/import', { name: 'phu-luc.docx', bytes })
    if (answer.statusCode !== 200) throw new Error(answer.body)
    const { user, system } = process.cpuUsage(before)
    spent.push((user + system) / 1000)
  }
  await service.close()
  const time = middle(spent)
  return [
    {
      figure: 'plan: 40 rows from .docx to preview, CPU',
      value: `${time.toFixed(0)} ms`,
      bound: `≤ ${boundInMilliseconds} ms`,
      isMet: time <= boundInMilliseconds,
    },
  ]
}

type Named = { name: string }

function annexOf(items: readonly Named[]): Uint8Array {
  const own = Array.from({ length: 9 }, (_, index) => ({
    name: `Số mô hình chuyển đổi số của tổ ${index + 1}`,
  }))
  const rows = [
    ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Năm 2026', 'Năm 2030', 'Năm 2035'],
    ...[...items, ...own].map(({ name }, index) => [
      String(index + 1),
      name,
      index < items.length ? '%' : 'mô hình',
      '≥ 70',
      '90',
      '100',
    ]),
  ]
  const cell = (text: string) => `<w:tc><w:tcPr/><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
  const table = rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')
  const names = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="${names}"><w:body><w:tbl>${table}</w:tbl></w:body></w:document>`,
    ),
  })
}
