import {
  type Explanation,
  type ExplanationAction,
  ExplanationState,
  explanationAfter,
  explanationState,
  inOrderOfUrgency,
  isOverdue,
} from '@moc57/shared'
import { describe, expect, test } from 'vitest'

const after = (...actions: ExplanationAction[]) => explanationState(actions.map((action) => ({ action })))

describe('an explanation', () => {
  test.each([
    [[], 'asked'],
    [['answer'], 'answered'],
    [['answer', 'answer'], 'answered'],
    [['answer', 'accept'], 'accepted'],
    [['answer', 'return'], 'returned'],
    [['answer', 'return', 'answer', 'accept'], 'accepted'],
    [['withdraw'], 'withdrawn'],
    [['answer', 'withdraw'], 'withdrawn'],
  ] as const)('is after %j %s', (actions, state) => {
    expect(after(...actions)).toBe(state)
  })

  test.each([
    ['asked', 'accept'],
    ['asked', 'return'],
    ['returned', 'accept'],
    ['returned', 'return'],
    ['accepted', 'answer'],
    ['accepted', 'withdraw'],
    ['withdrawn', 'answer'],
  ] as const)('that is %s takes no %s', (state, action) => {
    expect(explanationAfter(state, action)).toBeUndefined()
  })

  test('is overdue from the day after its deadline, and only while an answer is owed', () => {
    const on = (state: ExplanationState, today: string) => isOverdue({ state, dueOn: '2026-11-20' }, today)
    expect(on('asked', '2026-11-20')).toBe(false)
    expect(on('asked', '2026-11-21')).toBe(true)
    expect(on('returned', '2026-11-21')).toBe(true)
    for (const state of ExplanationState.exclude(['asked', 'returned']).options)
      expect(on(state, '2027-01-01')).toBe(false)
  })

  test('stands in lists by urgency: owed ones by their deadline, then answered ones, then the rest, newest first', () => {
    const make = (id: number, state: ExplanationState, dueOn: string, at: string) =>
      ({ id, state, dueOn, at }) as Explanation
    const items = [
      make(1, 'accepted', '2026-01-01', '2026-01-01'),
      make(2, 'answered', '2026-11-01', '2026-10-01'),
      make(3, 'asked', '2026-12-01', '2026-11-01'),
      make(4, 'returned', '2026-11-10', '2026-10-01'),
      make(5, 'withdrawn', '2026-02-01', '2026-02-01'),
    ]
    expect(inOrderOfUrgency(items).map(({ id }) => id)).toEqual([4, 3, 2, 5, 1])
  })
})
