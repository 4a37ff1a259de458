import { ringProblem, selfCrossing } from '@moc57/server/rings'
import { expect, test } from 'vitest'

const ring = (...points: [number, number][]) => [...points, points[0] as [number, number]]

test('edges that cross are found wherever they are, however many edges there are', () => {
  const circle = Array.from({ length: 20_000 }, (_, place): [number, number] => {
    const angle = (place / 20_000) * 2 * Math.PI
    return [106 + Math.cos(angle), 20 + Math.sin(angle)]
  })
  expect(selfCrossing(ring(...circle))).toBeNull()
  const [a, b] = [circle[5000], circle[15_000]] as [[number, number], [number, number]]
  circle[5000] = b
  circle[15_000] = a
  expect(selfCrossing(ring(...circle))).not.toBeNull()
})

test('a ring that touches itself in a point is no crossing', () => {
  const pinched = ring([0, 0], [2, 2], [4, 0], [4, 4], [2, 2], [0, 4])
  expect(ringProblem(pinched)).toBeNull()
})

test('nearly parallel edges are judged exactly', () => {
  const tiny = 2 ** -40
  expect(selfCrossing(ring([0, 0], [1, tiny], [1, 0.5], [0, 0.5]))).toBeNull()
  expect(selfCrossing(ring([0, 0], [1, 0], [0.5, tiny], [0.5, -tiny], [0, -1]))).not.toBeNull()
})
