import { z } from 'zod'
import type { CountedMeasurement } from '../indicators/figure.ts'
import { type Figure, meetsTarget, oriented } from '../indicators/gap.ts'
import type { Direction } from '../indicators/indicator.ts'
import type { MilestoneTarget } from '../indicators/milestone.ts'
import { countedPoints, pathOf } from '../indicators/standing.ts'
import { type Quarter, quarterNumber } from '../quarter.ts'
import { compare, subtract, toNumber } from '../rational.ts'

/**
 * What became of a value between two quarters, by the first that applies. `newlyMet`: it meets the milestone worked
 * towards at the later quarter, and did not. `lost`: it met the milestone worked towards at the earlier quarter, and
 * does not meet that any more. `first`: there was none before. `notReported`: no new figure since. `up` is better and
 * `down` is worse, whichever way the value moved.
 */
export const MovementKind = z.enum([
  'lost',
  'down',
  'notReported',
  'noData',
  'same',
  'first',
  'up',
  'newlyMet',
])
export type MovementKind = z.infer<typeof MovementKind>

export type Movement = {
  before: number | null
  after: number | null
  /** after − before, in the unit of measure; above zero is better only where the indicator is to increase. */
  change: number | null
  kind: MovementKind
}

/** One end of a movement: the quarter, and the targets in force then. */
export type MovementEnd = { asOf: Quarter; targets: readonly MilestoneTarget[] }

/**
 * Compares what counted at two quarters, exactly. A value known only as "trên 30%" is taken as 30.
 *
 * @param measurements at most one a period, in any order; those after `to` are not looked at
 */
export function movementOf(given: {
  from: MovementEnd
  to: MovementEnd
  direction: Direction
  measurements: readonly CountedMeasurement[]
}): Movement {
  const { from, to, direction, measurements } = given
  const [before, after] = [from, to].map(({ asOf }) =>
    countedPoints(measurements, quarterNumber(asOf)).at(-1),
  )
  if (!after) return { before: null, after: null, change: null, kind: 'noData' }
  const now = toNumber(after.value)
  if (!before) return { before: null, after: now, change: null, kind: 'first' }

  const meets = (figure: Figure, { asOf, targets }: MovementEnd) => {
    const bound = pathOf(targets, quarterNumber(asOf), direction).next?.bound
    return bound != null && meetsTarget(figure, bound, direction)
  }
  const kindOf = (): MovementKind => {
    if (meets(after, to) && !meets(before, to)) return 'newlyMet'
    if (meets(before, from) && !meets(after, from)) return 'lost'
    if (after.quarter <= quarterNumber(from.asOf)) return 'notReported'
    const step = compare(oriented(after.value, direction), oriented(before.value, direction))
    return step > 0 ? 'up' : step < 0 ? 'down' : 'same'
  }
  const change = toNumber(subtract(after.value, before.value))
  return { before: toNumber(before.value), after: now, change, kind: kindOf() }
}

/** The words of the offices for each kind of movement. */
export const movementLabels: Record<MovementKind, string> = {
  lost: 'Mất mốc đã đạt',
  down: 'Kém đi',
  notReported: 'Không có số liệu mới',
  noData: 'Chưa có số liệu',
  same: 'Không đổi',
  first: 'Có số liệu lần đầu',
  up: 'Tốt lên',
  newlyMet: 'Mới đạt mốc',
}
