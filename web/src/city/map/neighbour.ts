type Placed = { code: string; at: [number, number] }

const directions: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The nearest shape in the direction of an arrow key: what lies straight ahead before what lies aside. */
export function neighbour(shapes: readonly Placed[], from: string, key: string): string | undefined {
  const direction = directions[key]
  const here = shapes.find(({ code }) => code === from)
  if (!direction || !here) return undefined
  const [dx, dy] = direction
  let best: { code: string; distance: number } | undefined
  for (const { code, at } of shapes) {
    const [x, y] = [at[0] - here.at[0], at[1] - here.at[1]]
    const ahead = x * dx + y * dy
    const aside = Math.abs(x * dy - y * dx)
    if (code === from || ahead <= 0 || aside > 2 * ahead) continue
    const distance = ahead + 2 * aside
    if (!best || distance < best.distance) best = { code, distance }
  }
  return best?.code
}
