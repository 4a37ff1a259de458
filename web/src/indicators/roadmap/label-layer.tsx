import {
  DefaultZIndexes,
  useChartWidth,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  ZIndexLayer,
} from 'recharts'
import type { ChartLabel } from './chart-labels.ts'
import { type Box, boxesAlong, lineHeight, placeLabels } from './place-labels.ts'
import styles from './roadmap.module.css'
import type { Point } from './roadmap-points.ts'

type LabelLayerProps = {
  labels: readonly ChartLabel[]
  /** The lines that labels keep clear of. */
  lines: readonly (readonly Point[])[]
  marks: readonly Point[]
  asOf: { quarter: number; text: string }
}

/** The row above the plot that the as-of quarter stands in. */
const topRow = 15
const markReach = 8

/** The words of a chart, placed where they cover neither a line nor each other. */
export function LabelLayer({ labels, lines, marks, asOf }: LabelLayerProps) {
  const [toX, toY] = [useXAxisScale(), useYAxisScale()]
  const plot = usePlotArea()
  const width = useChartWidth()
  if (!toX || !toY || !plot || !width) return null

  const pixel = ({ quarter, value }: Point) => ({ x: toX(quarter) ?? 0, y: toY(value) ?? 0 })
  const asOfX = toX(asOf.quarter) ?? 0
  const bottom = plot.y + plot.height
  const obstacles: Box[] = [
    ...lines.flatMap((line) => boxesAlong(line.map(pixel))),
    ...marks.map(pixel).map(({ x, y }) => ({
      left: x - markReach,
      top: y - markReach,
      right: x + markReach,
      bottom: y + markReach,
    })),
  ]
  const asOfLine = { left: asOfX - 2, right: asOfX + 2, top: topRow, bottom }
  const area = { left: plot.x - 2, right: width, top: topRow + 1, bottom }
  const requests = labels.map(({ key, at, lines: words, sides }) => ({
    key,
    lines: words,
    sides,
    ...pixel(at),
  }))
  const asOfWidth = asOf.text.length * 6.5
  const asOfMiddle = Math.min(Math.max(asOfX, asOfWidth / 2), width - asOfWidth / 2)

  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      <g className={styles.labels}>
        <path d={`M${asOfX} ${topRow}V${plot.y}`} className={styles.asOfStem} />
        <text x={asOfMiddle} y={topRow - 4} textAnchor="middle" className={styles.asOfLabel}>
          {asOf.text}
        </text>
        {placeLabels(requests, area, obstacles, [asOfLine]).map(({ key, lines: words, box }) => (
          <text key={key} textAnchor="middle" data-tone={labels.find((label) => label.key === key)?.tone}>
            {words.map((line, index) => (
              <tspan key={line} x={(box.left + box.right) / 2} y={box.top + lineHeight * (index + 0.78)}>
                {line}
              </tspan>
            ))}
          </text>
        ))}
      </g>
    </ZIndexLayer>
  )
}
