import { type ReportContent, type ReportFigures, reportPlaces } from '@moc57/shared'
import { describe, expect, test } from 'vitest'
import { reportContent, reportSettings } from '../../support/make-report.ts'

const placesOf = (figures: Partial<ReportFigures> = {}, overrides: Partial<ReportContent> = {}) =>
  reportPlaces({ ...reportContent(figures), ...overrides })

test.each([
  [{}, ''],
  [{ isDraft: true }, 'DỰ THẢO'],
  [{ notice: 'DỮ LIỆU MINH HỌA' }, 'DỮ LIỆU MINH HỌA'],
  [{ isDraft: true, notice: 'DỮ LIỆU MINH HỌA' }, 'DỰ THẢO - DỮ LIỆU MINH HỌA'],
])('%j is marked %j on every page', (figures, marks) => {
  expect(placesOf(figures).dau).toEqual(marks)
})

test.each([
  ['2026-Q3', 'quý III năm 2026', 'QUÝ IV NĂM 2026'],
  ['2026-H1', '6 tháng đầu năm 2026', '6 THÁNG CUỐI NĂM 2026'],
  ['2026-H2', '6 tháng cuối năm 2026', '6 THÁNG ĐẦU NĂM 2027'],
  ['2026-Y', 'năm 2026', 'NĂM 2027'],
  ['2026-9M', '9 tháng đầu năm 2026', 'NĂM 2026'],
  ['2026-M12', 'tháng 12 năm 2026', 'THÁNG 1 NĂM 2027'],
])('a report of %s names its period and the one ahead', (period, words, ahead) => {
  const { ky, KY_TOI, dau_cot_ky_nay: head } = placesOf({ period })
  expect(ky).toBe(words)
  expect(KY_TOI).toBe(ahead)
  const short = { '2026-Q3': 'quý III/2026', '2026-M12': 'tháng 12/2026' }[period] ?? words
  expect(head).toBe(`Kỳ này (${short})`)
})

describe('the form of a report', () => {
  test('has days as Nghị định 30/2020 writes them: zero before days below 10 and the months 1 and 2', () => {
    const [opening] = placesOf({ window: { from: '2025-12-15', to: '2026-02-04' } }).mo_dau
    expect(opening).toContain('từ ngày 15/12/2025 đến ngày 04/02/2026')
    expect(placesOf().mo_dau[0]).toContain('từ ngày 15/6/2026 đến ngày 14/9/2026')
  })

  test('says up to which day its figures are where it is made before its window closes', () => {
    const window = { from: '2026-09-15', to: '2026-12-14' }
    const early = placesOf({ window, takenOn: '2026-11-22' }).mo_dau[0]
    expect(early).toContain('(số liệu đến ngày 22/11/2026)')
    expect(placesOf({ window, takenOn: '2026-12-14' }).mo_dau[0]).toContain('từ ngày 15/9/2026 đến ngày')
  })

  test('ends each recipient with a semicolon, the last with a full stop, whatever people typed', () => {
    const settings = reportSettings({ recipients: '- Lãnh đạo UBND phường;\n\nLưu: VT, VHXH.' })
    expect(placesOf({}, { settings }).noi_nhan).toEqual([
      '- Như trên;',
      '- Lãnh đạo UBND phường;',
      '- Lưu: VT, VHXH.',
    ])
  })

  test('names no "Như trên" where it is sent to nobody', () => {
    const places = placesOf({}, { settings: reportSettings({ addressees: '' }) })
    expect([...places.kinh_gui, ...places.kinh_gui_nhieu_noi, ...places.noi_gui]).toEqual([])
    expect(places.noi_nhan[0]).toBe('- Lãnh đạo UBND phường;')
  })

  test('leaves a gap to be seen where nobody has written', () => {
    expect(placesOf().kien_nghi).toEqual([expect.stringMatching(/^…+$/)])
  })
})
