import { ambiguousNumber, parseVietnameseNumber } from '@moc57/shared'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

test.each([
  ['0', 0],
  ['85', 85],
  ['-3', -3],
  ['85,5', 85.5],
  ['85.5', 85.5],
  ['-0,5', -0.5],
  ['85,25', 85.25],
  ['85.2567', 85.2567],
  ['0,125', 0.125],
  ['0.125', 0.125],
  ['1234', 1234],
  ['1234,5', 1234.5],
  ['1234.5', 1234.5],
  ['1.234,5', 1234.5],
  ['1.234,567', 1234.567],
  ['12.345.678,9', 12_345_678.9],
  ['1.234.567', 1_234_567],
  ['1,234,567', 1_234_567],
  ['1 234,5', 1234.5],
  ['1 234 567', 1_234_567],
])('"%s" is %d', (text, number) => expect(parseVietnameseNumber(text)).toBe(number))

test.each(['1.234', '1,234', '12.345', '85,125', '-1.234', '999.999'])(
  '"%s" can be read two ways and is refused as such',
  (text) => expect(parseVietnameseNumber(text)).toBe(ambiguousNumber),
)

test.each([
  ['\u00a085,5\u00a0', 85.5],
  ['1\u00a0234,5', 1234.5],
  ['1\u202f234\u202f567', 1_234_567],
  ['\t85.5\r\n', 85.5],
  ['1.234\u00a0', ambiguousNumber],
])('%j from Excel is read through its spaces', (text, number) =>
  expect(parseVietnameseNumber(text)).toBe(number),
)

test.each([
  ...['', ' ', '-', '.', ',', 'abc', '85%', '85,5 %', '26 tổ', 'không', '1,2,3', '1.2.3', '1..2', '1,,2'],
  ...['1.23.456', '1.234.56', '1.234,5,6', '1,234.567.8', '--1', '1-2', '5.', ',5', '1e3', '0x10', 'NaN'],
  ...['Infinity', '½', '²', '=1+1', 'ba mươi'],
])('"%s" is not a number', (text) => {
  expect(parseVietnameseNumber(text)).toBeUndefined()
  expect(parseVietnameseNumber(text.normalize('NFD'))).toBeUndefined()
})

describe('whatever is typed', () => {
  const figure = fc.tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 99 }))

  test('a figure with grouped thousands and a decimal comma comes back as it was', () => {
    fc.assert(
      fc.property(figure, ([whole, hundredths]) => {
        const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, '.')
        const decimals = String(hundredths).padStart(2, '0')
        expect(parseVietnameseNumber(`${grouped},${decimals}`)).toBe(Number(`${whole}.${decimals}`))
      }),
    )
  })

  test('a comma and a point mean the same between the whole and two decimals', () => {
    fc.assert(
      fc.property(figure, ([whole, hundredths]) => {
        const decimals = String(hundredths).padStart(2, '0')
        expect(parseVietnameseNumber(`${whole},${decimals}`)).toBe(
          parseVietnameseNumber(`${whole}.${decimals}`),
        )
      }),
    )
  })

  test('no text becomes NaN or infinite', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789.,- \u00a0e%'), maxLength: 12 })
    fc.assert(
      fc.property(typed, (text) => {
        const number = parseVietnameseNumber(text)
        if (typeof number === 'number') expect(number).toSatisfy(Number.isFinite)
      }),
    )
  })
})
