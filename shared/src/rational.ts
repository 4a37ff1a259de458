/** A whole number: a plain one wherever it is safe, which is many times faster, and a bigint beyond. */
export type Whole = number | bigint

/**
 * An exact fraction. Status and gap are decided on these, never on binary floats: 20 → 60 over 20 quarters with
 * 21.9 after one of them is a pace of exactly 0.95, which floats turn into 0.9499….
 */
export type Rational = { n: Whole; d: Whole }

function settled(value: bigint): Whole {
  const plain = Number(value)
  return Number.isSafeInteger(plain) ? plain : value
}

/** A product of plain numbers that comes out safe is exact: one beyond would have come out beyond. */
function times(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    // Not −0, which is another number on the way out.
    if (Number.isSafeInteger(product)) return product + 0
  }
  return settled(BigInt(a) * BigInt(b))
}

function plus(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (Number.isSafeInteger(sum)) return sum
  }
  return settled(BigInt(a) + BigInt(b))
}

const opposite = (a: Whole): Whole => (typeof a === 'number' ? 0 - a : -a)
const minus = (a: Whole, b: Whole): Whole => plus(a, opposite(b))

/** Without the remainder, towards zero. */
function over(a: Whole, b: Whole): Whole {
  if (typeof a === 'number' && typeof b === 'number') return (a - (a % b)) / b + 0
  return settled(BigInt(a) / BigInt(b))
}

/** `n/d` with the sign in the numerator. `d` must not be zero. */
export function rational(numerator: Whole, denominator: Whole = 1): Rational {
  const [n, d] = [times(numerator, 1), times(denominator, 1)]
  if (d === 0) throw new RangeError('a fraction needs a denominator other than zero')
  return d < 0 ? { n: opposite(n), d: opposite(d) } : { n, d }
}

/** Powers of ten up to the decimals of a stored value: nearly every number is a whole one of these. */
const usualScales = [1, 10, 100, 1000, 10_000]
/** Up to here no two decimals share a double, so that the one found is the one shown. */
const mostDigits = 1e15

/** The decimal that a JSON number shows, as a fraction: 21.9 is 219/10 and not its binary neighbour. */
export function decimal(value: number): Rational {
  for (const d of usualScales) {
    const n = Math.round(value * d)
    if (n / d === value && Math.abs(n) < mostDigits) return { n: n + 0, d }
  }
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value))
  if (!match) throw new RangeError(`not a finite number: ${value}`)
  const [, sign, whole, places = '', exponent = '0'] = match
  const scale = places.length - Number(exponent)
  const digits = BigInt(`${sign}${whole}${places}`)
  return scale >= 0 ? rational(digits, 10n ** BigInt(scale)) : rational(digits * 10n ** BigInt(-scale))
}

export const integer = (value: number): Rational => ({ n: value, d: 1 })

export const add = (a: Rational, b: Rational): Rational =>
  a.d === b.d
    ? { n: plus(a.n, b.n), d: a.d }
    : { n: plus(times(a.n, b.d), times(b.n, a.d)), d: times(a.d, b.d) }
export const negate = (a: Rational): Rational => ({ n: opposite(a.n), d: a.d })
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b))
export const multiply = (a: Rational, b: Rational): Rational => ({ n: times(a.n, b.n), d: times(a.d, b.d) })
export function divide(a: Rational, b: Rational): Rational {
  const [n, d] = [times(a.n, b.d), times(a.d, b.n)]
  if (d === 0) throw new RangeError('a division by zero')
  return d < 0 ? { n: opposite(n), d: opposite(d) } : { n, d }
}

/** Below zero where a < b, zero where they are equal, above zero where a > b. */
export function compare(a: Rational, b: Rational): number {
  const difference = minus(times(a.n, b.d), times(b.n, a.d))
  return difference < 0 ? -1 : difference > 0 ? 1 : 0
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
  if (typeof n === 'number' && typeof d === 'number') return n / d
  const divisor = greatestCommonDivisor(BigInt(n), BigInt(d))
  return Number(BigInt(n) / divisor) / Number(BigInt(d) / divisor)
}

/** Rounded half away from zero to `places` decimals. */
export function round(value: Rational, places: number): Rational {
  const scale = 10 ** places
  const doubled = times(times(2, value.n), scale)
  const nudged = plus(doubled, doubled < 0 ? opposite(value.d) : value.d)
  return { n: over(nudged, times(2, value.d)), d: scale }
}

/** Decimals of a number in an answer, and of a value that is stored. */
const placesOut = 4
const leastOut = rational(1, 10 ** placesOut)

/**
 * The number that goes out: rounded once to 4 decimals, but never across a limit. Where the exact one is below a limit
 * of `below`, or above one of `above`, so is what is shown. Limits have at most 4 decimals.
 */
export function numberOut(
  exact: Rational,
  { below = [], above = [] }: { below?: readonly Rational[]; above?: readonly Rational[] } = {},
): number {
  let out = round(exact, placesOut)
  for (const limit of below) {
    if (compare(exact, limit) < 0 && compare(out, limit) >= 0) out = subtract(limit, leastOut)
  }
  for (const limit of above) {
    if (compare(exact, limit) > 0 && compare(out, limit) <= 0) out = add(limit, leastOut)
  }
  return toNumber(out)
}

/** The least whole number that is not below the fraction. */
export function ceiling({ n, d }: Rational): Whole {
  return over(n > 0 ? minus(plus(n, d), 1) : n, d)
}
