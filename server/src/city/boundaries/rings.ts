import Flatbush from 'flatbush'
import type { Position } from 'geojson'
import { orient2d } from 'robust-predicates'

/** What keeps a ring from being drawn, in words that follow "đường ranh giới"; `null` where nothing does. */
export function ringProblem(ring: unknown): string | null {
  if (!Array.isArray(ring)) return 'không phải dãy tọa độ'
  if (!ring.every(isPosition)) return 'có tọa độ không phải kinh độ, vĩ độ (WGS 84, EPSG:4326)'
  if (ring.length < 4) return 'có ít hơn 4 điểm'
  const [first, last] = [ring[0] as Position, ring.at(-1) as Position]
  if (first[0] !== last[0] || first[1] !== last[1]) return 'không khép kín (điểm cuối phải trùng điểm đầu)'
  const crossing = selfCrossing(ring)
  return crossing && `tự cắt gần kinh độ ${inWords(crossing[0])}, vĩ độ ${inWords(crossing[1])}`
}

function isPosition(position: unknown): position is Position {
  if (!Array.isArray(position)) return false
  const [longitude, latitude] = position
  return isWithin(longitude, 180) && isWithin(latitude, 90)
}

const isWithin = (degrees: unknown, most: number) => typeof degrees === 'number' && Math.abs(degrees) <= most

const inWords = (degrees = 0) => degrees.toLocaleString('vi-VN', { maximumFractionDigits: 5 })

/**
 * Where two edges of a closed ring cross, if any do. Edges that merely touch are let pass: boundaries that meet in a
 * point draw as they should. Decided exactly, so that nearly parallel edges are no crossing.
 */
export function selfCrossing(ring: readonly Position[]): Position | null {
  const edges = ring.length - 1
  const at = (place: number) => ring[place] as [number, number]
  const index = new Flatbush(edges)
  const boxOf = (edge: number): [number, number, number, number] => {
    const [[ax, ay], [bx, by]] = [at(edge), at(edge + 1)]
    return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]
  }
  for (let edge = 0; edge < edges; edge++) index.add(...boxOf(edge))
  index.finish()
  let found: Position | null = null
  for (let edge = 0; edge < edges && !found; edge++) {
    index.search(...boxOf(edge), (other) => {
      if (other > edge && areCrossing(at(edge), at(edge + 1), at(other), at(other + 1))) found = at(other)
      return false
    })
  }
  return found
}

type Point = [number, number]

function areCrossing(a: Point, b: Point, c: Point, d: Point): boolean {
  return areApart(a, b, c, d) && areApart(c, d, a, b)
}

/** Whether the line through a and b has c strictly on one side and d on the other. */
function areApart([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point, [dx, dy]: Point): boolean {
  const [c, d] = [orient2d(ax, ay, bx, by, cx, cy), orient2d(ax, ay, bx, by, dx, dy)]
  return (c < 0 && d > 0) || (c > 0 && d < 0)
}
