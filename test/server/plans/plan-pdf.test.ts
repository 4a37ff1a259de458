import { readFile } from 'node:fs/promises'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Any, signInCast } from '../../support/accounts.ts'
import { type Service, startService } from '../../support/service.ts'
import { type Uploader, uploaderOf } from '../../support/upload.ts'

let service: Service
let officer: Uploader
beforeAll(async () => {
  service = await startService()
  await signInCast(service)
  officer = await uploaderOf(service, 'officer')
})
afterAll(() => service.close())

const files = new URL('../../cases/pdf/', import.meta.url)
const send = async (name: string, given?: string | Buffer) => {
  const bytes = given ?? (await readFile(new URL(name, files)))
  const answer = await officer.send('/api/units/11443/plan/import', { name, bytes })
  return { status: answer.statusCode, ...(answer.json() as Any) }
}
/** Number, milestone and printed text of what would change without an answer. */
const changes = ({ change }: Any) =>
  change.targets.map(({ number, milestone, text }: Any) => `${number} ${milestone} ${text}`)

describe('a plan that was printed to PDF', () => {
  test('is read by its columns where no lines are drawn and each row begins with its number', async () => {
    const body = await send('without-lines.pdf')
    expect(changes(body)).toEqual(
      [1, 2, 3, 4, 5, 8].flatMap((number, index) => [
        `${number} 2026 ${70 + index}`,
        `${number} 2030 ≥ ${75 + index}`,
      ]),
    )
  })

  test('is refused where no lines are drawn and rows cannot be told from each other', async () => {
    const { status, title } = await send('without-lines-centred.pdf')
    expect([status, title]).toEqual([422, 'Bảng PDF không rõ hàng'])
  })

  test.each([
    ['rows-over-pages.pdf', 29],
    ['last-row-over-pages.pdf', 8],
  ])('has its rows whole where they go on over the page: %s', async (file, rows) => {
    const { items } = await send(file)
    expect(items).toHaveLength(rows)
    for (const item of items) expect(item).toMatchObject({ isNew: false, asks: [], refusals: [] })
  })

  test('has struck and raised letters apart from the number, and asks', async () => {
    const { items } = await send('struck-and-raised.pdf')
    const first = items.find((item: Any) => item.number === 1)
    expect(first).toMatchObject({ targets: [{ after: { text: '≥90%' } }], asks: [{}] })
  })

  test('that is a few hundred bytes and unpacks to gigabytes is refused before it is unpacked', async () => {
    const packed = deflateSync(deflateSync(Buffer.alloc(100 * 1024 * 1024, '0 0 m 9 9 l S\n')))
    const { status, title } = await send('bomb.pdf', pdfWith(packed, '[/FlateDecode /FlateDecode]'))
    expect([status, title]).toEqual([422, 'Tệp giải nén ra quá lớn'])
    expect((await send('without-lines.pdf')).status).toBe(200)
  })

  test('whose packing cannot be measured is refused', async () => {
    const { title } = await send('lzw.pdf', pdfWith(Buffer.from('x'), '/LZWDecode'))
    expect(title).toBe('Tệp giải nén ra quá lớn')
  })

  test.each([
    ['without-text.pdf', undefined, 'PDF là bản quét'],
    ['broken.pdf', '%PDF-1.7\nbroken', 'Tệp hỏng'],
  ])('that cannot be read is refused in words: %s', async (file, bytes, words) => {
    const { status, title } = await send(file, bytes)
    expect([status, title]).toEqual([422, words])
  })
})

/** A PDF of one page whose content is the given bytes. */
function pdfWith(content: Buffer, filter: string): Buffer {
  return Buffer.concat([
    Buffer.from(`%PDF-1.7
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << >> >>
endobj
4 0 obj
<< /Length ${content.length} /Filter ${filter} >>
stream
`),
    content,
    Buffer.from('\nendstream\nendobj\ntrailer << /Size 5 /Root 1 0 R >>\n%%EOF\n'),
  ])
}
