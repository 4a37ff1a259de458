import type { BoundaryDrawing } from '@moc57/shared'
import { StatusShape } from '../../indicators/status-mark.tsx'
import { type Fill, markOf } from './classes.ts'
import { fillOf } from './fills.tsx'
import type { MapRow } from './map-rows.ts'
import styles from './unit-map.module.css'

/** The units by their codes, each with how it is filled. */
export type FilledRows = ReadonlyMap<string, MapRow & { fill: Fill }>

/** Where a shape has less room than this, its status is told by the fill alone. */
const roomForMark = 9

/** A unit's shape in its fill, with the mark of its status where there is room. */
export function FilledShape({ shape, fill }: { shape: BoundaryDrawing['shapes'][number]; fill: Fill }) {
  const { path, at, room } = shape
  const status = markOf(fill)
  return (
    <>
      <path d={path} className={styles.shape} data-fill={fill} fill={fillOf[fill]} fillRule="evenodd" />
      {status && room >= roomForMark && (
        <g transform={`translate(${at[0] - 7} ${at[1] - 7})`} className={styles.mark}>
          <circle cx="7" cy="7" r="9.5" />
          <StatusShape status={status} size={14} />
        </g>
      )}
    </>
  )
}

/** A fill as the legends show it. */
export function Swatch({ fill }: { fill: Fill }) {
  return (
    <rect
      x="0.5"
      y="0.5"
      width="25"
      height="17"
      className={styles.shape}
      data-fill={fill}
      fill={fillOf[fill]}
    />
  )
}

type InsetsProps = { insets: BoundaryDrawing['insets'] }

/** The frames of what lies far off, drawn at a scale of its own. */
export function InsetFrames({ insets }: InsetsProps) {
  return insets.map(({ code, x, y, size }) => (
    <rect key={code} x={x} y={y} width={size} height={size} className={styles.frame} />
  ))
}

export function InsetNames({ insets, rows }: InsetsProps & { rows: FilledRows }) {
  return insets.map(({ code, x, y, size }) => (
    <text key={code} x={x + size / 2} y={y + 18} className={styles.insetName}>
      {rows.get(code)?.unit.name ?? ''}
      <tspan x={x + size / 2} y={y + size - 8} className={styles.insetNote}>
        ngoài khơi, tỷ lệ riêng
      </tspan>
    </text>
  ))
}
