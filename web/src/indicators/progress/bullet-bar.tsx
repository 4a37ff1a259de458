import { formatNumber, type Quarter } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import { judgedOfNext, nextBound } from '../../lib/figures.ts'
import styles from './bullet-bar.module.css'
import { bulletScale, placeOn } from './bullet-scale.ts'
import { boundText, expectedText } from './wording.ts'

/**
 * The figure that counts as a bar, the next milestone as a tick, the level of its quarter as a small wedge. Where less
 * is better a rail leads from 0 to the tick: what stays under it is good.
 */
export function BulletBar({ item, asOf }: { item: ProgressItem; asOf: Quarter }) {
  const { value, next, pace, unitOfMeasure, status, direction } = item
  const scale = bulletScale(item)
  const bound = nextBound(item)
  const target = bound === null ? null : placeOn(scale, bound)
  const expected = pace.expected === null ? null : placeOn(scale, pace.expected)
  const shown = judgedOfNext(item)?.value ?? value
  return (
    <div
      className={styles.bullet}
      data-status={status}
      data-own-scale={!scale.common || undefined}
      data-labelled={expected !== null || undefined}
      aria-hidden="true"
    >
      {target !== null && next && (
        <span
          className={styles.label}
          style={target > 50 ? { right: `${100 - target}%` } : { left: `${target}%` }}
        >
          {next.milestone}: {boundText(item)}
        </span>
      )}
      <span className={styles.track}>
        {shown !== null && <span className={styles.bar} style={{ width: `${placeOn(scale, shown)}%` }} />}
      </span>
      {target !== null && direction === 'decrease' && (
        <span className={styles.rail} style={{ width: `${target}%` }} />
      )}
      {target !== null && <span className={styles.tick} style={{ left: `${target}%` }} />}
      {expected !== null && (
        <>
          <span className={styles.expected} style={{ left: `${expected}%` }} />
          <span
            className={styles.expectedLabel}
            style={expected > 50 ? { right: `${100 - expected}%` } : { left: `${expected}%` }}
          >
            {expectedText(item, asOf)}
          </span>
        </>
      )}
      {!scale.common && (
        <span className={styles.scale}>
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
