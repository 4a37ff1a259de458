import { formatNumber, formatValue } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import { nextBound } from '../../lib/figures.ts'
import styles from './bullet-bar.module.css'
import { bulletScale, placeOn } from './bullet-scale.ts'

/** The value as a bar, the next milestone as a tick, where one should be by now as a small wedge. */
export function BulletBar({ item }: { item: ProgressItem }) {
  const { value, next, pace, unitOfMeasure, status } = item
  const scale = bulletScale(item)
  const bound = nextBound(item)
  const target = bound === null ? null : placeOn(scale, bound)
  return (
    <div
      className={styles.bullet}
      data-status={status}
      data-own-scale={!scale.common || undefined}
      aria-hidden="true"
    >
      {target !== null && next && (
        <span
          className={styles.label}
          style={target > 50 ? { right: `${100 - target}%` } : { left: `${target}%` }}
        >
          {next.milestone}: {formatValue(bound ?? 0, unitOfMeasure)}
        </span>
      )}
      <span className={styles.track}>
        {value !== null && <span className={styles.bar} style={{ width: `${placeOn(scale, value)}%` }} />}
      </span>
      {target !== null && <span className={styles.tick} style={{ left: `${target}%` }} />}
      {pace.expected !== null && (
        <span className={styles.expected} style={{ left: `${placeOn(scale, pace.expected)}%` }} />
      )}
      {!scale.common && (
        <span
          className={styles.scale}
          data-left={(pace.expected !== null && placeOn(scale, pace.expected) > 50) || undefined}
        >
          thang 0-{formatNumber(scale.max)}
          {unitOfMeasure === '%' ? '%' : ` ${unitOfMeasure}`}
        </span>
      )}
    </div>
  )
}

const marks = [0, 25, 50, 75, 100]

/** The common scale, once, above the bars that stand on it. */
export function BulletAxis() {
  return (
    <div className={styles.axis} aria-hidden="true">
      {marks.map((mark) => (
        <span key={mark} style={{ left: `${mark}%` }}>
          {mark}
          {mark === 100 && '%'}
        </span>
      ))}
    </div>
  )
}

/** What the tick and the wedge mean. */
export function BulletKey() {
  return (
    <span className={styles.key}>
      <span className={styles.keyTick} aria-hidden="true" /> chỉ tiêu
      <span className={styles.keyExpected} aria-hidden="true" /> cần có lúc này
    </span>
  )
}
