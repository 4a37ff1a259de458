import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Any, type Client, signInCast } from '../../support/accounts.ts'
import { reportSettings } from '../../support/make-report.ts'
import { type Service, startService } from '../../support/service.ts'
import { type Uploader, uploaderOf } from '../../support/upload.ts'

const url = '/api/units/11443/report-template'
const report = '/api/units/11443/reports/2026-Q3'

let service: Service
let officer: Client
let leader: Client
let uploads: Uploader
let own: Buffer
beforeAll(async () => {
  service = await startService('sample')
  ;({ officer, phuong: leader } = await signInCast(service))
  uploads = await uploaderOf(service, 'officer')
  await officer('PUT', '/api/units/11443/report-settings', { settings: reportSettings(), revision: 0 })
  own = (await officer('GET', `${url}/template.docx`)).raw
})
afterAll(() => service.close())

const part = (document: Uint8Array, name: string) => strFromU8(unzipSync(document)[name] as Uint8Array)
const words = (document: Uint8Array) => part(document, 'word/document.xml').replace(/<[^>]+>/g, '')

/** The product's template after somebody has changed a part of it. */
function changed(change: (parts: Record<string, Uint8Array>) => void): Buffer {
  const parts = unzipSync(own)
  change(parts)
  return Buffer.from(zipSync(parts))
}
const inBody = (change: (text: string) => string) =>
  changed((parts) => {
    parts['word/document.xml'] = strToU8(change(part(own, 'word/document.xml')))
  })
const revisionNow = async () => String(((await officer('GET', url)).body as Any).revision)
const give = async (bytes: Uint8Array, revision?: string) => {
  const fields = { revision: revision ?? (await revisionNow()) }
  const response = await uploads.send(url, { name: 'mẫu.docx', bytes }, fields)
  return { status: response.statusCode, body: response.json() as Any }
}
const make = async () => {
  const { body } = await officer('POST', report, {})
  return `${report}/made/${(body as Any).report.id}/report.docx`
}
const told = ({ body }: { body: Any }): string[] => body.errors.map(({ detail }: Any) => detail)

describe('a template of the unit', () => {
  test('is the product’s own until one is given, and names the places that it may have', async () => {
    const { body }: Any = await officer('GET', url)
    expect(body).toMatchObject({ name: null, revision: 0, mayWrite: true })
    expect(body.places).toContainEqual({
      place: '{#chi_tieu} … {/chi_tieu}',
      meaning: 'Lặp lại dòng bảng cho từng chỉ tiêu',
      isRequired: true,
    })
    expect((await leader('GET', url)).body).toMatchObject({ mayWrite: false })
  })

  test('gives its words to reports from then on; one that was made keeps its own, and the product’s comes back', async () => {
    const before = await make()
    const bytesBefore = (await officer('GET', before)).raw
    const mended = inBody((text) => text.replace('V. ĐỀ XUẤT, KIẾN NGHỊ', 'V. ĐỀ NGHỊ CỦA PHƯỜNG'))
    const given = await give(mended)
    expect(given).toMatchObject({ status: 200, body: { name: 'mẫu.docx', revision: 1 } })

    const preview = (await officer('GET', `${report}/preview.docx`)).raw
    const after = await make()
    for (const document of [preview, (await officer('GET', after)).raw]) {
      expect(words(document)).toContain('V. ĐỀ NGHỊ CỦA PHƯỜNG')
      expect(words(document)).toContain('quý III năm 2026 trên địa bàn phường Kiến An')
      expect(words(document)).not.toMatch(/[{}]/)
    }
    expect(Buffer.compare((await officer('GET', before)).raw, bytesBefore)).toBe(0)
    expect(Buffer.compare((await officer('GET', `${url}/template.docx`)).raw, mended)).toBe(0)

    const back = await officer('DELETE', url, { revision: 1 })
    expect(back.body).toMatchObject({ name: null, revision: 2 })
    expect(words((await officer('GET', await make())).raw)).toContain('V. ĐỀ XUẤT, KIẾN NGHỊ')
    expect(words((await officer('GET', after)).raw)).toContain('V. ĐỀ NGHỊ CỦA PHƯỜNG')
  })

  test('given on a revision that is no more is refused, and the one in force stays', async () => {
    const { status, body } = await give(own, '0')
    expect(status).toBe(409)
    expect(body.detail).toContain('Người khác vừa sửa')
  })

  test('is for the officer to give, not for a leader or a stranger', async () => {
    const asLeader = await uploaderOf(service, 'phuong')
    expect((await asLeader.send(url, { name: 'a.docx', bytes: own }, { revision: '0' })).statusCode).toBe(403)
    const stranger = await uploaderOf(service)
    expect((await stranger.get(`${url}/template.docx`)).statusCode).toBe(401)
  })
})

describe('a template that cannot be used', () => {
  test.each([
    ['{noi_nhan}', '{Nơi nhận}', 'Không có chỗ nào tên “{Nơi nhận}”. Có phải là {noi_nhan}?'],
    ['{noi_nhan}', '{nguoi_nhan}', 'Không có chỗ nào tên “{nguoi_nhan}”. Hãy xem danh sách các chỗ'],
    ['{ma_qr}', '', 'Mẫu thiếu chỗ {ma_qr}: Mã QR để kiểm chứng báo cáo.'],
    ['{mo_dau}', '{mo_dau} {ky}', 'Chỗ {mo_dau} gồm nhiều dòng nên phải đứng riêng một đoạn.'],
    ['{ket_thuc}', '{trang_thai}', 'Chỗ {trang_thai} chỉ dùng được giữa {#chi_tieu} và {/chi_tieu}.'],
    ['{ket_thuc}', '{ket_thuc', 'thiếu dấu đóng ngoặc'],
    ['{/nhom}', '', 'Nhóm {#nhom} chưa kết thúc'],
    ['{#nhom}', '', 'không khớp với một {#nhom} ở trước'],
    ['{nguoi_ky}', '{#nguoi_ky}', 'phải viết {nguoi_ky}'],
  ])('with %s turned into “%s” says so, and nothing is stored', async (place, instead, detail) => {
    const revision = await revisionNow()
    const refusal = await give(inBody((text) => text.replace(place, instead)))
    expect(refusal.status).toBe(422)
    expect(told(refusal).join('\n')).toContain(detail)
    expect(await revisionNow()).toBe(revision)
  })

  const external =
    '<Relationship Id="rX" Type="x/image" Target="http://example.org/a.png" TargetMode="External"/>'
  const withRelation = (relation: string) =>
    changed((parts) => {
      const name = 'word/_rels/document.xml.rels'
      parts[name] = strToU8(part(own, name).replace('</Relationships>', `${relation}</Relationships>`))
    })
  const withField = (code: string) =>
    inBody((text) => text.replace('<w:body>', `<w:body><w:p><w:fldSimple w:instr="${code}"/></w:p>`))
  const torn =
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT "c:/a"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'

  test.each<[string, () => Uint8Array, string]>([
    [
      'a macro',
      () =>
        changed((parts) => {
          parts['word/vbaProject.bin'] = strToU8('x')
        }),
      'thành phần không được dùng: word/vbaProject.bin',
    ],
    [
      'the name of a document and the kind of one with macros',
      () =>
        changed((parts) => {
          const name = '[Content_Types].xml'
          parts[name] = strToU8(
            part(own, name).replace(
              'vnd.openxmlformats-officedocument.wordprocessingml.document.main',
              'vnd.ms-word.document.macroEnabled.main',
            ),
          )
        }),
      'Mẫu có macro',
    ],
    ['a picture from elsewhere', () => withRelation(external), 'liên kết ra ngoài'],
    [
      'a link whose letters are written as numbers',
      () => withRelation(external.replace('External', 'Ext&#101;rnal')),
      'liên kết ra ngoài',
    ],
    ['a field that reads another file', () => withField('INCLUDEPICTURE &quot;c:/a&quot;'), 'trường tự động'],
    [
      'such a field in pieces',
      () => inBody((text) => text.replace('<w:body>', `<w:body>${torn}`)),
      'INCLUDETEXT',
    ],
    ['a field that runs a program', () => withField('DDEAUTO cmd'), 'trường tự động'],
    [
      'an entity that grows',
      () =>
        changed((parts) => {
          parts['word/styles.xml'] = strToU8('<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>')
        }),
      'không đúng dạng Word',
    ],
    [
      'an embedded file',
      () =>
        changed((parts) => {
          parts['word/embeddings/a.bin'] = strToU8('x')
        }),
      'word/embeddings/a.bin',
    ],
    [
      '40 MB of zeros in a file of 60 KB',
      () =>
        changed((parts) => {
          parts['word/media/a.png'] = new Uint8Array(40 * 1024 * 1024)
        }),
      'giải nén ra quá lớn',
    ],
    ['a body that is no XML', () => inBody(() => '<w:document><w:body>'), 'không đúng dạng Word'],
  ])(
    'with %s is refused in words',
    async (_, file, detail) => {
      const refusal = await give(file())
      expect(refusal.status).toBe(422)
      expect(told(refusal).join('\n')).toContain(detail)
    },
    30_000,
  )

  test('that is no Word document, or has a password, is told what to do', async () => {
    const ole = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
    ])
    const files: Zippable = { 'xl/workbook.xml': strToU8('<a/>') }
    for (const bytes of [ole, Buffer.from('%PDF-1.7'), zipSync(files)]) {
      const { status, body } = await give(bytes)
      expect(status).toBe(415)
      expect(body.detail).toContain('Lưu thành > Tài liệu Word (.docx)')
    }
  })

  test('of 3 MB is not taken, and one that says it has 100 MB is not even read', async () => {
    expect((await give(Buffer.alloc(3 * 1024 * 1024, 'PK'))).status).toBe(413)
    const { statusCode } = await service.app.inject({
      method: 'POST',
      url,
      headers: {
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': String(100 * 1024 * 1024),
      },
      payload: '',
    })
    expect([401, 413]).toContain(statusCode)
  })
})
