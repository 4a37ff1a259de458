import { formatNumber } from '@moc57/shared'
import type { PeerItem } from '@moc57/shared/api'
import styles from './peers.module.css'
import { scaleEnd } from './scale.ts'

/** One outline a unit, so that they stay apart without colour; drawn around 0, 0. */
const outlines = [
  'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0',
  'M-4.6-4.6h9.2v9.2h-9.2z',
  'M0-5.6L5.4 4.6h-10.8z',
  'M0-6l6 6-6 6-6-6z',
]

/** The mark of the unit at this place, for its name and on every strip. */
export function UnitShape({ place }: { place: number }) {
  return (
    <svg
      width="14"
      height="14"
      viewBox="-7 -7 14 14"
      className={styles.marker}
      data-place={place}
      aria-hidden="true"
    >
      <path d={outlines[place]} />
    </svg>
  )
}

const height = 26

/** What lies on the strip, as wide as the drawing it is put into. */
export function StripDrawing({ item }: { item: PeerItem }) {
  const { value, middle, city } = item
  const end = scaleEnd(item)
  const at = (figure: number) => `${(100 * figure) / end}%`
  return (
    <>
      <line x1="0" x2="100%" y1={height / 2} y2={height / 2} className={styles.axis} />
      {middle && (
        <>
          <rect
            x={at(middle.lower)}
            width={at(Math.max(middle.upper - middle.lower, end / 200))}
            y="6"
            height={height - 12}
            className={styles.band}
          />
          <line
            x1={at(middle.median)}
            x2={at(middle.median)}
            y1="6"
            y2={height - 6}
            className={styles.median}
          />
        </>
      )}
      {city.value !== null && (
        <line x1={at(city.value)} x2={at(city.value)} y1="1" y2={height - 1} className={styles.city} />
      )}
      {value
        .map((figure, place) => ({ figure, place }))
        .reverse()
        .map(({ figure, place }) =>
          figure === null ? null : (
            <svg key={place} x={at(figure)} y={height / 2} overflow="visible" aria-hidden="true">
              <path d={outlines[place]} className={styles.marker} data-place={place} />
            </svg>
          ),
        )}
    </>
  )
}

/** The middle half of the others as a band, their median as a line in it, the city as a tick, each unit as a mark. */
export function PeerStrip({ item }: { item: PeerItem }) {
  const end = scaleEnd(item)
  return (
    <div className={styles.strip} aria-hidden="true">
      <svg width="100%" height={height} className={styles.drawing} aria-hidden="true">
        <StripDrawing item={item} />
      </svg>
      {end !== 100 && (
        <span className={styles.scale}>
          thang 0 đến {formatNumber(end)}
          {item.unitOfMeasure === '%' ? '%' : ` ${item.unitOfMeasure}`}
        </span>
      )}
    </div>
  )
}

/** What stands on the strips. */
export function StripKey() {
  return (
    <p className={styles.key}>
      <span>
        <i className={styles.keyBand} aria-hidden="true" /> khoảng giữa: một nửa số đơn vị khác nằm trong đó,
        vạch giữa là trung vị
      </span>
      <span>
        <i className={styles.keyCity} aria-hidden="true" /> toàn thành phố
      </span>
    </p>
  )
}
