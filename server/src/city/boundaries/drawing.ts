import type { Boundaries, BoundaryDrawing } from '@moc57/shared'
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import polylabel from 'polylabel'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { type Box, boxOf, farOff, framesFor } from './insets.ts'

const width = 1000
const margin = 4
/** Inside the frame of an inset: its name stands at the top. */
const frameMargin = 30

/** What a unit covers, as polygons of rings of points. */
type Area = { code: string; polygons: Position[][][] }

/** Draws simplified boundaries, each unit far from all others in a frame of its own. */
export function drawingOf({ topology }: Boundaries): BoundaryDrawing {
  const areas = onPlane(areasIn(topology as unknown as Topology))
  const isFarOff = farOff(areas.map(extentOf))
  const near = areas.filter((_, place) => !isFarOff[place])
  const far = areas.filter((_, place) => isFarOff[place])

  const extent = boxOf(near.flatMap(pointsOf))
  const scale = (width - 2 * margin) / (extent.right - extent.left)
  const nearHeight = Math.round((extent.bottom - extent.top) * scale + 2 * margin)
  const drawn = near.map((area) => fitted(area, extent, scale, { x: margin, y: margin }))

  const { frames, height } = framesFor(far.length, { width, height: nearHeight }, drawn.flatMap(pointsOf))
  const insets = far.flatMap((area, place) => {
    const frame = frames[place]
    if (!frame) return []
    const box = extentOf(area)
    const room = frame.size - 2 * frameMargin
    const own = room / Math.max(box.right - box.left, box.bottom - box.top)
    drawn.push(fitted(area, box, own, { x: frame.x + frameMargin, y: frame.y + frameMargin }))
    return [{ code: area.code, ...frame }]
  })
  return { width, height, shapes: drawn.map(shapeOf), insets }
}

const pointsOf = ({ polygons }: Area): Position[] => polygons.flat(2)
const extentOf = (area: Area): Box => boxOf(pointsOf(area))

/** The areas of a topology; a unit that is given in several pieces is one. */
function areasIn(topology: Topology): Area[] {
  const { features } = feature(topology, topology.objects.units as GeometryCollection) as FeatureCollection<
    Polygon | MultiPolygon
  >
  const pieces = Map.groupBy(features, ({ id }) => String(id))
  return [...pieces].map(([code, features]) => ({
    code,
    polygons: features.flatMap(({ geometry: { type, coordinates } }) =>
      type === 'Polygon' ? [coordinates] : coordinates,
    ),
  }))
}

/** On a plane, y downwards: a degree of longitude is as long as it is in the middle of the map. */
function onPlane(areas: readonly Area[]): Area[] {
  const { top, bottom } = boxOf(areas.flatMap(pointsOf))
  const squeeze = Math.cos((((top + bottom) / 2) * Math.PI) / 180)
  return areas.map((area) => mapped(area, ([x = 0, y = 0]) => [x * squeeze, -y]))
}

function mapped({ code, polygons }: Area, move: (point: Position) => Position): Area {
  return { code, polygons: polygons.map((rings) => rings.map((ring) => ring.map(move))) }
}

/** Scaled so that the corner of the box comes to a place in the picture. */
function fitted(area: Area, { left, top }: Box, scale: number, place: { x: number; y: number }): Area {
  return mapped(area, ([x = 0, y = 0]) => [
    Math.round((place.x + (x - left) * scale) * 10) / 10,
    Math.round((place.y + (y - top) * scale) * 10) / 10,
  ])
}

function shapeOf({ code, polygons }: Area): BoundaryDrawing['shapes'][number] {
  const centers = polygons.map((polygon) => polylabel(polygon as [number, number][][], 1))
  const widest = centers.reduce((best, center) => (center.distance > best.distance ? center : best))
  const [x = 0, y = 0] = widest
  return { code, path: polygons.map(pathOf).join(''), at: [tenth(x), tenth(y)], room: tenth(widest.distance) }
}

const tenth = (length: number) => Math.round(length * 10) / 10

function pathOf(rings: readonly Position[][]): string {
  return rings.map((ring) => `M${ring.slice(0, -1).map(pointText).join('L')}Z`).join('')
}

const pointText = ([x, y]: Position) => `${x},${y}`
