import {
  type AdministrativeUnit,
  gapInColumn,
  gapInWords,
  missingText,
  movementLabels,
  movementOf,
  nameWithDirection,
} from '@moc57/shared'
import { type ComparisonItem, type PeerItem, worstFirst } from '@moc57/shared/api'
import { cellLabel, cellWords } from '@moc57/web/city/heat-map/heat-cell.ts'
import { classesOf } from '@moc57/web/city/map/classes.ts'
import { mapRows, unitInWords } from '@moc57/web/city/map/map-rows.ts'
import { peerSentence, placeText } from '@moc57/web/city/peers/wording.ts'
import { milestoneText } from '@moc57/web/city/ranking/indicator-words.ts'
import { describe, expect, test } from 'vitest'
import { measured, target } from '../../support/make-progress.ts'

/** "Không quá 5" giờ by 2030: one unit is above it, one below, one has an old value, one has none. */
const ceiling = { ...target(2030, null), text: 'Không quá 5', kind: 'atMost', upper: 5 } as const
const units = ['Ái Quốc', 'An Biên', 'Đồ Sơn', 'Dương Kinh'].map(
  (name, index): AdministrativeUnit => ({ code: `1000${index}`, name, type: 'phường', provinceCode: '31' }),
)
const hours: ComparisonItem = {
  number: 1,
  shortName: 'Thời gian giải quyết',
  unitOfMeasure: 'giờ',
  naturalMaximum: null,
  direction: 'decrease',
  groupCode: 'I',
  city: { value: 4, method: 'median', units: 2, ofQuarter: 2 },
  value: [8, 4.9996, 6, null],
  period: ['2026-Q3', '2026-Q3', '2025-Q1', null],
  comparator: [null, null, null, null],
  status: ['behind', 'achieved', 'insufficientData', 'noData'],
  milestone: [2030, 2030, 2030, 2030],
  bound: [5, 5, 5, 5],
  strict: [false, false, false, false],
  gap: [3, -0.0004, 1, null],
  missingShare: [0.375, 0, 0.1667, null],
  verdict: [null, null, null, null],
  rank: [2, 1, null, null],
  flags: [[], [], ['stale'], []],
}
const figure = { comparator: null, direction: 'decrease', unitOfMeasure: 'giờ' } as const
const bound = { bound: 5, strict: false }
const peers = {
  notice: null,
  asOf: '2026-Q3',
  knownOn: null,
  among: 'type' as const,
  units: units.slice(0, 1),
  others: 3,
  items: [
    { ...hours, middle: { lower: 4, median: 5, upper: 6, units: 4 }, place: ['above'] } satisfies PeerItem &
      ComparisonItem,
  ],
}
const rows = mapRows(units, hours)
const moved = (before: number, after: number) =>
  movementOf({
    from: { asOf: '2026-Q2', targets: [ceiling] },
    to: { asOf: '2026-Q3', targets: [ceiling] },
    direction: 'decrease',
    measurements: [measured('2026-Q2', before), measured('2026-Q3', after)],
  }).kind

describe('where less is better every part says so', () => {
  test.each<[what: string, said: string | null | undefined, expected: string]>([
    ['the name', nameWithDirection(hours), 'Thời gian giải quyết (càng thấp càng tốt)'],
    ['a gap', gapInWords(3, figure, bound), 'cần giảm thêm 3 giờ'],
    ['a gap in a column', missingText(0.054, figure), 'giảm thêm 0,054'],
    ['what is met in a column', gapInColumn(-0.0004, figure, bound), 'đã đạt'],
    ['a strict bound', gapInColumn(0, figure, { bound: 5, strict: true }), 'mới bằng 5 giờ, cần dưới 5 giờ'],
    ['a cell', cellWords(hours, 0), 'Chậm, 8 giờ (Quý III/2026), mốc 2030: cần giảm thêm 3 giờ'],
    [
      'a cell just below the ceiling',
      cellLabel(hours, 1),
      'Đạt, 4,9996 giờ, thấp hơn mức cho phép 0,0004 giờ',
    ],
    [
      'an old value',
      cellWords(hours, 2),
      'Chưa đánh giá được, 6 giờ (Quý I/2025), mốc 2030: cần giảm thêm 1 giờ, số liệu cũ hơn 4 quý',
    ],
    [
      'a unit on the map',
      rows.map((row) => unitInWords(row, hours))[0],
      'Phường Ái Quốc: 8 giờ, cần giảm thêm 3 giờ, chậm',
    ],
    [
      'a class of the map',
      classesOf(
        rows.map(({ cell }) => cell),
        'con-thieu',
        hours,
      ).classes[0]?.label,
      'giảm thêm 2,5 đến 3 giờ',
    ],
    ['a place among others', placeText('above', 'decrease'), 'cao hơn, kém hơn'],
    [
      'the sentence on the others',
      peerSentence(peers),
      'Phường Ái Quốc, quý III/2026: 1 chỉ tiêu kém hơn khoảng giữa của 3 phường khác, 0 trong khoảng giữa, 0 tốt hơn.',
    ],
    ['a rise', movementLabels[moved(6, 8)], 'Kém đi'],
    ['a fall', movementLabels[moved(8, 6)], 'Tốt lên'],
    ['a fall below the ceiling', movementLabels[moved(6, 5)], 'Mới đạt mốc'],
    ['a rise above it', movementLabels[moved(5, 6)], 'Mất mốc đã đạt'],
    [
      'the milestone of the city',
      milestoneText({ direction: 'decrease', targets: [ceiling] } as never, '2026-Q3'),
      'Mốc 2030: Không quá 5',
    ],
  ])('%s', (_, said, expected) => {
    expect(said).toBe(expected)
    expect(said).not.toMatch(/thiếu|vượt|cần thêm/)
  })

  test('the worst of the others stands first, which is the highest', () => {
    const [item] = peers.items
    const low = { ...item, number: 2, place: ['below'] } as PeerItem
    expect([low, item as PeerItem].sort(worstFirst).map(({ number }) => number)).toEqual([1, 2])
  })
})
