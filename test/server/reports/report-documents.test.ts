import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Client, signInCast } from '../../support/accounts.ts'
import { reportSettings } from '../../support/make-report.ts'
import { noOffice, type PrintedPage, printedPages } from '../../support/office.ts'
import { type Service, startService } from '../../support/service.ts'

const a4 = { width: 595, height: 842 }
const url = '/api/units/11443/reports/2026-Q3'
const longText = Array.from({ length: 5000 }, (_, index) => `chữ${index + 1}`).join(' ')
const squeezed = (text: string) => text.replace(/\s+/g, ' ')

let service: Service
let officer: Client
let made: string
beforeAll(async () => {
  service = await startService('sample')
  officer = (await signInCast(service)).officer
  const settings = reportSettings({
    addressees: 'Sở Khoa học và Công nghệ thành phố Hải Phòng\nỦy ban nhân dân thành phố',
  })
  await officer('PUT', '/api/units/11443/report-settings', { settings, revision: 0 })
  const requests = '- Đề nghị thành phố hỗ trợ hạ tầng.\n\nĐề nghị tập huấn thêm.'
  await officer('PUT', `${url}/sections/requests`, { text: requests, revision: 0 })
  made = await make()
})
afterAll(() => service.close())

async function make(period = url): Promise<string> {
  const { body } = await officer('POST', period, {})
  return `${period}/made/${(body.report as unknown as { id: number }).id}`
}

const docx = async (report = made) => (await officer('GET', `${report}/report.docx`)).raw
const part = (document: Buffer, name: string) => strFromU8(unzipSync(document)[name] as Uint8Array)

describe('the report in Word', () => {
  test('is the same to the byte each time it is drawn, with no moment of drawing in it', async () => {
    const document = await docx()
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') })
    const later = await docx()
    vi.useRealTimers()
    expect(Buffer.compare(later, document)).toBe(0)
    expect(part(document, 'docProps/core.xml').match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual([
      '2026-11-22T00:00:00Z',
      '2026-11-22T00:00:00Z',
    ])
  })

  test('is named for what it is', async () => {
    const { headers } = await officer('GET', `${made}/report.docx`)
    const name = encodeURIComponent('MINH HỌA BC quý III-2026 phường Kiến An.docx')
    expect(headers['content-disposition']).toBe(
      `attachment; filename="MINH HOA BC quy III-2026 phuong Kien An.docx"; filename*=UTF-8''${name}`,
    )
    expect(headers['content-type']).toContain('wordprocessingml')
  })

  test('has the margins, the letter and the lines that Nghị định 30/2020 asks for', async () => {
    const document = await docx()
    const body = part(document, 'word/document.xml')
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
    expect(body).toMatch(/<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/)
    expect(body).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
    expect(body).not.toContain('<w:u ')
    expect(part(document, 'word/styles.xml')).toContain('w:ascii="Times New Roman"')
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2)
  })

  describe('opened by LibreOffice', () => {
    let pages: PrintedPage[]
    const first = () => pages[0]?.text ?? ''
    const annexAt = () => pages.findIndex(({ width }) => width === a4.height)
    beforeAll(async () => {
      if (!noOffice) pages = await printedPages(await docx(), 'report.docx')
    }, 180_000)

    const opened = (name: string, run: () => void) =>
      test(name, ({ skip }) => {
        if (noOffice) skip(noOffice)
        run()
      })

    opened('is A4, upright, and its annex lies across', () => {
      expect(pages.length).toBeGreaterThanOrEqual(6)
      for (const [index, { width, height }] of pages.entries()) {
        const isAnnex = index >= annexAt()
        expect([width, height]).toEqual(isAnnex ? [a4.height, a4.width] : [a4.width, a4.height])
      }
    })

    opened('begins with issuer and Quốc hiệu, each on one line, a blank number and day', () => {
      const lines = first().split('\n')
      const line = (words: string) => lines.find((one) => one.includes(words))
      expect(line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toContain('ỦY BAN NHÂN DÂN')
      expect(line('Độc lập - Tự do - Hạnh phúc')).toContain('PHƯỜNG KIẾN AN')
      expect(line('/BC-UBND')).toMatch(/Số: +\/BC-UBND +Kiến An, ngày +tháng +năm 2026/)
      expect(line('quý III năm 2026 trên địa bàn phường Kiến An')).toBeDefined()
      expect(first()).toMatch(
        /Kính gửi:\s+- Sở Khoa học và Công nghệ thành phố Hải Phòng;\s+- Ủy ban nhân dân thành phố\./,
      )
    })

    opened('has no page number on the first page, one in the top margin of each other page', () => {
      const topOf = ({ text }: PrintedPage) => text.split('\n')[0]?.trim() ?? ''
      const numbers = pages.map((page) => /^\d+/.exec(topOf(page))?.[0] ?? '')
      const annex = annexAt()
      expect(numbers.slice(0, annex)).toEqual([
        '',
        ...pages.slice(1, annex).map((_, index) => `${index + 2}`),
      ])
      expect(numbers.slice(annex)).toEqual(['', ...pages.slice(annex + 1).map((_, index) => `${index + 2}`)])
    })

    opened('says on every page that the data are made up', () => {
      for (const { text } of pages) expect(text).toContain('DỮ LIỆU MINH HỌA')
    })

    opened('has sections I to V in order, words on each of the 31 indicators, and the closing words', () => {
      const body = squeezed(
        pages
          .slice(0, annexAt())
          .map(({ text }) => text)
          .join(' '),
      )
      const headings = [
        'I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH',
        'II. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU',
        '1. Đánh giá chung',
        '2. Phát triển hạ tầng',
        '5. Phát triển chuyển đổi số',
        'III. KHÓ KHĂN, VƯỚNG MẮC VÀ NGUYÊN NHÂN',
        'IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM QUÝ IV',
        'V. ĐỀ XUẤT, KIẾN NGHỊ',
        'Trên đây là báo cáo',
        'Nơi nhận:',
      ]
      const places = headings.map((heading) => body.indexOf(heading))
      expect(places).not.toContain(-1)
      expect(places).toEqual([...places].sort((a, b) => a - b))
      for (let number = 1; number <= 31; number++)
        expect(body).toMatch(new RegExp(`[Cc]hỉ tiêu ${number}\\. `))
      expect(body).toContain('Đề nghị tập huấn thêm.')
      expect(body).toContain('phường Kiến An./.')
    })

    opened('ends with recipients and signer on one page with the closing words', () => {
      const last = squeezed(pages[annexAt() - 1]?.text ?? '')
      expect(last).toContain('Trên đây là báo cáo')
      expect(last).toContain('Nơi nhận: TM. ỦY BAN NHÂN DÂN')
      expect(last).toContain('- Như trên;')
      expect(last).toContain('- Lưu: VT, VHXH.')
      expect(last).toContain('KT. CHỦ TỊCH')
      expect(last).toContain('Trần Thị Phương')
    })

    opened('has the 31 rows in the annex under a head that each page repeats, on three pages at most', () => {
      const annex = pages.slice(annexAt())
      expect(annex.length).toBeLessThanOrEqual(3)
      for (const { text } of annex) expect(text).toMatch(/\(1\) +\(2\) +\(3\)/)
      const rows = annex.flatMap(({ text }) =>
        [...text.matchAll(/^ *(\d+) .*%/gm)].map(([, number]) => Number(number)),
      )
      // The second line of a cell may begin with a number of its own, as "80 - 90%".
      const numbers = new Set(rows.filter((number) => number <= 31))
      expect([...numbers]).toEqual(Array.from({ length: 31 }, (_, index) => index + 1))
      expect(squeezed(annex[0]?.text ?? '')).toContain('(Kèm theo Báo cáo số /BC-UBND ngày tháng năm 2026')
    })
  })

  test('has a section of 5,000 words whole, over as many pages as it takes', async ({ skip }) => {
    await officer('PUT', `${url}/sections/direction`, { text: longText, revision: 0 })
    const document = await docx(await make())
    expect(squeezed(part(document, 'word/document.xml'))).toContain(longText)
    if (noOffice) skip(noOffice)
    const pages = await printedPages(document, 'report.docx')
    expect(pages.length).toBeGreaterThan(15)
    expect(squeezed(pages.map(({ text }) => text).join(' '))).toContain('chữ5000')
  }, 180_000)

  test('keeps signs that mean something in XML, and drops none of a text', async () => {
    const text = 'A & B < C > D "E" \'F\' — Gò Công\u0007 ẩn'
    const { status } = await officer('PUT', `${url}/sections/plan`, { text, revision: 0 })
    expect(status).toBe(200)
    const body = part(await docx(await make()), 'word/document.xml')
    expect(body).toContain('A &amp; B &lt; C &gt; D')
    expect(body).not.toContain('\u0007')
  })
})

describe('the annex as a workbook', () => {
  test('has the 31 rows of the report with numbers as numbers, in their groups', async () => {
    const { raw, headers } = await officer('GET', `${made}/annex.xlsx`)
    expect(headers['content-disposition']).toContain('MINH HOA Phu luc BC quy III-2026 phuong Kien An.xlsx')
    const { sheets } = await readXlsx(raw)
    const rows = sheets[0]?.rows ?? []
    expect(rows.find((row) => row[0] === 'Stt')).toEqual([
      'Stt',
      'Chỉ tiêu',
      'ĐVT',
      'Mục tiêu năm 2025',
      'Mục tiêu năm 2030',
      'Kỳ trước (đến quý II/2026)',
      'Kỳ này (quý III/2026)',
      'So với mục tiêu kế tiếp',
      'Trạng thái',
      'Cơ quan chủ trì',
      'Nguồn, ghi chú',
    ])
    const figures = rows.filter((row) => typeof row[0] === 'number')
    expect(figures).toHaveLength(31)
    expect(figures.some((row) => typeof row[6] === 'number')).toBe(true)
    expect(rows.flat()).toContain('DỮ LIỆU MINH HỌA')
  })
})
