import type { BoundaryDrawing } from '@moc57/shared'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useRef, useState } from 'react'
import { StatusShape } from '../../components/status-mark.tsx'
import { type Fill, markOf } from './classes.ts'
import { FillPatterns } from './fills.tsx'
import { type MapRow, unitInWords } from './map-rows.ts'
import { neighbour } from './neighbour.ts'
import styles from './unit-map.module.css'

type MapPictureProps = {
  drawing: BoundaryDrawing
  rows: ReadonlyMap<string, MapRow & { fill: Fill }>
  number: number
  unitOfMeasure: string
  shown: string | undefined
  onShow: (code: string | undefined) => void
}

/** Where a shape has less room than this, its status is told by the fill alone. */
const roomForMark = 9

/** The map: one stop of the Tab key, arrows go to the neighbour, Enter opens the unit's indicator. */
export function MapPicture({ drawing, rows, number, unitOfMeasure, shown, onShow }: MapPictureProps) {
  const { width, height, shapes, insets } = drawing
  const picture = useRef<SVGSVGElement>(null)
  const known = shapes.filter(({ code }) => rows.has(code))
  const [stop, setStop] = useState<string>()
  const focusable = known.some(({ code }) => code === stop) ? stop : known[0]?.code

  const handleKeyDown = (event: KeyboardEvent) => {
    const next = focusable && neighbour(known, focusable, event.key)
    if (!next) return
    event.preventDefault()
    picture.current?.querySelector<SVGAElement>(`[data-code="${next}"]`)?.focus()
  }
  const above = shown === undefined ? undefined : shapes.find(({ code }) => code === shown)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing is no set of fields
    <svg
      ref={picture}
      viewBox={`0 0 ${width} ${height}`}
      className={styles.picture}
      role="group"
      aria-label="Bản đồ các đơn vị; dùng phím mũi tên để đi giữa các đơn vị"
      onKeyDown={handleKeyDown}
      onPointerLeave={() => onShow(undefined)}
    >
      <FillPatterns />
      {insets.map(({ code, x, y, size }) => (
        <rect key={code} x={x} y={y} width={size} height={size} className={styles.frame} />
      ))}
      {shapes.map(({ code, path, at, room }) => {
        const row = rows.get(code)
        if (!row) return <path key={code} d={path} className={styles.others} />
        const status = markOf(row.fill)
        return (
          <Link
            key={code}
            to="/don-vi/$unitCode/chi-tieu/$number"
            params={{ unitCode: code, number: String(number) }}
            search={({ ky }) => ({ ky })}
            preload={false}
            data-code={code}
            tabIndex={code === focusable ? 0 : -1}
            aria-label={unitInWords(row, unitOfMeasure)}
            className={styles.unit}
            onFocus={() => {
              setStop(code)
              onShow(code)
            }}
            onPointerEnter={() => onShow(code)}
          >
            <path d={path} className={styles.shape} data-fill={row.fill} fillRule="evenodd" />
            {status && room >= roomForMark && (
              <g transform={`translate(${at[0] - 7} ${at[1] - 7})`} className={styles.mark}>
                <circle cx="7" cy="7" r="9.5" />
                <StatusShape status={status} size={14} />
              </g>
            )}
          </Link>
        )
      })}
      {above && <path d={above.path} className={styles.outline} />}
      {insets.map(({ code, x, y, size }) => (
        <text key={code} x={x + size / 2} y={y + 18} className={styles.insetName}>
          {rows.get(code)?.unit.name ?? ''}
          <tspan x={x + size / 2} y={y + size - 8} className={styles.insetNote}>
            ngoài khơi, tỷ lệ riêng
          </tspan>
        </text>
      ))}
    </svg>
  )
}
