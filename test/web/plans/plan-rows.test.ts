import { parseTarget } from '@moc57/shared'
import type { MadePlanChange } from '@moc57/shared/api'
import { emptyDraft, withIndicator, withTarget } from '@moc57/web/plans/draft.ts'
import { linesOfChange } from '@moc57/web/plans/history-rows.ts'
import { isOwnTarget, milestoneYears, planRows } from '@moc57/web/plans/plan-rows.ts'
import { readingText } from '@moc57/web/plans/target-reading.ts'
import { planSentence } from '@moc57/web/plans/wording.ts'
import { describe, expect, test } from 'vitest'
import { makePlanItem } from '../../support/make-plan.ts'

const share = { unitOfMeasure: '%', naturalMaximum: 100, direction: 'increase' as const }
const falling = { ...share, direction: 'decrease' as const }
const count = { unitOfMeasure: 'tổ', naturalMaximum: null, direction: 'increase' as const }

describe('a printed target is told as it is read', () => {
  test.each([
    ['≥ 95%', share, 'đạt từ 95% trở lên'],
    ['95%', share, 'đạt từ 95% trở lên'],
    ['80 - 90%', share, 'trong khoảng 80 - 90%, đạt từ 80%'],
    ['Phấn đấu ít nhất 3%', share, 'phấn đấu đạt từ 3% trở lên'],
    ['-', share, 'không đặt mục tiêu'],
    ['', share, 'không đặt mục tiêu'],
    ['26 tổ', count, 'đạt từ 26 tổ trở lên'],
    ['cơ bản phủ sóng', share, 'chưa đọc được: sẽ giữ nguyên chữ và không tính tiến độ'],
    ['26', count, 'đạt từ 26 tổ trở lên'],
    ['trên 95% hộ dân', share, 'đạt khi trên 95%, tính trên: hộ dân'],
    ['không quá 5%', falling, 'đạt khi không quá 5%'],
    ['5%', falling, 'đạt khi không quá 5%'],
    ['dưới 2%', falling, 'đạt khi dưới 2%'],
    ['2 - 3%', falling, 'trong khoảng 2 - 3%, đạt khi không quá 3%'],
    [
      '120%',
      share,
      'chưa đọc được: sẽ giữ nguyên chữ và không tính tiến độ. 120% vượt mức tối đa 100% của chỉ tiêu.',
    ],
    [
      'tối thiểu 5%',
      falling,
      'chưa đọc được: sẽ giữ nguyên chữ và không tính tiến độ. Chỉ tiêu này càng thấp càng tốt, mà 5% lại là mức thấp nhất phải có. Hãy xem lại mục tiêu hoặc chiều của chỉ tiêu.',
    ],
  ])('“%s”', (text, measured, told) => {
    expect(readingText(parseTarget(text, measured), measured)).toBe(told)
  })
})

describe('the sentence of the page', () => {
  const unit = { code: '11680', name: 'Kiến Thụy', type: 'xã' as const, provinceCode: '31' }
  const kienAn = { code: '11443', name: 'Kiến An', type: 'phường' as const, provinceCode: '31' }
  const document = {
    id: 'x',
    kind: 'plan' as const,
    number: '15/KH-UBND',
    issuedOn: '2026-03-05',
    title: 'Kế hoạch',
    note: null,
  }
  const items = [makePlanItem({ targets: { 2030: '100%' } })]
  const reference = { source: 'reference' as const, unit: kienAn, document }

  test('says whose plan a unit without one is measured by', () => {
    expect(planSentence({ unit, plan: reference, items })).toBe(
      'Xã Kiến Thụy chưa có kế hoạch riêng: đang tham chiếu Phụ lục 01 của phường Kiến An.',
    )
  })

  test('counts what is its own beside the reference list', () => {
    const own = makePlanItem({ number: 2, targets: { 2030: 'cơ bản' }, source: 'own' })
    expect(planSentence({ unit, plan: reference, items: [...items, own] })).toContain(
      ', có 1 mục tiêu riêng, 1 mục tiêu chưa đọc được.',
    )
  })

  test('names the document of a plan of its own', () => {
    const own = makePlanItem({ number: 101, isOwn: true })
    expect(planSentence({ unit, plan: { source: 'own', unit, document }, items: [...items, own] })).toBe(
      'Theo Kế hoạch số 15/KH-UBND ngày 05/03/2026: 2 chỉ tiêu, trong đó 1 chỉ tiêu riêng.',
    )
  })
})

describe('the rows of the table', () => {
  const item = makePlanItem({ targets: { 2030: '100%' } })
  const plan = { items: [item], groups: [item.group], leaders: [], leadBodies: [] }

  test('show the draft in its place and keep what is saved beside it', () => {
    const [row] = planRows(plan, withTarget(emptyDraft, item, 2027, '70%'))
    expect(row?.drafted).toEqual([2027])
    expect(row?.item.targets.map(({ milestone, lower }) => [milestone, lower])).toEqual([
      [2027, 70],
      [2030, 100],
    ])
    expect(row?.saved?.targets).toHaveLength(1)
  })

  test('end with the indicators to be added, read in their own unit of measure', () => {
    const rows = planRows(
      plan,
      withIndicator(emptyDraft, {
        groupCode: 'I',
        name: 'Số tổ',
        shortName: 'Số tổ',
        unitOfMeasure: 'tổ',
        naturalMaximum: null,
        direction: 'increase',
        frequency: 'quarterly',
        targets: [{ milestone: 2027, text: '26 tổ' }],
      }),
    )
    expect(rows.at(-1)).toMatchObject({ saved: undefined, item: { isOwn: true, targets: [{ lower: 26 }] } })
    expect(milestoneYears(rows, [2028])).toEqual([2025, 2027, 2028, 2030, 2035, 2040, 2045])
  })
})

test('a target is marked as the own one beside the reference list, once it is adopted only where it differs', () => {
  const [target] = makePlanItem({ targets: { 2030: '95%' }, source: 'own' }).targets
  if (!target) throw new Error('no target')
  const item = makePlanItem()
  expect(isOwnTarget(target, item, false, undefined)).toBe(true)
  expect(isOwnTarget(target, item, true, '100%')).toBe(true)
  expect(isOwnTarget(target, item, true, '95%')).toBe(false)
  expect(isOwnTarget({ ...target, source: 'reference' }, item, false, '95%')).toBe(false)
})

test('a change in the history tells old and new, and counts what the adopted list keeps', () => {
  const target = {
    kind: 'reach' as const,
    lower: 1,
    upper: null,
    strict: false,
    object: null,
    aspirational: false,
  }
  const assigned = { directingLeader: 'Lê Văn Bình', responsibleOfficer: 'Trưởng phòng', leadBody: 'Công an' }
  const change: MadePlanChange = {
    id: 1,
    effectiveFrom: '2026-Q3',
    document: { id: 'x', kind: 'plan', number: null, issuedOn: null, title: 'Kế hoạch', note: null },
    adopts: true,
    reason: 'thử',
    recordedBy: null,
    recordedAt: '2026-07-05T00:00:00Z',
    targets: [
      { ...target, number: 1, milestone: 2030, before: '100%', text: '95%' },
      { ...target, number: 2, milestone: 2030, before: '100%', text: '100%' },
      { ...target, number: 101, milestone: 2027, before: null, text: '26 tổ' },
    ],
    assignments: [
      { number: 2, ...assigned },
      { number: 1, ...assigned },
    ],
    positions: [{ leader: 'Lê Văn Bình', before: 'PCT', position: 'Chủ tịch' }],
    added: [{ number: 101, name: 'Số tổ' }],
    withdrawn: [],
  }
  expect(linesOfChange(change)).toEqual([
    'Áp dụng danh mục làm kế hoạch của đơn vị',
    'Thêm chỉ tiêu riêng 101. Số tổ (2027: 26 tổ)',
    'Chỉ tiêu 1, mốc 2030: 100% → 95%',
    'Giữ nguyên 1 mục tiêu của danh mục, thành mục tiêu của đơn vị',
    'Chức vụ của đồng chí Lê Văn Bình: PCT → Chủ tịch',
    'Phân công chỉ tiêu 1 và 2: Lê Văn Bình; Trưởng phòng; Công an',
  ])
})
