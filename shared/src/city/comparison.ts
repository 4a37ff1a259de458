import { z } from 'zod'
import { exactValue, type MeasuredFigure, valuePlaces } from '../indicators/figure.ts'
import { isRecent } from '../indicators/standing.ts'
import type { Measurement } from '../measurements/measurement.ts'
import { type Quarter, quarterNumber } from '../quarter.ts'
import {
  add,
  compare,
  decimal,
  divide,
  integer,
  median,
  multiply,
  type Rational,
  round,
  toNumber,
} from '../rational.ts'
import { codesOf } from '../text.ts'

/** How the figure of the whole city was made: from the sums, or, where a unit has only a percentage, as the median. */
export const CityFigure = z
  .object({
    value: z.number().nullable(),
    method: z.enum(['ratioOfSums', 'median']).nullable(),
    units: z.int().meta({ description: 'Units whose value went into it: at most four quarters old' }),
    ofQuarter: z.int().meta({ description: 'How many of these values are of the quarter itself' }),
  })
  .meta({ id: 'CityFigure' })
export type CityFigure = z.infer<typeof CityFigure>

/**
 * Σ numerator / Σ denominator where every unit with a value states both, otherwise the median of the units. A value
 * older than four quarters is left out.
 */
export function cityFigure(
  figures: readonly (MeasuredFigure & Pick<Measurement, 'period'>)[],
  asOf: Quarter,
): CityFigure {
  const measured = figures.flatMap((figure) => {
    const value = isRecent(quarterNumber(figure.period), quarterNumber(asOf)) ? exactValue(figure) : null
    return value ? [{ ...figure, value }] : []
  })
  if (measured.length === 0) return { value: null, method: null, units: 0, ofQuarter: 0 }
  const shares = measured.flatMap(({ numerator, denominator }) =>
    numerator === null || denominator === null
      ? []
      : [{ numerator: decimal(numerator), denominator: decimal(denominator) }],
  )
  const allShares = shares.length === measured.length
  const value = allShares
    ? divide(
        multiply(integer(100), shares.map((share) => share.numerator).reduce(add)),
        shares.map((share) => share.denominator).reduce(add),
      )
    : median(measured.map((figure) => figure.value))
  return {
    value: toNumber(round(value, valuePlaces)),
    method: allShares ? 'ratioOfSums' : 'median',
    units: measured.length,
    ofQuarter: measured.filter(({ period }) => period === asOf).length,
  }
}

/** Nobody is ranked when more than this share of the compared units has no value. */
const mostMissing = { n: 1, of: 5 }

/**
 * The rank of each unit, 1 for the best; equal values share a rank and the next one is left out (1, 2, 2, 4).
 * `null` for a unit without a value, and for all of them when more than 20 % have none.
 */
export function rankUnits(values: readonly (Rational | null)[]): (number | null)[] {
  const missing = values.filter((value) => value === null).length
  if (missing * mostMissing.of > values.length * mostMissing.n) return values.map(() => null)
  const order = values
    .flatMap((value, index) => (value ? [{ value, index }] : []))
    .sort((a, b) => compare(b.value, a.value))
  const ranks: (number | null)[] = values.map(() => null)
  for (const [place, { value, index }] of order.entries()) {
    const before = order[place - 1]
    const isTied = before !== undefined && compare(before.value, value) === 0
    ranks[index] = isTied ? (ranks[before.index] ?? null) : place + 1
  }
  return ranks
}

/** The quarters of a ranking, the best first: what may be said of a unit without false precision. */
export const RankBand = z.enum(['leading', 'upper', 'lower', 'trailing'])
export type RankBand = z.infer<typeof RankBand>

export const rankBandLabels: Record<RankBand, string> = {
  leading: 'Nhóm dẫn đầu',
  upper: 'Nhóm trên trung bình',
  lower: 'Nhóm dưới trung bình',
  trailing: 'Nhóm cuối',
}

/** The quarter of the ranking that each rank lies in; ties share a rank, so they share it. `null` without a rank. */
export function rankBands(ranks: readonly (number | null)[]): (RankBand | null)[] {
  const ranked = ranks.filter((rank) => rank !== null).length
  const options = codesOf(rankBandLabels)
  return ranks.map((rank) =>
    rank === null ? null : (options[Math.floor(((rank - 1) * options.length) / ranked)] ?? null),
  )
}

/** How the city's figure was made. */
export const cityMethodLabels: Record<'ratioOfSums' | 'median', string> = {
  ratioOfSums: 'Tổng tử số chia tổng mẫu số',
  median: 'Trung vị của các đơn vị',
}
