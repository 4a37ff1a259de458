import type { BoundaryDrawing } from '@moc57/shared'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useRef, useState } from 'react'
import { FillPatterns } from './fills.tsx'
import { type FilledRows, FilledShape, InsetFrames, InsetNames } from './map-parts.tsx'
import { type Shown, unitInWords } from './map-rows.ts'
import { neighbour } from './neighbour.ts'
import styles from './unit-map.module.css'

type MapPictureProps = {
  drawing: BoundaryDrawing
  rows: FilledRows
  indicator: Shown
  shown: string | undefined
  onShow: (code: string | undefined) => void
}

/** The map: one stop of the Tab key, arrows go to the neighbour, Enter opens the unit's indicator. */
export function MapPicture({ drawing, rows, indicator, shown, onShow }: MapPictureProps) {
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
      <InsetFrames insets={insets} />
      {shapes.map((shape) => {
        const { code, path } = shape
        const row = rows.get(code)
        if (!row) return <path key={code} d={path} className={styles.others} />
        return (
          <Link
            key={code}
            to="/don-vi/$unitCode/chi-tieu/$number"
            params={{ unitCode: code, number: String(indicator.number) }}
            search={({ ky }) => ({ ky })}
            preload={false}
            data-code={code}
            tabIndex={code === focusable ? 0 : -1}
            aria-label={unitInWords(row, indicator)}
            className={styles.unit}
            onFocus={() => {
              setStop(code)
              onShow(code)
            }}
            onPointerEnter={() => onShow(code)}
          >
            <FilledShape shape={shape} fill={row.fill} />
          </Link>
        )
      })}
      {above && <path d={above.path} className={styles.outline} />}
      <InsetNames insets={insets} rows={rows} />
    </svg>
  )
}
