/** A label to be placed beside a point of a chart, in pixels. */
export type LabelRequest = {
  key: string
  x: number
  y: number
  lines: string[]
  /** Where it may stand, best first. */
  sides: readonly Side[]
}
export type Side =
  | 'above'
  | 'below'
  | 'right'
  | 'left'
  | 'aboveRight'
  | 'aboveLeft'
  | 'belowRight'
  | 'belowLeft'
export type Box = { left: number; top: number; right: number; bottom: number }
export type PlacedLabel = { key: string; lines: string[]; box: Box }

export const lineHeight = 15
const characterWidth = 6.5
const distances = [9, 18, 30, 44, 60]

/**
 * Places labels one after the other, the most important first, each at the first side and distance where it covers
 * no label, no obstacle and no edge. One that fits nowhere is left out: the table below the chart has it.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  area: Box,
  obstacles: readonly Box[],
  /** Covered only by a label that fits nowhere else. */
  yielding: readonly Box[] = [],
): PlacedLabel[] {
  const placed: PlacedLabel[] = []
  for (const request of requests) {
    const taken = [...obstacles, ...placed.map(({ box }) => box)]
    const free = candidates(request).filter(
      (candidate) => within(candidate, area) && !taken.some((other) => overlaps(candidate, other)),
    )
    const box = free.find((candidate) => !yielding.some((other) => overlaps(candidate, other))) ?? free[0]
    if (box) placed.push({ key: request.key, lines: request.lines, box })
  }
  return placed
}

function candidates({ x, y, lines, sides }: LabelRequest): Box[] {
  const width = Math.max(...lines.map((line) => line.length)) * characterWidth
  const height = lines.length * lineHeight
  return distances.flatMap((distance) => sides.map((side) => boxAt(side, x, y, width, height, distance)))
}

function boxAt(side: Side, x: number, y: number, width: number, height: number, distance: number): Box {
  const slanted = side !== 'above' && side !== 'below' && side !== 'left' && side !== 'right'
  const across = slanted ? Math.min(distance, 10) : distance
  const left = /right/i.test(side) ? x + across : /left/i.test(side) ? x - across - width : x - width / 2
  const top = side.startsWith('above')
    ? y - distance - height
    : side.startsWith('below')
      ? y + distance
      : y - height / 2
  return { left, top, right: left + width, bottom: top + height }
}

/** Small boxes along a line, for labels to keep clear of it. */
export function boxesAlong(points: readonly { x: number; y: number }[], spacing = 6, reach = 2): Box[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1] ?? point
    const count = Math.max(1, Math.ceil(Math.hypot(point.x - before.x, point.y - before.y) / spacing))
    return Array.from({ length: count }, (_, step) => {
      const x = before.x + ((point.x - before.x) * (step + 1)) / count
      const y = before.y + ((point.y - before.y) * (step + 1)) / count
      return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
    })
  })
}

function within(box: Box, area: Box): boolean {
  return box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
