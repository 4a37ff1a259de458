import {
  boundOf,
  formatValue,
  type Measurement,
  milestoneQuarter,
  milestoneQuarterNumber,
  type Output,
  passedMilestone,
  quarterNumber,
  trendOf,
} from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { nextBound, quarterText } from '../../lib/figures.ts'
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
  | 'period'
  | 'unitOfMeasure'
  | 'naturalMaximum'
  | 'status'
  | 'flags'
  | 'direction'
  | 'plan'
>

/** A point of a chart: quarters counted from year 0, and the unit of measure. */
export type Point = { quarter: number; value: number }
type MilestonePoint = Point & {
  milestone: number
  /** The other end of a range. */
  far: number
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
  forecast: {
    points: [Point, Point]
    low: [Point, Point]
    high: [Point, Point]
    text: string
    /** On which figures it rests: "nhịp 6 quý, gồm cả trước mốc 2025". */
    rests: string
  } | null
}

const planStart = quarterNumber('2025-Q1')
/** A stage longer than this is cut, or its measured points crowd again. */
const longestStage = 23
const shownBeforeMilestone = 3

export function roadmapOf(indicator: Indicator): Roadmap {
  const { asOf, targets, next, pace, value, period, plan, direction } = indicator
  const now = quarterNumber(asOf)
  const path = targets.flatMap((target): MilestonePoint[] => {
    const { milestone, text, source } = target
    const reach = boundOf(target, direction)?.bound
    if (reach === undefined) return []
    const other = direction === 'increase' ? target.upper : target.lower
    return [
      {
        milestone,
        quarter: milestoneQuarterNumber(milestone),
        value: reach,
        far: target.kind === 'range' && other !== null ? other : reach,
        text,
        own: plan.source === 'reference' && source === 'own',
        next: milestone === next?.milestone,
      },
    ]
  })
  const actual = countedPoints(indicator.series)
  const bound = nextBound(indicator)
  const goal =
    next && bound !== null ? { quarter: milestoneQuarterNumber(next.milestone), value: bound } : null
  const anchor = pace.anchor && { quarter: quarterNumber(pace.anchor.period), value: pace.anchor.value }
  const ahead = goal !== null && goal.quarter > now && value !== null && pace.expected !== null
  const expected =
    ahead && pace.expected !== null
      ? { quarter: period ? quarterNumber(period) : now, value: pace.expected }
      : null
  const course = expected && anchor && goal ? courseOf(anchor, goal, expected) : []
  const forecast = forecastOf(indicator, actual.at(-1), goal)
  const lastMilestone = Math.max(...targets.map(({ milestone }) => milestoneQuarterNumber(milestone)))
  const whole = { from: planStart, to: Math.max(lastMilestone, now + 1) }
  const stage = stageOf(now, path, goal, anchor, actual.length > 0)
  const lines: (readonly Point[])[] = [
    path,
    path.map(({ quarter, far }) => ({ quarter, value: far })),
    actual,
    course,
    forecast?.points ?? [],
    forecast?.low ?? [],
    forecast?.high ?? [],
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
      kind === 'none' ? [{ milestone, quarter: milestoneQuarterNumber(milestone), text }] : [],
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
  { forecast, unitOfMeasure, next, status, direction, targets, asOf }: Indicator,
  latest: Point | undefined,
  goal: Point | null,
): Roadmap['forecast'] {
  if (!forecast || !latest || !goal || !next || latest.quarter >= goal.quarter) return null
  const { valueAtMilestone: at, reaches } = forecast
  const bound = formatValue(goal.value, unitOfMeasure)
  const [low, high] = [at.low, at.high].map((value) => formatValue(value, unitOfMeasure, goal.value))
  const then = `cuối năm ${forecast.milestone} ${low === high ? `là ${low}` : `từ ${low} đến ${high}`}`
  const line = (value: number): [Point, Point] => [latest, { quarter: goal.quarter, value }]
  const { from, to } = forecast.basis
  const passed = passedMilestone(targets, asOf)
  const isAcross = passed !== undefined && from < milestoneQuarter(passed)
  const quarters = quarterNumber(to) - quarterNumber(from) + 1
  const rests = `nhịp ${quarters} quý${isAcross ? `, gồm cả trước mốc ${passed}` : ''}`
  const fan = { points: line(at.middle), low: line(at.low), high: line(at.high), rests }
  if (reaches) return { ...fan, text: `Nếu giữ nhịp này: đạt ${bound} ${reachedText(reaches)}` }
  if (status === 'achieved') return { ...fan, text: `Nếu giữ nhịp này: ${then}` }
  return {
    ...fan,
    text:
      trendOf(forecast, direction) === 'away' ? `Đang xa dần mục tiêu: ${then}` : `Xu hướng chưa rõ: ${then}`,
  }
}

/** "từ quý II/2030 đến quý I/2034"; a quarter beyond the horizon is not named. */
function reachedText({
  earliest,
  latest,
}: NonNullable<NonNullable<Indicator['forecast']>['reaches']>): string {
  if (!earliest) return 'sau năm 2060'
  if (earliest === latest) return `trong ${quarterText(earliest)}`
  return `từ ${quarterText(earliest)} đến ${latest ? quarterText(latest) : 'sau năm 2060'}`
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
