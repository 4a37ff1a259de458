import type { Position } from 'geojson'

export type Box = { left: number; top: number; right: number; bottom: number }

/** What encloses the points. */
export function boxOf(points: readonly Position[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const [x = 0, y = 0] of points) {
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  return box
}

const corners = ({ left, top, right, bottom }: Box): Position[] => [
  [left, top],
  [right, bottom],
]

/** A unit that alone makes the map this much wider or higher would shrink all others to specks. */
const mostAlone = 0.25
/** Fewer units are no map of which one could be far off. */
const fewestUnits = 5

/** Which of the boxes lie far from all others, as Bạch Long Vĩ does, 110 km offshore. */
export function farOff(boxes: readonly Box[]): boolean[] {
  if (boxes.length < fewestUnits) return boxes.map(() => false)
  const whole = boxOf(boxes.flatMap(corners))
  return boxes.map((box) => {
    const rest = boxOf(boxes.filter((other) => other !== box).flatMap(corners))
    const isShorter = (a: number, b: number) => a < b * (1 - mostAlone)
    return (
      isShorter(rest.right - rest.left, whole.right - whole.left) ||
      isShorter(rest.bottom - rest.top, whole.bottom - whole.top)
    )
  })
}

export type Frame = { x: number; y: number; size: number }

const size = 150
const gap = 6

/** Frames for units far off: in corners of the picture where nothing is drawn, else in a strip that is added below. */
export function framesFor(
  count: number,
  { width, height }: { width: number; height: number },
  drawn: readonly Position[],
): { frames: Frame[]; height: number } {
  const [right, bottom] = [width - size - gap, height - size - gap]
  const isFree = ({ x: left, y: top }: Frame) =>
    top > 0 &&
    !drawn.some(([x = 0, y = 0]) => x > left - gap && x < left + size && y > top - gap && y < top + size)
  const free = [
    { x: right, y: bottom, size },
    { x: right, y: gap, size },
    { x: gap, y: bottom, size },
    { x: gap, y: gap, size },
  ].filter(isFree)
  const below = Array.from({ length: Math.max(0, count - free.length) }, (_, place) => ({
    x: gap + place * (size + gap),
    y: height + gap,
    size,
  }))
  return {
    frames: [...free, ...below].slice(0, count),
    height: below.length > 0 ? height + size + 2 * gap : height,
  }
}
