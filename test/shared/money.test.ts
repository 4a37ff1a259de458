import { formatMoney, Money, parseMoney } from '@moc57/shared'
import { describe, expect, test } from 'vitest'

describe('an amount of money as it is typed', () => {
  test.each([
    ['1.250.000.000', 1_250_000_000],
    ['1 250 000 000 đ', 1_250_000_000],
    ['1,250,000,000', 1_250_000_000],
    ['1250000000', 1_250_000_000],
    ['1.250 triệu đồng', 1_250_000_000],
    ['1250 tr', 1_250_000_000],
    ['1,25 tỷ', 1_250_000_000],
    ['1.25 tỉ đồng', 1_250_000_000],
    ['1,5 triệu', 1_500_000],
    ['1.234,5 triệu', 1_234_500_000],
    ['1,234567 tỷ', 1_234_567_000],
    ['0,125 tỷ', 125_000_000],
    ['1.234', 1234],
    ['0', 0],
    ['0 đồng', 0],
    ['500 nghìn', 500_000],
    ['999.999.999.999.999', 999_999_999_999_999],
    ['1.250 triệu đồng'.normalize('NFD').replaceAll(' ', '\u00a0'), 1_250_000_000],
  ])('“%s” is %d đồng', (typed, dong) => {
    expect(parseMoney(typed)).toBe(dong)
  })

  test.each([
    ['-1', 'negative'],
    ['−1.250 triệu', 'negative'],
    ['1.000.000.000.000.000', 'tooLong'],
    ['12345678901234567890', 'tooLong'],
    ['1.000.000 tỷ', 'tooLong'],
    ['1,250 triệu', 'ambiguous'],
    ['1,5', 'fraction'],
    ['1.234,5', 'fraction'],
    ['0,1234567 triệu', 'fraction'],
    ['', 'unreadable'],
    ['một tỷ', 'unreadable'],
    ['1.25.000', 'unreadable'],
    ['1.250,000.000', 'unreadable'],
    ['12 triệu 500', 'unreadable'],
    ['1e9', 'unreadable'],
  ])('“%s” is refused: %s', (typed, problem) => {
    expect(parseMoney(typed)).toBe(problem)
  })

  test('is shown with dots and its unit, also beyond what a number keeps exact', () => {
    expect(formatMoney(1_250_000_000)).toBe('1.250.000.000 đồng')
    expect(formatMoney(123_456_789_012_345_678_901n)).toBe('123.456.789.012.345.678.901 đồng')
  })
})

test.each([-1, 0.5, 1e15, Number('12345678901234567890'), '1'])(
  'the interface refuses %s as money',
  (value) => {
    const { success, error } = Money.safeParse(value)
    expect(success).toBe(false)
    expect(error?.issues[0]?.message).toMatch(/Số tiền/)
  },
)
