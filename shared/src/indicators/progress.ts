import { z } from 'zod'
import { quarterNumber, quarterOfNumber } from '../quarter.ts'
import { Quarter } from '../quarter-schema.ts'
import { compare, integer, numberOut, type Rational, rational, toNumber } from '../rational.ts'
import { Comparator, type CountedMeasurement } from './figure.ts'
import { Forecast, forecastOf } from './forecast.ts'
import { exactBound, gapToTarget } from './gap.ts'
import type { Direction, ReportingFrequency } from './indicator.ts'
import { MilestoneTarget } from './milestone.ts'
import {
  type Counted,
  countedPoints,
  isDue,
  judge,
  type Measured,
  type Milestone,
  type Position,
  pathOf,
  positionOf,
  seriesOf,
  type Urgency,
  urgencyOf,
} from './standing.ts'
import { ProgressFlag, ProgressStatus, statusClass, Verdict } from './status.ts'

const JudgedFigure = z.object({ period: Quarter, value: z.number(), gap: z.number() })

/** How one indicator of one unit stands at a quarter, with every number the status was made of. */
export const Progress = z
  .object({
    value: z.number().nullable(),
    period: Quarter.nullable().meta({ description: 'The quarter the value was measured in' }),
    comparator: Comparator.nullable(),
    targets: z.array(
      MilestoneTarget.extend({
        gap: z
          .number()
          .nullable()
          .meta({ description: 'Of the present value, in the unit of measure: above zero is still missing' }),
        isDue: z.boolean().meta({ description: 'Whether the milestone has come and can be judged' }),
        verdict: Verdict.nullable().meta({ description: 'null while it is not due, and without a bound' }),
        judged: JudgedFigure.nullable().meta({ description: 'What a due milestone was judged on' }),
      }),
    ),
    next: MilestoneTarget.pick({ milestone: true, kind: true, lower: true, upper: true, strict: true })
      .extend({ gap: z.number().nullable() })
      .nullable()
      .meta({ description: 'The milestone worked towards; after the last one, the last one' }),
    status: ProgressStatus,
    pace: z.object({
      ratio: z.number().nullable().meta({ description: '1 is exactly the pace that leads to the milestone' }),
      expected: z
        .number()
        .nullable()
        .meta({ description: 'Where one should have been in the quarter of the value' }),
      neededPerQuarter: z
        .number()
        .nullable()
        .meta({ description: 'What is missing over the quarters that can still report up to the milestone' }),
      anchor: z
        .object({ period: Quarter, value: z.number(), assumed: z.boolean() })
        .nullable()
        .meta({ description: 'The measured point the path starts from' }),
    }),
    forecast: Forecast.nullable(),
    missingShare: z.number().nullable().meta({
      description:
        'What is missing of the next target as a share from 0 to 1; of the judged value where the status is missed',
    }),
    flags: z.array(ProgressFlag),
  })
  .meta({ id: 'Progress' })
export type Progress = z.infer<typeof Progress>

export type ProgressInput = {
  asOf: Quarter
  /** The latest quarter whose due day has passed; later ones than `asOf` count as `asOf`. */
  closed: Quarter
  indicator: {
    direction: Direction
    naturalMaximum: number | null
    frequency: ReportingFrequency
    /** The first quarter in which the unit follows it; `null` where it always has. */
    inForceFrom: Quarter | null
  }
  targets: readonly MilestoneTarget[]
  /** At most one a period, in any order; those after `asOf` are not looked at. */
  measurements: readonly CountedMeasurement[]
}

/** Computes how an indicator stands; design.md section 3. Exact: nothing is decided on a rounded number. */
export function progressOf(input: ProgressInput): Progress {
  return progressAndUrgency(input).progress
}

/** The same with what "gấp nhất" is ordered by, exact. */
export function progressAndUrgency({ asOf, closed, indicator, targets, measurements }: ProgressInput): {
  progress: Progress
  urgency: Urgency
} {
  const { direction } = indicator
  const now = quarterNumber(asOf)
  const counted = countedPoints(measurements, now)
  const series = seriesOf(counted)
  const path = pathOf(targets, now, direction)
  const due = Math.min(quarterNumber(closed), now)
  const position = positionOf({ now, closed: due, indicator: measured(indicator), path, series })
  const { latest, next, isNextDue, gap, status, flags } = position
  const urgency = urgencyOf(position, { closed: due, direction })
  const milestones = new Map(path.milestones.map((milestone) => [milestone.year, milestone]))

  const progress: Progress = {
    value: latest ? toNumber(latest.value) : null,
    period: latest?.measurement.period ?? null,
    comparator: latest?.comparator ?? null,
    targets: targets.map((target) => {
      const milestone = milestones.get(target.milestone)
      const bound = exactBound(target, direction)
      const isTargetDue = milestone !== undefined && isDue(milestone, { now, closed: due, latest })
      return {
        ...target,
        gap: bound && latest ? gapOut(gapToTarget(latest.value, bound.value, direction)) : null,
        isDue: isTargetDue,
        ...(isTargetDue ? judgementOut(milestone, series, direction) : { verdict: null, judged: null }),
      }
    }),
    next: next
      ? {
          milestone: next.year,
          kind: next.target.kind,
          lower: next.target.lower,
          upper: next.target.upper,
          strict: next.target.strict,
          gap: gap && gapOut(gap),
        }
      : null,
    status,
    pace: paceOut(position, direction),
    forecast:
      next?.bound && !isNextDue && latest && latest.quarter >= due - 1
        ? forecastOf(
            counted,
            { milestone: next.year, quarter: next.quarter, bound: next.bound, now },
            indicator,
          )
        : null,
    missingShare: urgency.missingShare && shareOut(urgency.missingShare),
    flags,
  }
  return { progress, urgency }
}

const colourRank = { red: 0, orange: 1, good: 2, neither: 2 }
const colourOf = ({ status }: Urgency): number => colourRank[statusClass[status]]

/**
 * The order "gấp nhất": red before orange before the rest; within a colour by what is missing a quarter as a share,
 * most first, none last. Equal ones keep the order that they come in.
 */
export function compareUrgency(a: Urgency, b: Urgency): number {
  const byColour = colourOf(a) - colourOf(b)
  if (byColour !== 0) return byColour
  if (!a.missingPerQuarter || !b.missingPerQuarter) {
    return Number(!a.missingPerQuarter) - Number(!b.missingPerQuarter)
  }
  return compare(b.missingPerQuarter, a.missingPerQuarter)
}

/** The indicator as the arithmetic needs it. */
export function measured({ direction, frequency, inForceFrom }: ProgressInput['indicator']): Measured {
  return { direction, frequency, inForceFrom: inForceFrom ? quarterNumber(inForceFrom) : -Infinity }
}

const zero = integer(0)
const bands = [zero, rational(60, 100), rational(95, 100), integer(1)]

/** A gap on its way out: what is missing never becomes nothing, nor what is beyond. */
export function gapOut(gap: Rational): number {
  return numberOut(gap, { below: [zero], above: [zero] })
}

/** A missing share on its way out: what is missing never becomes nothing. */
export function shareOut(share: Rational): number {
  return numberOut(share, { above: [zero] })
}

function judgementOut(
  milestone: Milestone,
  series: ReturnType<typeof seriesOf>,
  direction: Direction,
): Pick<Progress['targets'][number], 'verdict' | 'judged'> {
  const judgement = judge(milestone, series, direction)
  if (!judgement) return { verdict: null, judged: null }
  const { verdict, figure } = judgement
  return { verdict, judged: figure && judgedOut(figure, milestone, direction) }
}

function judgedOut(figure: Counted, { bound }: Milestone, direction: Direction) {
  if (!bound) return null
  return {
    period: figure.measurement.period,
    value: toNumber(figure.value),
    gap: gapOut(gapToTarget(figure.value, bound.value, direction)),
  }
}

function paceOut({ pace, anchor, latest }: Position, direction: Direction): Progress['pace'] {
  const isBelow = direction === 'increase' ? 'above' : 'below'
  return {
    ratio: pace.ratio && numberOut(pace.ratio, { below: bands }),
    // Where the value has not reached it, it is not shown as reached.
    expected: pace.expected && numberOut(pace.expected, latest ? { [isBelow]: [latest.value] } : {}),
    neededPerQuarter: pace.neededPerQuarter && numberOut(pace.neededPerQuarter, { above: [zero] }),
    anchor: anchor
      ? {
          period: quarterOfNumber(anchor.quarter),
          value: toNumber(anchor.value),
          assumed: anchor.assumed,
        }
      : null,
  }
}
