import { budgetShare, budgetSum } from '@moc57/shared'
import { describe, expect, test } from 'vitest'

const line = (disbursed: number | null) => ({ planned: null, allocated: null, disbursed })

describe('what a ledger yields for indicator 6', () => {
  test.each([
    ['the sum of its lines over the total', 200, [3, 4], { numerator: 7, denominator: 200, gap: null }],
    [
      'a true 0 where a line says that nothing was spent',
      200,
      [0],
      { numerator: 0, denominator: 200, gap: null },
    ],
    ['no data without a line, never 0 %', 200, [], { numerator: null, denominator: 200, gap: 'noLines' }],
    [
      'no data where no line has the amount',
      200,
      [null],
      { numerator: null, denominator: 200, gap: 'noLines' },
    ],
    [
      'no figure while a line lacks its amount',
      200,
      [3, null],
      { numerator: 3, denominator: 200, gap: 'incomplete' },
    ],
    ['no figure without the total', null, [3], { numerator: 3, denominator: null, gap: 'noTotal' }],
    ['no figure over a total of 0', 0, [0], { numerator: 0, denominator: 0, gap: 'zeroTotal' }],
    ['no figure where the lines exceed the total', 2, [3], { numerator: 3, denominator: 2, gap: 'exceeds' }],
  ])('%s', (_, total, amounts, share) => {
    expect(budgetShare(total === null ? null : line(total), amounts.map(line), 'disbursed')).toEqual(share)
  })

  test('is summed exactly up to what a number keeps exact, and not at all beyond', () => {
    expect(budgetSum([line(999_999_999_999_998), line(1)], 'disbursed')).toBe(999_999_999_999_999)
    const many = Array.from({ length: 10 }, () => line(999_999_999_999_999))
    expect(budgetSum(many, 'disbursed')).toBeNull()
    expect(budgetShare(line(1), many, 'disbursed').gap).toBe('exceeds')
  })
})
