import type { Boundaries } from '@moc57/shared'
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import { quantize } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, quantile, simplify } from 'topojson-simplify'
import type { Objects, Topology } from 'topojson-specification'

type NoProperties = Record<string, never>
/** What a unit covers; `id` is its code. */
export type UnitShape = Feature<Polygon | MultiPolygon, NoProperties>

/** Enough for a map as wide as a screen: about 150 points a unit in a city of 114. */
const mostPoints = 17_000
/** Steps over the extent of the whole: a metre in a city, a tenth of a pixel on a screen. */
const stepsOfInput = 1e6
const stepsKept = 1e5

/**
 * The shapes with as many points as a drawing shows. Neighbours share their border before it is simplified, so that
 * no gaps open between them; no shape vanishes, however small.
 */
export function simplified(features: UnitShape[]): Boundaries['topology'] {
  const units: FeatureCollection<UnitShape['geometry'], NoProperties> = {
    type: 'FeatureCollection',
    features,
  }
  const whole = presimplify(topology({ units }, stepsOfInput) as Topology<Objects<NoProperties>>)
  const arcs = whole.arcs as unknown as WeightedPoint[][]
  const points = arcs.reduce((sum, arc) => sum + arc.length, 0)
  for (const arc of arcs) keepShape(arc)
  const least = points > mostPoints ? quantile(whole, mostPoints / points) : 0
  return { ...quantize(simplify(whole, least), stepsKept) }
}

/** Longitude, latitude, and the area that would be lost without the point. */
type WeightedPoint = [number, number, number]

/** An arc keeps its ends anyway; with these it does not collapse to a line, nor a ring of its own to a point. */
const keptOfRing = 3
const keptOfBorder = 1

function keepShape(arc: readonly WeightedPoint[]): void {
  const [first, last] = [arc[0], arc.at(-1)]
  const isRing = first?.[0] === last?.[0] && first?.[1] === last?.[1]
  const inner = arc.slice(1, -1).sort((a, b) => b[2] - a[2])
  for (const point of inner.slice(0, isRing ? keptOfRing : keptOfBorder)) point[2] = Number.POSITIVE_INFINITY
}
