import type { BoundaryDrawing } from '@moc57/shared'
import { StatusShape } from '../../indicators/status-mark.tsx'
import { type MapClass, markOf } from './classes.ts'
import { FillPatterns } from './fills.tsx'
import { type FilledRows, FilledShape, InsetFrames, InsetNames, Swatch } from './map-parts.tsx'
import styles from './unit-map.module.css'

const legendWidth = 230
const down = 26

type MapDrawingProps = { drawing: BoundaryDrawing; rows: FilledRows; classes: readonly MapClass[] }

/** The map over its legend as one drawing, to be kept as a picture. */
export function MapDrawing({ drawing, rows, classes }: MapDrawingProps) {
  const { width, height, shapes, insets } = drawing
  const inLine = Math.max(1, Math.floor(width / legendWidth))
  const foot = height + down / 2
  return (
    <svg width={width} height={foot + Math.ceil(classes.length / inLine) * down} aria-hidden="true">
      <FillPatterns />
      <InsetFrames insets={insets} />
      {shapes.map((shape) => {
        const row = rows.get(shape.code)
        return row ? (
          <FilledShape key={shape.code} shape={shape} fill={row.fill} />
        ) : (
          <path key={shape.code} d={shape.path} className={styles.others} />
        )
      })}
      <InsetNames insets={insets} rows={rows} />
      {classes.map(({ fill, label, count }, index) => {
        const status = markOf(fill)
        const [x, y] = [(index % inLine) * legendWidth, foot + Math.floor(index / inLine) * down]
        return (
          <g key={fill} transform={`translate(${x} ${y})`}>
            <Swatch fill={fill} />
            {status && (
              <g transform="translate(32 2)">
                <StatusShape status={status} size={14} />
              </g>
            )}
            <text x={status ? 52 : 34} y="14" className={styles.legendText}>
              {label}: {count}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
