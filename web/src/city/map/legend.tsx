import { StatusShape } from '../../indicators/status-mark.tsx'
import { type Fill, type MapClass, markOf } from './classes.ts'
import { Swatch } from './map-parts.tsx'
import styles from './unit-map.module.css'

/** What each fill means, and how many units have it. */
export function Legend({ classes }: { classes: readonly MapClass[] }) {
  return (
    <ul className={styles.legend}>
      {classes.map(({ fill, label, count }) => (
        <li key={fill}>
          <svg width="26" height="18" aria-hidden="true" focusable="false">
            <Swatch fill={fill} />
          </svg>
          <StatusOf fill={fill} />
          {label} <b>{count}</b>
        </li>
      ))}
    </ul>
  )
}

function StatusOf({ fill }: { fill: Fill }) {
  const status = markOf(fill)
  return status ? <StatusShape status={status} size={14} /> : null
}
