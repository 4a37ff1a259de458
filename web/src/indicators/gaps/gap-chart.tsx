import type { ProgressStatus } from '@moc57/shared'
import {
  Bar,
  BarChart,
  type BarShapeProps,
  LabelList,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts'
import { type GapRow, gapDomain } from './gap-rows.ts'
import styles from './gaps.module.css'

type GapChartProps = { rows: readonly GapRow[]; height: number; status: ProgressStatus }

/** Bars from the line of the target: what is missing to the left, what is beyond it to the right. */
export default function GapChart({ rows, height, status }: GapChartProps) {
  const bars = rows.map((row) => ({ ...row, shown: row.gap === null ? 0 : -row.gap }))
  return (
    <ResponsiveContainer width="100%" height={height}>
      <BarChart
        data={bars}
        layout="vertical"
        accessibilityLayer={false}
        margin={{ top: 22, right: 24, bottom: 0, left: 0 }}
      >
        <XAxis type="number" domain={gapDomain(rows)} hide />
        <YAxis
          type="category"
          dataKey="milestone"
          axisLine={false}
          tickLine={false}
          width={52}
          interval={0}
        />
        <ReferenceLine
          x={0}
          stroke="var(--ink-soft)"
          label={{ value: 'mức mục tiêu', position: 'top', fill: 'var(--ink-soft)' }}
        />
        <Bar
          dataKey="shown"
          barSize={16}
          isAnimationActive={false}
          shape={(bar: BarShapeProps) => gapBar(bar, status)}
        >
          <LabelList dataKey="barText" content={(label) => gapLabel(label, rows)} />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  )
}

function gapBar({ x, y, width, height, payload }: BarShapeProps, status: ProgressStatus) {
  const row = payload as GapRow
  const left = Math.min(x, x + width)
  return (
    <rect
      x={left}
      y={y}
      width={Math.max(Math.abs(width), row.gap === null ? 0 : 2)}
      height={height}
      className={styles.bar}
      data-tone={toneOf(row)}
      data-status={status}
    />
  )
}

function toneOf({ gap, verdict, next }: GapRow): string {
  if (gap !== null && gap <= 0) return 'met'
  if (verdict === 'missed') return 'missed'
  return next ? 'next' : 'ahead'
}

type LabelContent = {
  x?: number | string | undefined
  y?: number | string | undefined
  width?: number | string | undefined
  height?: number | string | undefined
  index?: number | undefined
  value?: unknown
}

/** Beside the end of its bar: to the left of what is missing, to the right of what is met. */
function gapLabel({ x, y, width, height, index, value }: LabelContent, rows: readonly GapRow[]) {
  const [left, top, across, tall] = [Number(x), Number(y), Number(width), Number(height)]
  const toLeft = (rows[index ?? -1]?.gap ?? 0) > 0
  return (
    <text
      x={toLeft ? Math.min(left, left + across) - 6 : Math.max(left, left + across) + 6}
      y={top + tall / 2}
      dy="0.35em"
      textAnchor={toLeft ? 'end' : 'start'}
      className={styles.barLabel}
    >
      {String(value)}
    </text>
  )
}
