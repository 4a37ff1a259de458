import {
  formatValue,
  lastPeriod,
  type Measurement,
  milestoneQuarter,
  type Output,
  periodInText,
  quarterNumber,
  type ReportingPeriod,
} from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { closeTicks, valueTicks } from './scale.ts'

type Indicator = Pick<
  Output<typeof readIndicator>,
  | 'asOf'
  | 'targets'
  | 'series'
  | 'next'
  | 'pace'
  | 'forecast'
  | 'value'
  | 'unitOfMeasure'
  | 'naturalMaximum'
  | 'status'
  | 'flags'
  | 'plan'
>

/** A point of a chart: quarters counted from year 0, and the unit of measure. */
export type Point = { quarter: number; value: number }
type MilestonePoint = Point & {
  milestone: number
  upper: number
  text: string
  /** The unit's own target among those of a plan that is only a yardstick. */
  own: boolean
  next: boolean
}
type ActualPoint = Point & Pick<Measurement, 'period' | 'comparator'> & { verified: boolean }
export type Window = { from: number; to: number }

export type Roadmap = {
  now: number
  whole: Window
  /** From the milestone passed to the next one; `null` while nothing is measured that could crowd. */
  stage: Window | null
  /** The value axis of the whole roadmap, from 0, and of the stage, which starts where its figures do. */
  ticks: number[]
  stageTicks: number[]
  path: MilestonePoint[]
  /** Milestones that the plan prints as "-". */
  empty: { quarter: number; milestone: number; text: string }[]
  actual: ActualPoint[]
  expected: Point | null
  /** From the anchor to the next milestone: the course that the pace is judged by. */
  course: Point[]
  forecast: { points: [Point, Point]; text: string } | null
}

const planStart = quarterNumber('2025-Q1')
/** A stage longer than this is cut, or its measured points crowd again. */
const longestStage = 23
const shownBeforeMilestone = 3

export function roadmapOf(indicator: Indicator): Roadmap {
  const { asOf, targets, next, pace, value, plan } = indicator
  const now = quarterNumber(asOf)
  const path = targets.flatMap(({ milestone, lower, upper, text, source }) =>
    lower === null
      ? []
      : [
          {
            milestone,
            quarter: milestoneQuarter(milestone),
            value: lower,
            upper: upper ?? lower,
            text,
            own: plan.source === 'reference' && source === 'own',
            next: milestone === next?.milestone,
          },
        ],
  )
  const actual = countedPoints(indicator.series)
  const goal = next && { quarter: milestoneQuarter(next.milestone), value: next.lower }
  const anchor = pace.anchor && { quarter: quarterNumber(pace.anchor.period), value: pace.anchor.value }
  const ahead = goal !== null && goal.quarter > now && value !== null && pace.expected !== null
  const expected = ahead && pace.expected !== null ? { quarter: now, value: pace.expected } : null
  const course = expected && anchor && goal ? courseOf(anchor, goal, expected) : []
  const forecast = forecastOf(indicator, actual.at(-1), goal)
  const lastMilestone = Math.max(...targets.map(({ milestone }) => milestoneQuarter(milestone)))
  const whole = { from: planStart, to: Math.max(lastMilestone, now + 1) }
  const stage = stageOf(now, path, goal, anchor, actual.length > 0)
  const lines: (readonly Point[])[] = [
    path,
    path.map(({ quarter, upper }) => ({ quarter, value: upper })),
    actual,
    course,
    forecast?.points ?? [],
  ]
  const figuresIn = (window: Window) =>
    lines.flatMap((line) => cutToWindow(line, window).map((point) => point.value))
  return {
    now,
    whole,
    stage,
    ticks: valueTicks(figuresIn(whole), indicator.naturalMaximum),
    stageTicks: stage ? closeTicks(figuresIn(stage), indicator.naturalMaximum) : [],
    path,
    empty: targets.flatMap(({ milestone, kind, text }) =>
      kind === 'none' ? [{ milestone, quarter: milestoneQuarter(milestone), text }] : [],
    ),
    actual,
    expected,
    course,
    forecast,
  }
}

/** The figure that counts of each quarter: the latest revision that is approved or unverified. */
function countedPoints(series: readonly Measurement[]): ActualPoint[] {
  const counted = new Map<string, ActualPoint>()
  for (const { period, value, comparator, state } of series) {
    if (value === null || (state !== 'approved' && state !== 'unverified')) continue
    const verified = state === 'approved'
    counted.set(period, { quarter: quarterNumber(period), value, period, comparator, verified })
  }
  return [...counted.values()].sort((a, b) => a.quarter - b.quarter)
}

/** Straight to the goal; an anchor beyond it has only to hold the goal. */
function courseOf(anchor: Point, goal: Point, expected: Point): Point[] {
  return expected.value === goal.value
    ? [{ quarter: anchor.quarter, value: goal.value }, goal]
    : [anchor, goal]
}

function stageOf(
  now: number,
  path: readonly MilestonePoint[],
  goal: Point | null,
  anchor: Point | null,
  measured: boolean,
): Window | null {
  if (!goal || !measured) return null
  const passed = path.findLast(({ quarter }) => quarter < now)
  const start = passed
    ? Math.min(passed.quarter, anchor?.quarter ?? passed.quarter) - shownBeforeMilestone
    : planStart
  const from = Math.max(planStart, start)
  return { from, to: Math.max(now + 1, Math.min(goal.quarter, Math.max(from + longestStage, now + 8))) }
}

function forecastOf(
  { forecast, unitOfMeasure, next, status, flags }: Indicator,
  latest: Point | undefined,
  goal: Point | null,
): Roadmap['forecast'] {
  if (!forecast || !latest || !goal || !next || latest.quarter >= goal.quarter) return null
  // The pace of an old value is not the pace of today.
  if (flags.includes('stale')) return null
  const bound = formatValue(next.lower, unitOfMeasure)
  const reaches = status === 'achieved' ? null : forecast.reachesTargetIn
  if (reaches !== null && quarterNumber(reaches) <= goal.quarter) {
    return {
      points: [latest, { quarter: quarterNumber(reaches), value: next.lower }],
      text: `Theo đà hiện nay: đạt ${bound} trong ${periodInText(reaches)}`,
    }
  }
  const then = formatValue(forecast.valueAtMilestone, unitOfMeasure, next.lower)
  const later = reaches === null ? '' : reachedText(reaches, bound)
  return {
    points: [latest, { quarter: goal.quarter, value: forecast.valueAtMilestone }],
    text: `Theo đà hiện nay: ${then} cuối năm ${forecast.milestone}${later}`,
  }
}

/** Decades ahead a quarter would be false precision. */
function reachedText(period: ReportingPeriod, bound: string): string {
  return period > lastPeriod
    ? `, sau năm ${lastPeriod.slice(0, 4)} mới đạt ${bound}`
    : `, đạt ${bound} trong ${periodInText(period)}`
}

/** The part of a line that lies in a window, with its ends cut on the line. */
export function cutToWindow<P extends Point>(points: readonly P[], { from, to }: Window): Point[] {
  const inside: Point[] = []
  points.forEach((point, index) => {
    const before = points[index - 1]
    if (before) {
      for (const edge of [from, to])
        if (before.quarter < edge && edge < point.quarter) inside.push(pointAt(before, point, edge))
    }
    if (point.quarter >= from && point.quarter <= to) inside.push(point)
  })
  return inside
}

function pointAt(a: Point, b: Point, quarter: number): Point {
  return { quarter, value: a.value + ((b.value - a.value) * (quarter - a.quarter)) / (b.quarter - a.quarter) }
}
