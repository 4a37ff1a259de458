import {
  add,
  ceiling,
  compare,
  decimal,
  divide,
  greatest,
  integer,
  least,
  median,
  multiply,
  negate,
  type Rational,
  rational,
  round,
  subtract,
  toNumber,
} from '@moc57/shared'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** Small ones stay plain numbers, large ones do not, and products of the ones in between cross over. */
const wholeNumber = fc.oneof(
  fc.bigInt({ min: -1000n, max: 1000n }),
  fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
  fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
)
const nonZero = wholeNumber.filter((n) => n !== 0n)
const fraction = fc.tuple(wholeNumber, nonZero).map(([n, d]) => rational(n, d))
const equal = (a: Rational, b: Rational) => BigInt(a.n) * BigInt(b.d) === BigInt(b.n) * BigInt(a.d)

describe('a decimal is the one that is written, not its binary neighbour', () => {
  test.each<[number, bigint, bigint]>([
    [21.9, 219n, 10n],
    [0.1, 1n, 10n],
    [-0.1, -1n, 10n],
    [85.1234, 851_234n, 10_000n],
    [0, 0n, 1n],
    [-0, 0n, 1n],
    [1e21, 10n ** 21n, 1n],
    [1.5e21, 15n * 10n ** 20n, 1n],
    [1e-7, 1n, 10n ** 7n],
    [-2.5e-7, -25n, 10n ** 8n],
  ])('%d is %d/%d', (value, n, d) => expect(equal(decimal(value), { n, d })).toBe(true))

  test('0.1 + 0.2 is 0.3', () => expect(equal(add(decimal(0.1), decimal(0.2)), decimal(0.3))).toBe(true))

  test('up to 15 digits nothing is lost on the way in or out', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.nat(6), (digits, places) => {
        const value = Number(`${digits}e-${places}`)
        expect(equal(decimal(value), { n: BigInt(digits), d: 10n ** BigInt(places) })).toBe(true)
        expect(toNumber(decimal(value))).toBe(value === 0 ? 0 : value)
      }),
    )
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%d is refused', (value) =>
    expect(() => decimal(value)).toThrow(RangeError),
  )
})

describe('a fraction', () => {
  test('holds a plain number wherever that is exact, so that zero is 0 and nothing else', () => {
    fc.assert(
      fc.property(fraction, fraction, (x, y) => {
        for (const { n, d } of [
          x,
          add(x, y),
          multiply(x, y),
          subtract(x, x),
          negate(subtract(x, x)),
          round(x, 4),
        ]) {
          for (const whole of [n, d]) {
            expect(typeof whole).toBe(Number.isSafeInteger(Number(whole)) ? 'number' : 'bigint')
            expect(Object.is(whole, -0)).toBe(false)
          }
        }
      }),
    )
  })

  test('goes out as the nearest number, whether its parts are plain or not', () => {
    const many = 10n ** 30n
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (n, d) => {
        expect(toNumber(rational(n, d))).toBe(n / d)
        expect(toNumber({ n: BigInt(n) * many, d: BigInt(d) * many })).toBe(n / d)
      }),
    )
  })
})

describe('the laws of fractions', () => {
  test('sums, differences, products and quotients are those of whole numbers over a common denominator', () => {
    fc.assert(
      fc.property(wholeNumber, nonZero, wholeNumber, nonZero, (a, b, c, d) => {
        const [x, y] = [rational(a, b), rational(c, d)]
        expect(equal(add(x, y), rational(a * d + c * b, b * d))).toBe(true)
        expect(equal(subtract(x, y), rational(a * d - c * b, b * d))).toBe(true)
        expect(equal(multiply(x, y), rational(a * c, b * d))).toBe(true)
        if (c !== 0n) expect(equal(divide(x, y), rational(a * d, b * c))).toBe(true)
      }),
    )
  })

  test('order of terms and brackets do not matter, and what is undone is as before', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (x, y, z) => {
        expect(equal(add(x, y), add(y, x))).toBe(true)
        expect(equal(multiply(x, add(y, z)), add(multiply(x, y), multiply(x, z)))).toBe(true)
        expect(equal(add(add(x, y), z), add(x, add(y, z)))).toBe(true)
        expect(equal(subtract(add(x, y), y), x)).toBe(true)
        expect(equal(add(x, negate(x)), integer(0))).toBe(true)
        if (y.n !== 0) expect(equal(multiply(divide(x, y), y), x)).toBe(true)
      }),
    )
  })

  test('every result keeps its denominator above zero', () => {
    fc.assert(
      fc.property(fraction, fraction, (x, y) => {
        const results = [x, add(x, y), subtract(x, y), multiply(x, y), negate(x), round(x, 4)]
        if (y.n !== 0) results.push(divide(x, y))
        for (const { d } of results) expect(d > 0).toBe(true)
      }),
    )
  })

  test('comparing agrees with the difference, and picks the least and the greatest', () => {
    fc.assert(
      fc.property(fraction, fraction, (x, y) => {
        const difference = subtract(x, y).n
        expect(Math.sign(compare(x, y))).toBe(difference > 0 ? 1 : difference < 0 ? -1 : 0)
        expect([compare(least(x, y), x), compare(least(x, y), y)].every((sign) => sign <= 0)).toBe(true)
        expect([compare(greatest(x, y), x), compare(greatest(x, y), y)].every((sign) => sign >= 0)).toBe(true)
      }),
    )
  })

  test('a denominator of zero and a division by zero are refused', () => {
    expect(() => rational(1n, 0n)).toThrow(RangeError)
    expect(() => divide(integer(1), integer(0))).toThrow(RangeError)
  })
})

describe('rounding goes half away from zero', () => {
  test.each<[bigint, bigint, number, number]>([
    [1n, 2n, 0, 1],
    [-1n, 2n, 0, -1],
    [5n, 2n, 0, 3],
    [-5n, 2n, 0, -3],
    [49n, 100n, 0, 0],
    [-49n, 100n, 0, 0],
    [1005n, 1000n, 2, 1.01],
    [-1005n, 1000n, 2, -1.01],
    [1n, 20_000n, 4, 0.0001],
    [49_999n, 10n ** 9n, 4, 0],
    [100n, 3n, 4, 33.3333],
    [200n, 3n, 4, 66.6667],
    [0n, 7n, 4, 0],
  ])('%d/%d to %i places is %d', (n, d, places, rounded) => {
    expect(toNumber(round(rational(n, d), places))).toBeCloseTo(rounded, 12)
    expect(equal(round(rational(n, d), places), decimal(rounded))).toBe(true)
  })

  test('never moves by more than half a place', () => {
    fc.assert(
      fc.property(fraction, fc.nat(4), (x, places) => {
        const off = subtract(round(x, places), x)
        const distance = off.n < 0 ? negate(off) : off
        expect(compare(distance, rational(1n, 2n * 10n ** BigInt(places)))).toBeLessThanOrEqual(0)
      }),
    )
  })
})

describe('the ceiling is the least whole number that is not below', () => {
  test.each<[bigint, bigint, bigint]>([
    [7n, 2n, 4n],
    [-7n, 2n, -3n],
    [6n, 2n, 3n],
    [-6n, 2n, -3n],
    [1n, 3n, 1n],
    [-1n, 3n, 0n],
    [0n, 3n, 0n],
    [7n, 1n, 7n],
  ])('of %d/%d it is %d', (n, d, whole) => expect(ceiling(rational(n, d))).toBe(Number(whole)))

  test('for every fraction', () => {
    fc.assert(
      fc.property(fraction, (x) => {
        const [whole, n, d] = [BigInt(ceiling(x)), BigInt(x.n), BigInt(x.d)]
        expect(whole * d >= n).toBe(true)
        expect((whole - 1n) * d < n).toBe(true)
      }),
    )
  })
})

describe('the median', () => {
  const of = (...values: number[]) => toNumber(median(values.map(decimal)))

  test('is the middle one, or the mean of the two in the middle, in whatever order they come', () => {
    expect(of(7)).toBe(7)
    expect(of(9, 1, 5)).toBe(5)
    expect(of(4, 1, 3, 2)).toBe(2.5)
    expect(of(0.1, 0.2)).toBe(0.15)
    expect(of(5, 5, 1, 9)).toBe(5)
  })

  test('does not reorder what it was given', () => {
    const values = [3, 1, 2].map(decimal)
    median(values)
    expect(values.map(toNumber)).toEqual([3, 1, 2])
  })

  test('of nothing is refused', () => expect(() => median([])).toThrow(RangeError))
})
