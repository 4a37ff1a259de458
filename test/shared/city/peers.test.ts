import { compare, decimal, middleHalf, peerPlace, type Rational, toNumber } from '@moc57/shared'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const half = (...values: number[]) => {
  const middle = middleHalf(values.map(decimal))
  return middle && [middle.lower, middle.median, middle.upper].map(toNumber)
}

test.each<[number[], number[] | null]>([
  [[], null],
  [[1, 2, 3], null],
  [
    [4, 1, 3, 2],
    [1.75, 2.5, 3.25],
  ],
  [
    [1, 2, 3, 4, 5],
    [2, 3, 4],
  ],
  [
    [0, 0, 0, 0],
    [0, 0, 0],
  ],
  [
    [6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49],
    [25.5, 40, 42.5],
  ],
  [
    [0.1, 0.2, 0.3, 0.4],
    [0.175, 0.25, 0.325],
  ],
])('the middle half of %j is %j', (values, quartiles) => {
  expect(half(...values)).toEqual(quartiles)
})

test('at most a quarter of the values, rounded up, lies on either side, whatever they are', () => {
  const value = fc.integer({ min: 0, max: 1_000_000 }).map((ten) => decimal(ten / 10_000))
  fc.assert(
    fc.property(fc.array(value, { minLength: 4, maxLength: 60 }), (values) => {
      const middle = middleHalf(values) as NonNullable<ReturnType<typeof middleHalf>>
      const places = values.map((one) => peerPlace(one, middle))
      const count = (place: string) => places.filter((found) => found === place).length
      const quarter = Math.ceil((values.length - 1) / 4)
      expect(count('below')).toBeLessThanOrEqual(quarter)
      expect(count('above')).toBeLessThanOrEqual(quarter)
      expect(compare(middle.lower, middle.upper)).toBeLessThanOrEqual(0)
    }),
  )
})

test('a value on an edge is within, decided exactly', () => {
  const third: Rational = { n: 1n, d: 3n }
  const middle = { lower: third, median: third, upper: third }
  expect(peerPlace(third, middle)).toBe('within')
  expect(peerPlace(decimal(0.3333333333333333), middle)).toBe('below')
})
