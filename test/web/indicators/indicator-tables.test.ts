import { gapDomain, gapRows, verdictNote } from '@moc57/web/indicators/gaps/gap-rows.ts'
import { recorderText, seriesRows, sourceText } from '@moc57/web/indicators/series/series-rows.ts'
import { abbreviationsIn, explainedParts } from '@moc57/web/lib/abbreviations.ts'
import { describe, expect, test } from 'vitest'
import { indicatorPage, recorded } from '../../support/make-page.ts'
import { ceiling, measured, target, targets } from '../../support/make-progress.ts'

describe('the gaps of an indicator', () => {
  const rowsOf = (...given: Parameters<typeof indicatorPage>) =>
    gapRows(indicatorPage(...given)).map(({ milestone, target, gapText, conclusion, judged }) =>
      [milestone, target, gapText, conclusion, judged].join(' | '),
    )

  test('show the gap of today beside the verdict of then', () => {
    expect(rowsOf({ measurements: [measured('2025-Q4', 40), measured('2026-Q3', 70)] })).toEqual([
      '2025 | ≥60% | vượt 10 điểm phần trăm | Không đạt | 40% tại quý IV/2025, còn thiếu 20 điểm phần trăm',
      '2030 | ≥100% | còn thiếu 30 điểm phần trăm | Chưa đến hạn | ',
      '2035 | ≥100% | còn thiếu 30 điểm phần trăm | Chưa đến hạn | ',
      '2040 | ≥100% | còn thiếu 30 điểm phần trăm | Chưa đến hạn | ',
      '2045 | ≥100% | còn thiếu 30 điểm phần trăm | Chưa đến hạn | ',
    ])
  })

  test('are told beside their bars without the unit, whichever way is better', () => {
    const barsOf = (...given: Parameters<typeof indicatorPage>) =>
      gapRows(indicatorPage(...given)).map(({ barText }) => barText)
    expect(barsOf({ targets: targets(60, null, 80), measurements: [measured('2025-Q4', 72)] })).toEqual([
      'vượt 12',
      '-',
      'thiếu 8',
    ])
    const fewer = {
      indicator: { direction: 'decrease' as const },
      targets: [ceiling(2025, 8), ceiling(2030, 5)],
      measurements: [measured('2025-Q4', 6)],
    }
    expect(barsOf(fewer, { direction: 'decrease' })).toEqual(['thấp hơn 2', 'giảm thêm 1'])
  })

  test('are empty without a value, and where there is no target', () => {
    expect(rowsOf({ targets: targets(null, 60) })).toEqual([
      '2025 | Không đặt | - | - | ',
      '2030 | ≥60% | chưa có số liệu | Chưa đến hạn | ',
    ])
    const unread = { ...target(2030, null), kind: 'unread' as const, text: 'Trên 60%' }
    expect(rowsOf({ targets: [unread], measurements: [measured('2026-Q3', 5)] })).toEqual([
      '2030 | Trên 60% | chưa đọc được mục tiêu | Chưa đến hạn | ',
    ])
  })

  test('of a value known only as "trên 30%" are less than the difference', () => {
    const aboveThirty = measured('2025-Q4', 30, { comparator: 'greaterThan' })
    expect(rowsOf({ targets: targets(30, 60), measurements: [aboveThirty] })).toEqual([
      '2025 | ≥30% | đạt | Đã đạt | trên 30% tại quý IV/2025',
      '2030 | ≥60% | còn thiếu dưới 30 điểm phần trăm | Chưa đến hạn | ',
    ])
  })

  test('mark the next milestone, and the targets that are the unit’s own', () => {
    const own = { ...target(2026, 70), source: 'own' as const }
    const rows = gapRows(indicatorPage({ targets: [target(2025, 60), own, target(2030, 100)] }))
    expect(rows.map(({ next }) => next)).toEqual([false, true, false])
    expect(rows.map(({ own }) => own)).toEqual([false, true, false])
  })

  test('come with a note on what verdicts are judged on once a milestone has come', () => {
    const noteOf = (input: Parameters<typeof indicatorPage>[0]) => verdictNote(gapRows(indicatorPage(input)))
    expect(noteOf({ measurements: [] })).toContain('Kết luận tính theo số liệu quý IV')
    expect(noteOf({ targets: targets(null, 60) })).toBeNull()
  })

  test.each<[string, number, [number, number]]>([
    ['missing lies left of the target', 40, [-78, 7.2]],
    ['surplus lies right of it', 110, [-6, 65]],
    ['a tenth of a point does not fill the chart', 99.9, [-7.6, 3]],
  ])('%s (%d of 100)', (_, value, [from, to]) => {
    const page = indicatorPage(
      { targets: targets(null, value > 100 ? 60 : 100), measurements: [measured('2026-Q3', value)] },
      {},
    )
    const domain = gapDomain(gapRows(page))
    expect(domain[0]).toBeCloseTo(from, 6)
    expect(domain[1]).toBeCloseTo(to, 6)
  })
})

describe('the record of an indicator', () => {
  test('shows every revision, the latest first, and which one counts', () => {
    const first = recorded(measured('2026-Q2', 40))
    const corrected = { ...first, revision: 2, value: 41 }
    const waiting = { ...first, revision: 3, value: 42, state: 'submitted' as const }
    const rows = seriesRows([first, corrected, waiting, recorded(measured('2026-Q3', 43))])
    expect(
      rows.map(({ period, revision, counted, replaced }) => [period, revision, counted, replaced]),
    ).toEqual([
      ['2026-Q3', 1, true, false],
      ['2026-Q2', 3, false, false],
      ['2026-Q2', 2, true, true],
      ['2026-Q2', 1, false, true],
    ])
  })

  test.each([
    ['seeds', 'Nhập sẵn từ báo cáo'],
    ['sample', 'Chương trình tạo'],
    ['tran.thi.hoa', 'tran.thi.hoa'],
  ])('says of “%s” who recorded it: %s', (recordedBy, text) => expect(recorderText(recordedBy)).toBe(text))

  test.each([
    [null, 'approved', 'Không ghi nguồn'],
    ['Sơ kết thực hiện Chiến lược', 'unverified', 'Báo cáo sơ kết thực hiện Chiến lược'],
    ['Báo cáo số 12/BC-UBND', 'unverified', 'Báo cáo số 12/BC-UBND'],
    ['Biên bản kiểm tra', 'approved', 'Biên bản kiểm tra'],
  ] as const)('names the source %s (%s) as “%s”', (source, state, text) =>
    expect(sourceText({ source, state })).toBe(text),
  )
})

describe('abbreviations', () => {
  test.each<[text: string, abbreviations: string[]]>([
    ['PCT TT UBND phường', ['PCT TT', 'UBND']],
    ['PCT UBND phường', ['PCT', 'UBND']],
    ['Chi ngân sách cho KHCN, ĐMST, CĐS', ['KHCN', 'ĐMST', 'CĐS']],
    ['Chi cho nghiên cứu và phát triển (R&D) trong GRDP', ['R&D', 'GRDP']],
    ['Phủ sóng 5G trên địa bàn', []],
    ['Thông tư 02/2025/TT-BGDĐT, UBNDX', []],
  ])('of “%s” are %j', (text, abbreviations) => {
    const parts = explainedParts(text)
    expect(parts.map((part) => part.text).join('')).toBe(text)
    expect(parts.filter(({ meaning }) => meaning).map((part) => part.text)).toEqual(abbreviations)
  })

  test('of a page are listed once each', () =>
    expect(abbreviationsIn(['PCT UBND', 'UBND', 'VNeID']).map(({ abbreviation }) => abbreviation)).toEqual([
      'PCT',
      'UBND',
      'VNeID',
    ]))
})
