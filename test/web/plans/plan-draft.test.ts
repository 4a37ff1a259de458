import type { AssignmentChange, OwnIndicator } from '@moc57/shared'
import type { PlanItem } from '@moc57/shared/api'
import {
  emptyDraft,
  partsToSave,
  pendingChanges,
  undone,
  withAssignment,
  withFile,
  withIndicator,
  withPosition,
  withTarget,
  withWithdrawn,
} from '@moc57/web/plans/draft.ts'
import { pendingText } from '@moc57/web/plans/wording.ts'
import { describe, expect, test } from 'vitest'
import { makePlanItem } from '../../support/make-plan.ts'

const coverage: PlanItem = makePlanItem({ number: 1, targets: { 2025: '≥60%', 2030: '100%' } })
const groups: OwnIndicator = {
  groupCode: 'IV',
  name: 'Số tổ công nghệ số cộng đồng',
  shortName: 'Tổ công nghệ số',
  unitOfMeasure: 'tổ',
  naturalMaximum: null,
  direction: 'increase',
  frequency: 'quarterly',
  targets: [{ milestone: 2027, text: '20 tổ' }],
}
const assignment: AssignmentChange = {
  numbers: [1, 2],
  leader: { name: 'Lê Văn Bình', position: 'PCT UBND xã' },
  responsibleOfficer: 'Trưởng phòng Văn hóa - Xã hội',
  leadBodies: ['Công an xã'],
}
const words = (draft: typeof emptyDraft) => pendingChanges(draft).map(pendingText)

describe('a typed target', () => {
  test('waits to be saved with what it replaces', () => {
    expect(words(withTarget(emptyDraft, coverage, 2030, ' 95% '))).toEqual([
      'Chỉ tiêu 1, mốc 2030: 100% → 95%',
    ])
  })

  test('is no change once it is typed back, also with other spaces', () => {
    const changed = withTarget(emptyDraft, coverage, 2030, '95%')
    expect(words(withTarget(changed, coverage, 2030, '100% '))).toEqual([])
  })

  test('that is emptied sets none, and in a year without one changes nothing', () => {
    expect(words(withTarget(emptyDraft, coverage, 2030, ''))).toEqual(['Chỉ tiêu 1, mốc 2030: 100% → -'])
    expect(words(withTarget(emptyDraft, coverage, 2027, ' '))).toEqual([])
  })

  test('of another year has nothing to replace', () => {
    expect(words(withTarget(emptyDraft, coverage, 2027, '70%'))).toEqual([
      'Chỉ tiêu 1, mốc 2027: đặt mới 70%',
    ])
  })
})

describe('an indicator to be added', () => {
  const drafted = withAssignment(withIndicator(emptyDraft, groups), { ...assignment, numbers: [1, -1] })

  test('counts as one change with its targets', () => {
    expect(words(withIndicator(emptyDraft, groups))).toEqual(['Thêm chỉ tiêu riêng: Tổ công nghệ số'])
  })

  test('is saved with its targets and its assignment, under no number of its own', () => {
    const { parts } = partsToSave(drafted)
    expect(parts.targets).toEqual([])
    expect(parts.assignments).toMatchObject([{ numbers: [1] }])
    expect(parts.indicators).toMatchObject([
      { shortName: 'Tổ công nghệ số', targets: groups.targets, assignment: { leadBodies: ['Công an xã'] } },
    ])
    expect(parts.indicators?.[0]).not.toHaveProperty('number')
  })

  test('takes its targets and its assignment along when it is undone', () => {
    const [added] = pendingChanges(drafted)
    const left = added && undone(drafted, added)
    expect(left).toMatchObject({ indicators: [], targets: [], assignments: [{ numbers: [1] }] })
  })
})

test('an indicator is assigned once: the later assignment takes it out of the earlier one', () => {
  const once = withAssignment(emptyDraft, assignment)
  const twice = withAssignment(once, { ...assignment, numbers: [2, 3] })
  expect(twice.assignments.map(({ numbers }) => numbers)).toEqual([[1], [2, 3]])
})

test('an own indicator that is withdrawn loses what was drafted for it', () => {
  const own = makePlanItem({ number: 101, targets: { 2027: '20%' } })
  const draft = withWithdrawn(withTarget(emptyDraft, own, 2027, '30%'), 101)
  expect(words(draft)).toEqual(['Bỏ chỉ tiêu riêng 101'])
})

test('every change can be undone alone', () => {
  let draft = withWithdrawn(
    withAssignment(withIndicator(withTarget(emptyDraft, coverage, 2030, '95%'), groups), assignment),
    101,
  )
  draft = { ...draft, adopts: true }
  for (let left = 5; left > 0; left--) {
    const [first] = pendingChanges(draft)
    expect(pendingChanges(draft)).toHaveLength(left)
    if (first) draft = undone(draft, first)
  }
  expect(pendingChanges(draft)).toEqual([])
})

test('a file goes into the draft, wins over what was typed, and keeps what it does not name', () => {
  const typed = withTarget(withTarget(emptyDraft, coverage, 2030, '95%'), coverage, 2025, '50%')
  const draft = withFile(typed, [coverage], {
    targets: [{ number: 1, milestone: 2030, text: '90%' }],
    assignments: [assignment],
    indicators: [groups],
  })
  expect(words(draft)).toEqual([
    'Thêm chỉ tiêu riêng: Tổ công nghệ số',
    'Chỉ tiêu 1, mốc 2025: ≥60% → 50%',
    'Chỉ tiêu 1, mốc 2030: 100% → 90%',
    'Phân công chỉ tiêu 1 và 2: Lê Văn Bình; Công an xã',
  ])
})

describe('the position of a leader', () => {
  const leader = { name: 'Lê Văn Bình', position: 'PCT UBND xã' }
  const draft = withPosition(emptyDraft, leader, ' Chủ tịch UBND xã ')

  test('is one change, told with the earlier position and sent by the name', () => {
    expect(words(draft)).toEqual(['Chức vụ của đồng chí Lê Văn Bình: PCT UBND xã → Chủ tịch UBND xã'])
    const { parts, keyAt } = partsToSave(draft)
    expect(parts.positions).toEqual([{ leader: 'Lê Văn Bình', position: 'Chủ tịch UBND xã' }])
    expect(keyAt('#/positions/0')).toBe('position Lê Văn Bình')
  })

  test('typed again takes the place of the first; the one they have already is no change', () => {
    expect(words(withPosition(draft, leader, 'Bí thư'))).toEqual([
      'Chức vụ của đồng chí Lê Văn Bình: PCT UBND xã → Bí thư',
    ])
    expect(words(withPosition(draft, leader, 'PCT UBND xã'))).toEqual([])
  })

  test('is undone alone', () => {
    const [change] = pendingChanges(draft)
    expect(change && words(undone(draft, change))).toEqual([])
  })
})

test('what the server refuses is found again among the changes', () => {
  const draft = withWithdrawn(withTarget(emptyDraft, coverage, 2030, '95%'), 101)
  const { keyAt } = partsToSave(draft)
  expect(keyAt('#/targets/0')).toBe('target 1 2030')
  expect(keyAt('#/withdrawn/0')).toBe('withdrawn 101')
  expect(keyAt('#/reason')).toBeUndefined()
})
