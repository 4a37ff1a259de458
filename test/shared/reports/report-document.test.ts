import { type ReportContent, type ReportFigures, reportDocument } from '@moc57/shared'
import { describe, expect, test } from 'vitest'
import { reportContent, reportSettings } from '../../support/make-report.ts'

const documentOf = (figures: Partial<ReportFigures> = {}, overrides: Partial<ReportContent> = {}) =>
  reportDocument({ ...reportContent(figures), ...overrides })

test.each([
  [{}, []],
  [{ isDraft: true }, ['DỰ THẢO']],
  [{ notice: 'DỮ LIỆU MINH HỌA' }, ['DỮ LIỆU MINH HỌA']],
  [{ isDraft: true, notice: 'DỮ LIỆU MINH HỌA' }, ['DỰ THẢO', 'DỮ LIỆU MINH HỌA']],
])('%j is marked %j on every page', (figures, marks) => {
  expect(documentOf(figures).marks).toEqual(marks)
})

test.each([
  ['2026-Q3', 'quý III năm 2026', 'QUÝ IV NĂM 2026'],
  ['2026-H1', '6 tháng đầu năm 2026', '6 THÁNG CUỐI NĂM 2026'],
  ['2026-H2', '6 tháng cuối năm 2026', '6 THÁNG ĐẦU NĂM 2027'],
  ['2026-Y', 'năm 2026', 'NĂM 2027'],
])('a report of %s names its period and the one ahead', (period, words, ahead) => {
  const { subject, sections, annex } = documentOf({ period })
  expect(subject.at(-1)).toBe(`${words} trên địa bàn phường Kiến An`)
  expect(sections[3]?.heading).toBe(`IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM ${ahead}`)
  expect(annex.columns).toContain(`Kỳ này (${period === '2026-Q3' ? 'quý III/2026' : words})`)
})

describe('the form of a report', () => {
  test('has days as Nghị định 30/2020 writes them: zero before days below 10 and the months 1 and 2', () => {
    const [opening] = documentOf({ window: { from: '2025-12-15', to: '2026-02-04' } }).opening
    expect(opening).toContain('từ ngày 15/12/2025 đến ngày 04/02/2026')
    expect(documentOf().opening[0]).toContain('từ ngày 15/6/2026 đến ngày 14/9/2026')
  })

  test('ends each recipient with a semicolon, the last with a full stop, whatever people typed', () => {
    const settings = reportSettings({ recipients: '- Lãnh đạo UBND phường;\n\nLưu: VT, VHXH.' })
    expect(documentOf({}, { settings }).recipients).toEqual([
      '- Như trên;',
      '- Lãnh đạo UBND phường;',
      '- Lưu: VT, VHXH.',
    ])
  })

  test('names no "Như trên" where it is sent to nobody', () => {
    const { addressees, recipients } = documentOf({}, { settings: reportSettings({ addressees: '' }) })
    expect(addressees).toEqual([])
    expect(recipients[0]).toBe('- Lãnh đạo UBND phường;')
  })

  test('leaves a gap to be seen where nobody has written', () => {
    expect(documentOf().sections[4]?.parts[0]?.paragraphs).toEqual([expect.stringMatching(/^…+$/)])
  })
})
