/**
 * An exact fraction. Status and gap are decided on these, never on binary floats: 20 → 60 over 20 quarters with
 * 21.9 after one of them is a pace of exactly 0.95, which floats turn into 0.9499….
 */
export type Rational = { n: bigint; d: bigint }

/** `n/d` with the sign in the numerator. `d` must not be zero. */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new RangeError('a fraction needs a denominator other than zero')
  return d < 0n ? { n: -n, d: -d } : { n, d }
}

/** The decimal that a JSON number shows, as a fraction: 21.9 is 219/10 and not its binary neighbour. */
export function decimal(value: number): Rational {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value))
  if (!match) throw new RangeError(`not a finite number: ${value}`)
  const [, sign, whole, places = '', exponent = '0'] = match
  const scale = places.length - Number(exponent)
  const digits = BigInt(`${sign}${whole}${places}`)
  return scale >= 0 ? rational(digits, 10n ** BigInt(scale)) : rational(digits * 10n ** BigInt(-scale))
}

export const integer = (value: number): Rational => rational(BigInt(value))

export const add = (a: Rational, b: Rational): Rational => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })
export const subtract = (a: Rational, b: Rational): Rational => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d })
export const multiply = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d })
export const divide = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n)
export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d })

/** Below zero where a < b, zero where they are equal, above zero where a > b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const least = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b)
export const greatest = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b)

/** The middle one, or the mean of the two in the middle. `values` must not be empty. */
export function median(values: readonly Rational[]): Rational {
  const sorted = [...values].sort(compare)
  const upper = sorted[sorted.length >> 1]
  const lower = sorted[(sorted.length - 1) >> 1]
  if (!upper || !lower) throw new RangeError('the median of nothing')
  return upper === lower ? upper : divide(add(lower, upper), integer(2))
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y > 0n) [x, y] = [y, x % y]
  return x
}

/** The nearest JSON number; for output only, nothing is decided on it. */
export function toNumber({ n, d }: Rational): number {
  const divisor = greatestCommonDivisor(n, d)
  return Number(n / divisor) / Number(d / divisor)
}

/** Rounded half away from zero to `places` decimals. */
export function round(value: Rational, places: number): Rational {
  const scale = 10n ** BigInt(places)
  const doubled = 2n * value.n * scale
  const nudged = doubled < 0n ? doubled - value.d : doubled + value.d
  return rational(nudged / (2n * value.d), scale)
}

/** The least whole number that is not below the fraction. */
export function ceiling({ n, d }: Rational): bigint {
  return n > 0n ? (n + d - 1n) / d : n / d
}
