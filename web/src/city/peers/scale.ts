import type { PeerItem } from '@moc57/shared/api'

const ends = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]
/** On the common scale anything smaller than this would be a speck. */
const leastOnCommon = 20

/** Where the strip of an indicator ends: 100 for shares, a round number of its own for what is small or no share. */
export function scaleEnd({ value, middle, city, naturalMaximum }: PeerItem): number {
  const shown = [...value, middle?.upper ?? null, city.value].flatMap((one) => one ?? [])
  const highest = Math.max(0, ...shown)
  if (naturalMaximum === 100 && highest >= leastOnCommon) return 100
  return ends.find((end) => end >= highest) ?? highest
}
