import { cityFigure as cityFigureAt, decimal, rankBands, rankUnits, rational } from '@moc57/shared'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const period = '2026-Q3'
const value = (figure: number | null) => ({ value: figure, numerator: null, denominator: null, period })
const share = (numerator: number, denominator: number) => ({ value: null, numerator, denominator, period })
const cityFigure = (figures: Parameters<typeof cityFigureAt>[0]) => cityFigureAt(figures, period)

describe('the figure of the city', () => {
  test('is the sum of what was counted over the sum of what it was counted over, not a mean of percentages', () =>
    expect(cityFigure([share(1, 2), share(0, 98)])).toEqual({
      value: 1,
      method: 'ratioOfSums',
      units: 2,
      ofQuarter: 2,
    }))

  test.each([
    ['odd', [value(10), value(90), value(20)], 20],
    ['even', [value(10), value(90), value(20), value(30)], 25],
    ['one', [value(12.5)], 12.5],
  ])('is the median of the units where they state percentages only (%s)', (_, figures, median) =>
    expect(cityFigure(figures)).toEqual({
      value: median,
      method: 'median',
      units: figures.length,
      ofQuarter: figures.length,
    }),
  )

  test('is the median as soon as one unit with a value states no sums', () =>
    expect(cityFigure([share(1, 2), share(1, 4), value(90)])).toEqual({
      value: 50,
      method: 'median',
      units: 3,
      ofQuarter: 3,
    }))

  test('leaves out units without a value, and those whose share cannot be formed', () => {
    expect(cityFigure([share(1, 2), value(null), share(3, 0)])).toEqual({
      value: 50,
      method: 'ratioOfSums',
      units: 1,
      ofQuarter: 1,
    })
    expect(cityFigure([value(40), value(null)])).toEqual({
      value: 40,
      method: 'median',
      units: 1,
      ofQuarter: 1,
    })
  })

  test('does not exist where nobody has a value', () => {
    const nothing = { value: null, method: null, units: 0, ofQuarter: 0 }
    expect(cityFigure([])).toEqual(nothing)
    expect(cityFigure([value(null), share(0, 0)])).toEqual(nothing)
  })

  test('leaves out what is older than four quarters, and tells how many are of the quarter', () => {
    const of = (period: string, figure: number) => ({ ...value(figure), period })
    expect(cityFigure([of('2025-Q2', 90), of('2025-Q3', 10), of('2026-Q3', 20)])).toEqual({
      value: 15,
      method: 'median',
      units: 2,
      ofQuarter: 1,
    })
  })

  test('counts zero as a value', () => {
    expect(cityFigure([value(0), value(0), value(90)]).value).toBe(0)
    expect(cityFigure([share(0, 10), share(0, 20)])).toEqual({
      value: 0,
      method: 'ratioOfSums',
      units: 2,
      ofQuarter: 2,
    })
  })

  test('keeps four decimals', () => expect(cityFigure([share(1, 3), share(1, 3)]).value).toBe(33.3333))

  test('lies within the shares it is made of', () => {
    const shares = fc.array(fc.tuple(fc.nat(1_000), fc.integer({ min: 1, max: 1_000 })), { minLength: 1 })
    fc.assert(
      fc.property(shares, (units) => {
        const figure = cityFigure(units.map(([n, d]) => share(n, d)))
        const percentages = units.map(([n, d]) => (100 * n) / d)
        expect(figure.value).toBeGreaterThanOrEqual(Math.min(...percentages) - 0.0001)
        expect(figure.value).toBeLessThanOrEqual(Math.max(...percentages) + 0.0001)
      }),
    )
  })
})

describe('the ranking of units', () => {
  const ranks = (...values: (number | null)[]) =>
    rankUnits(values.map((figure) => (figure === null ? null : decimal(figure))))

  test.each([
    [
      [90, 80, 70],
      [1, 2, 3],
    ],
    [
      [70, 90, 80],
      [3, 1, 2],
    ],
    [
      [80, 90, 80, 70],
      [2, 1, 2, 4],
    ],
    [
      [50, 50, 50],
      [1, 1, 1],
    ],
    [
      [90, 90, 10],
      [1, 1, 3],
    ],
    [
      [0, 10],
      [2, 1],
    ],
    [[42], [1]],
    [[], []],
  ])('of %j is %j: the best first, ties share a rank', (values, expected) =>
    expect(ranks(...values)).toEqual(expected),
  )

  test('ties are decided on exact values', () => {
    expect(rankUnits([rational(100n, 3n), rational(200n, 6n), decimal(33.3333)])).toEqual([1, 1, 3])
    expect(ranks(0.3, 0.3)).toEqual([1, 1])
  })

  test('ranks at exactly 20 % without a value, among those with one', () =>
    expect(ranks(10, null, 30, 20, 20)).toEqual([4, null, 1, 2, 2]))

  test.each([
    ['two of nine', [1, 2, 3, 4, 5, 6, 7, null, null]],
    ['one of four', [1, 2, 3, null]],
    ['all', [null, null]],
  ])('ranks nobody where more than a fifth has no value: %s', (_, values) =>
    expect(ranks(...values)).toEqual(values.map(() => null)),
  )

  test.each([
    [22, true],
    [23, false],
  ])('of 114 units with %i missing is made: %s', (missing, made) => {
    const values = Array.from({ length: 114 }, (_, index) => (index < missing ? null : index))
    const ranked = ranks(...values).filter((rank) => rank !== null)
    expect(ranked).toHaveLength(made ? 114 - missing : 0)
  })

  test('a rank is one more than the number of better units', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1 }), (values) => {
        const expected = values.map((own) => 1 + values.filter((other) => other > own).length)
        expect(ranks(...values)).toEqual(expected)
      }),
    )
  })
})

describe('the bands of a ranking', () => {
  test.each([
    ['eight units', [1, 2, 3, 4, 5, 6, 7, 8], 'aabbccdd'],
    ['three units', [1, 2, 3], 'abc'],
    ['ties over a boundary share the better band', [1, 2, 2, 2, 5, 6, 7, 8], 'aaaaccdd'],
    ['all equal', [1, 1, 1, 1], 'aaaa'],
    ['units without a rank have none', [1, null, 2, 3, 4], 'a-bcd'],
    ['nobody is ranked', [null, null], '--'],
  ])('%s', (_, ranks, expected) => {
    const letters = { leading: 'a', upper: 'b', lower: 'c', trailing: 'd' }
    expect(
      rankBands(ranks)
        .map((band) => (band ? letters[band] : '-'))
        .join(''),
    ).toBe(expected)
  })
})
