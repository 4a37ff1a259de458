import type { z } from 'zod'
import type { Direction } from './indicator.ts'
import { problemOfReading, type Reading, TargetKind } from './target.ts'
import { type IndicatorScale, parseTarget } from './target-reader.ts'

/** What a person may say a target means that the program could not read. */
export const SettledKind = TargetKind.exclude(['none', 'unread'])
export type SettledKind = z.infer<typeof SettledKind>

/** The kinds that an indicator of that direction can have. */
export function settledKinds(direction: Direction): SettledKind[] {
  return direction === 'increase'
    ? ['atLeast', 'moreThan', 'reach', 'range']
    : ['atMost', 'lessThan', 'reach', 'range']
}

/** The reading of a kind with its bound, for a range from the bound to another. */
export function settledReading(
  { kind, bound, to }: { kind: SettledKind; bound: number; to: number | null },
  direction: Direction,
): Reading {
  const isFloor =
    kind === 'atLeast' ||
    kind === 'moreThan' ||
    kind === 'range' ||
    (kind === 'reach' && direction === 'increase')
  return {
    kind,
    lower: isFloor ? bound : null,
    upper: kind === 'range' ? to : isFloor ? null : bound,
    strict: kind === 'moreThan' || kind === 'lessThan',
    object: null,
  }
}

/**
 * What a text that was not read is likely to mean, the likeliest first: what is read of it by now, then each kind of
 * each of its first numbers; none that could not stand.
 */
export function likelyReadings(text: string, scale: IndicatorScale): Reading[] {
  const again = parseTarget(text, scale)
  const bounds = [...text.matchAll(/\d+(?:[.,]\d+)*/gu)].flatMap(([printed]) => {
    const { lower, upper } = parseTarget(`${printed} ${scale.unitOfMeasure}`, scale)
    return lower ?? upper ?? []
  })
  const [first, second] = bounds
  const ranges =
    first !== undefined && second !== undefined ? [{ kind: 'range' as const, bound: first, to: second }] : []
  const single = [...new Set(bounds)]
    .slice(0, 2)
    .flatMap((bound) =>
      settledKinds(scale.direction).flatMap((kind) => (kind === 'range' ? [] : { kind, bound, to: null })),
    )
  return [
    ...(again.kind === 'unread' || again.kind === 'none' ? [] : [again]),
    ...[...ranges, ...single].map((settled) => settledReading(settled, scale.direction)),
  ].filter((reading) => problemOfReading(reading, scale) === null)
}
