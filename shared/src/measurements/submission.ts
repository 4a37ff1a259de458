import { z } from 'zod'
import type { MeasurementState } from '../indicators/figure.ts'
import { Quarter, ReportingWindow } from '../quarter-schema.ts'
import { stateOf } from './measurement.ts'

/** What is done with a quarter of a unit: see design.md, section 2. */
export const SubmissionAction = z.enum(['submit', 'approve', 'return', 'reopen', 'lock'])
export type SubmissionAction = z.infer<typeof SubmissionAction>

/**
 * Where a unit's quarter stands. `notBegun`: its data window has not opened. `closed`: it is past and nobody has
 * reopened it. `locked`: the city has closed it for good.
 */
export const SubmissionState = z.enum([
  'notBegun',
  'open',
  'submitted',
  'returned',
  'partlyApproved',
  'approved',
  'closed',
  'locked',
])
export type SubmissionState = z.infer<typeof SubmissionState>

/** A unit's quarter: whether figures may be entered, and how far its indicators are. */
export const Submission = z
  .object({
    period: Quarter,
    state: SubmissionState,
    isOpen: z.boolean().meta({ description: 'Whether figures may be entered now' }),
    window: ReportingWindow,
    isDue: z.boolean().meta({ description: 'Whether the due day has passed' }),
    counts: z.object({
      missing: z.int(),
      draft: z.int(),
      submitted: z.int(),
      returned: z.int(),
      approved: z.int(),
    }),
    events: z.array(
      z.object({ action: SubmissionAction, reason: z.string().nullable(), by: z.string(), at: z.string() }),
    ),
  })
  .meta({ id: 'Submission' })
export type Submission = z.infer<typeof Submission>

/**
 * Whether entering is possible, from the days of the quarter and what the city or the administrator did last. A quarter
 * is past once both it and its due day are over.
 */
export function isQuarterOpen(
  period: Quarter,
  { today, currentQuarter, window }: { today: string; currentQuarter: Quarter; window: ReportingWindow },
  lastGate: 'reopen' | 'lock' | undefined,
): boolean {
  if (today < window.from) return false
  const isPast = period < currentQuarter && today > window.dueOn
  return isPast ? lastGate === 'reopen' : lastGate !== 'lock'
}

type CountedRow = Parameters<typeof stateOf>[0]

/** Where a row of a quarter stands; a figure that was taken back before anybody approved it leaves it empty. */
export function stateOfRow(row: CountedRow): MeasurementState | null {
  const { current } = row
  return current?.value === null && current.denominator === null ? null : stateOf(row)
}

/** How many indicators stand where. */
export function countStates(rows: readonly CountedRow[]): Submission['counts'] {
  const states = rows.map(stateOfRow).filter((state) => state !== null)
  const inState = (...wanted: MeasurementState[]) =>
    states.filter((state) => wanted.some((each) => each === state)).length
  return {
    missing: rows.length - states.length,
    draft: inState('draft'),
    submitted: inState('submitted'),
    returned: inState('returned'),
    approved: inState('approved', 'unverified'),
  }
}

/** The state of a quarter from whether it is open and how far its indicators are. */
export function submissionState(
  counts: Submission['counts'],
  given: { isBegun: boolean; isOpen: boolean; isLocked: boolean },
): SubmissionState {
  if (!given.isBegun) return 'notBegun'
  if (given.isLocked) return 'locked'
  if (counts.returned > 0) return 'returned'
  if (counts.submitted > 0) return counts.approved > 0 ? 'partlyApproved' : 'submitted'
  if (counts.approved > 0 && counts.draft === 0) return 'approved'
  return given.isOpen ? 'open' : 'closed'
}
