import { formatNumber, formatValue } from '@moc57/shared'
import {
  Bar,
  BarChart,
  type BarShapeProps,
  DefaultZIndexes,
  LabelList,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts'
import type { Bin } from '../lib/bins.ts'
import styles from './distribution-chart.module.css'

type DistributionChartProps = {
  bins: readonly Bin[]
  city: number | null
  unitOfMeasure: string
  height: number
}

/** How many units stand in each interval; the bar with this unit is filled. */
export default function DistributionChart({ bins, city, unitOfMeasure, height }: DistributionChartProps) {
  const edges = [bins[0]?.from ?? 0, ...bins.map(({ to }) => to)]
  return (
    <ResponsiveContainer width="100%" height={height}>
      <BarChart
        data={[...bins]}
        accessibilityLayer={false}
        barCategoryGap={2}
        margin={{ top: 20, right: 20, bottom: 0, left: 20 }}
      >
        <XAxis
          type="number"
          dataKey="middle"
          domain={[edges[0] ?? 0, edges.at(-1) ?? 1]}
          ticks={edges}
          tickFormatter={(edge: number) => `${formatNumber(edge, 1)}${unitOfMeasure === '%' ? '%' : ''}`}
          height={24}
          stroke="var(--ink-soft)"
        />
        <YAxis hide domain={[0, (most: number) => most * 1.15]} />
        <Bar dataKey="count" isAnimationActive={false} shape={binBar}>
          <LabelList
            dataKey="count"
            position="top"
            fill="var(--ink-soft)"
            formatter={(count) => (count === 0 ? '' : count)}
          />
        </Bar>
        {city !== null && (
          <ReferenceLine
            x={city}
            zIndex={DefaultZIndexes.grid}
            stroke="var(--ink)"
            strokeDasharray="4 3"
            label={{
              value: `Chung: ${formatValue(city, unitOfMeasure)}`,
              position: 'top',
              fill: 'var(--ink)',
            }}
          />
        )}
      </BarChart>
    </ResponsiveContainer>
  )
}

function binBar({ x, y, width, height, payload }: BarShapeProps) {
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      className={styles.bin}
      data-here={(payload as Bin).here}
    />
  )
}
