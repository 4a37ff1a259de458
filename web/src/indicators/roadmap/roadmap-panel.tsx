import { formatNumber, formatRecorded, quarterLabel, quarterOfNumber } from '@moc57/shared'
import {
  Area,
  CartesianGrid,
  ComposedChart,
  DefaultZIndexes,
  type DotItemDotProps,
  Line,
  ReferenceArea,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts'
import { asOfLabel, stageLabels, wholeLabels } from './chart-labels.ts'
import { type ChartRow, chartRows, hasRange, milestoneTicks, yearTicks } from './chart-rows.ts'
import { LabelLayer } from './label-layer.tsx'
import styles from './roadmap.module.css'
import { cutToWindow, type Roadmap } from './roadmap-points.ts'

type RoadmapPanelProps = {
  roadmap: Roadmap
  part: 'whole' | 'stage'
  unitOfMeasure: string
  height: number
}

const axisInk = 'var(--ink-faint)'
const lineProps = {
  type: 'linear',
  connectNulls: true,
  isAnimationActive: false,
  dot: false,
  activeDot: false,
} as const
const belowGrid = DefaultZIndexes.grid - 1
/** The dots of lines are in the layer of scatter points. */
const belowDots = DefaultZIndexes.scatter - 1
/** About the width of a digit of the axis. */
const tickCharacter = 7
const margin = { top: 44, right: 26, bottom: 0, left: 0 }

export default function RoadmapPanel({ roadmap, part, unitOfMeasure, height }: RoadmapPanelProps) {
  const stage = part === 'stage' ? roadmap.stage : null
  const window = stage ?? roadmap.whole
  const { now, expected } = roadmap
  const ticks = stage ? roadmap.stageTicks : roadmap.ticks
  const rows = chartRows(roadmap, window)
  const years = stage ? yearTicks(stage) : milestoneTicks(roadmap)
  const labels = stage ? stageLabels(roadmap, stage, unitOfMeasure) : wholeLabels(roadmap, unitOfMeasure)
  const lines = [roadmap.path, roadmap.actual, roadmap.course, roadmap.forecast?.points ?? []]
  const tickText = (value: number) => formatNumber(value, 2) + (unitOfMeasure === '%' ? '%' : '')
  const longestTick = Math.max(...ticks.map((tick) => tickText(tick).length))
  const milestones = roadmap.path.filter(({ quarter }) => quarter >= window.from && quarter <= window.to)
  const marks = [...milestones, ...roadmap.actual, ...(stage && expected ? [expected] : [])]

  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart data={rows} margin={margin} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line-faint)" />
        <XAxis
          dataKey="quarter"
          type="number"
          domain={[window.from, window.to]}
          ticks={years}
          tickFormatter={(quarter: number) => quarterOfNumber(quarter).slice(0, 4)}
          interval="preserveStartEnd"
          tickSize={4}
          height={26}
          stroke={axisInk}
        />
        <YAxis
          type="number"
          domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
          ticks={ticks}
          tickFormatter={tickText}
          axisLine={false}
          tickLine={false}
          width={Math.max(46, longestTick * tickCharacter + 12)}
          stroke={axisInk}
        />
        {!stage && roadmap.stage && (
          <ReferenceArea
            x1={roadmap.stage.from}
            x2={roadmap.stage.to}
            fill="var(--ground)"
            fillOpacity={1}
            stroke="none"
            zIndex={belowGrid}
          />
        )}
        {hasRange(roadmap) && (
          <Area dataKey="range" {...lineProps} stroke="none" fill="var(--ink-faint)" fillOpacity={0.18} />
        )}
        {roadmap.forecast && (
          <Area dataKey="fan" {...lineProps} stroke="none" fill="var(--actual)" fillOpacity={0.16} />
        )}
        <ReferenceLine x={now} stroke={axisInk} />
        <Line dataKey="target" {...lineProps} stroke="var(--ink-faint)" strokeWidth={1.25} />
        <Line
          dataKey="course"
          {...lineProps}
          stroke="var(--ink-faint)"
          strokeWidth={1.25}
          strokeDasharray="6 4"
        />
        <Line
          dataKey="forecast"
          {...lineProps}
          stroke="var(--actual)"
          strokeWidth={2}
          strokeLinecap="round"
          strokeDasharray="0.1 5"
        />
        {stage && expected && (
          <ReferenceDot
            x={expected.quarter}
            y={expected.value}
            shape={diamond}
            zIndex={DefaultZIndexes.line}
          />
        )}
        <Line
          dataKey="actual"
          {...lineProps}
          stroke="var(--actual)"
          strokeWidth={3.5}
          dot={(dot: DotItemDotProps) => actualDot(dot, roadmap, unitOfMeasure)}
        />
        {milestones.map(({ milestone, quarter, value, next }) => (
          <ReferenceDot
            key={milestone}
            x={quarter}
            y={value}
            r={next ? 5 : 3.5}
            fill={next ? 'var(--ink-soft)' : 'var(--paper)'}
            stroke={next ? 'var(--paper)' : 'var(--ink-soft)'}
            strokeWidth={1.5}
            zIndex={belowDots}
          />
        ))}
        <LabelLayer
          labels={labels}
          lines={lines.map((line) => cutToWindow(line, window))}
          marks={marks}
          asOf={{ quarter: now, text: asOfLabel(roadmap) }}
        />
      </ComposedChart>
    </ResponsiveContainer>
  )
}

/** Hollow while nobody has verified the figure; none where the line is only cut at the edge. */
function actualDot({ cx, cy, payload, key }: DotItemDotProps, { actual }: Roadmap, unitOfMeasure: string) {
  const point = actual.find(({ quarter }) => quarter === (payload as ChartRow).quarter)
  if (!point || cx == null || cy == null) return <g key={key} />
  return (
    <circle
      key={key}
      cx={cx}
      cy={cy}
      r={4.5}
      className={point.verified ? styles.verified : styles.unverified}
    >
      <title>{`${quarterLabel(point.period)}: ${formatRecorded(point.value, unitOfMeasure)}`}</title>
    </circle>
  )
}

function diamond({ cx = 0, cy = 0 }: { cx?: number; cy?: number }) {
  return <path d={`M${cx} ${cy - 8}l8 8l-8 8l-8 -8z`} className={styles.expected} />
}
