import { type Direction, MovementKind, movementLabels, movementOf } from '@moc57/shared'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyInput } from '../../support/arbitrary-progress.ts'
import { indicatorOne, measured, share, targets } from '../../support/make-progress.ts'

type Given = Partial<{ from: string; to: string; direction: Direction }>

function moved(measurements: Parameters<typeof movementOf>[0]['measurements'], given: Given = {}) {
  const { from = '2026-Q2', to = '2026-Q3', direction = 'increase' } = given
  const end = (asOf: string) => ({ asOf, targets: indicatorOne })
  return movementOf({ from: end(from), to: end(to), direction, measurements })
}

describe('what became of a value between two quarters', () => {
  test.each([
    ['a rise', [measured('2026-Q2', 40), measured('2026-Q3', 44.5)], 'up', 4.5],
    ['a fall', [measured('2026-Q2', 40), measured('2026-Q3', 39.9)], 'down', -0.1],
    ['the same figure measured again', [measured('2026-Q2', 40), measured('2026-Q3', 40)], 'same', 0],
    ['zero is a value', [measured('2026-Q2', 0), measured('2026-Q3', 1)], 'up', 1],
    ['no new figure', [measured('2026-Q1', 40)], 'notReported', 0],
    ['the first figure', [measured('2026-Q3', 40)], 'first', null],
    ['a first figure that meets at once', [measured('2026-Q3', 100)], 'first', null],
    ['nothing at all', [], 'noData', null],
    ['a share that cannot be formed is no figure', [share('2026-Q3', 1, 0)], 'noData', null],
    ['a later quarter is not looked at', [measured('2026-Q4', 40)], 'noData', null],
    [
      'reaching 100 % of the next milestone',
      [measured('2026-Q2', 99.9), measured('2026-Q3', 100)],
      'newlyMet',
      0.1,
    ],
    ['falling from it', [measured('2026-Q2', 100), measured('2026-Q3', 99)], 'lost', -1],
    ['staying there', [measured('2026-Q2', 100), measured('2026-Q3', 100)], 'same', 0],
    ['equal fractions are the same', [share('2026-Q2', 1, 3), share('2026-Q3', 2, 6)], 'same', 0],
  ] as const)('%s', (_, measurements, kind, change) => {
    const movement = moved(measurements)
    expect(movement.kind).toBe(kind)
    if (change === null) expect(movement.change).toBeNull()
    else expect(movement.change).toBeCloseTo(change, 10)
  })

  test('passing a milestone that was met does not lose it: the value still meets what it met', () => {
    const measurements = [measured('2025-Q4', 62), measured('2026-Q1', 61)]
    expect(moved(measurements, { from: '2025-Q4', to: '2026-Q1' }).kind).toBe('down')
  })

  test('falling below what was met loses it, also when the next milestone is already another', () => {
    const measurements = [measured('2025-Q4', 62), measured('2026-Q1', 59)]
    expect(moved(measurements, { from: '2025-Q4', to: '2026-Q1' }).kind).toBe('lost')
  })

  test('where less is better, less is up', () => {
    const fewer = [measured('2026-Q2', 200), measured('2026-Q3', 150)]
    expect(moved(fewer, { direction: 'decrease' })).toMatchObject({ kind: 'up', change: -50 })
  })

  test('without a target there is up and down, but nothing to meet', () => {
    const end = (asOf: string) => ({ asOf, targets: targets(null, null, null, null, null) })
    const measurements = [measured('2026-Q2', 90), measured('2026-Q3', 100)]
    const movement = movementOf({
      from: end('2026-Q2'),
      to: end('2026-Q3'),
      direction: 'increase',
      measurements,
    })
    expect(movement.kind).toBe('up')
  })

  test('every state has exactly one kind with a word, and the sign of the change fits it', () => {
    fc.assert(
      fc.property(anyInput, anyInput, ({ targets, measurements, indicator }, { asOf: one, asOf }) => {
        const [from, to] = [one, asOf === one ? '2050-Q4' : asOf].sort() as [string, string]
        const end = (asOf: string) => ({ asOf, targets })
        const { kind, change } = movementOf({
          from: end(from),
          to: end(to),
          direction: indicator.direction,
          measurements,
        })
        expect(movementLabels[MovementKind.parse(kind)]).toBeTruthy()
        const better = (change ?? 0) * (indicator.direction === 'increase' ? 1 : -1)
        if (kind === 'up' || kind === 'newlyMet') expect(better).toBeGreaterThan(0)
        if (kind === 'down' || kind === 'lost') expect(better).toBeLessThan(0)
        if (kind === 'same' || kind === 'notReported') expect(change).toBe(0)
        if (kind === 'first' || kind === 'noData') expect(change).toBeNull()
      }),
    )
  })
})
