import styles from './unit-map.module.css'

/** The fills that a colour alone would not tell apart: hatched, crossed, dotted. Once in every picture. */
export function FillPatterns() {
  return (
    <defs>
      <pattern id="fill-lost" className={styles.alarm} width="7" height="7" patternUnits="userSpaceOnUse">
        <rect width="7" height="7" />
        <path d="M0 0l7 7M7 0l-7 7" />
      </pattern>
      <pattern
        id="fill-regressing"
        className={styles.alarm}
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
      >
        <rect width="7" height="7" />
        <path d="M-1 1l2-2M0 7l7-7M6 8l2-2" />
      </pattern>
      <pattern
        id="fill-needsAcceleration"
        className={styles.warn}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
      >
        <rect width="6" height="6" />
        <path d="M0 3h6" />
      </pattern>
      <pattern
        id="fill-insufficientData"
        className={styles.none}
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
      >
        <rect width="7" height="7" />
        <circle cx="3.5" cy="3.5" r="1.3" />
      </pattern>
      <pattern id="fill-noData" className={styles.none} width="9" height="9" patternUnits="userSpaceOnUse">
        <rect width="9" height="9" />
        <path d="M-1 1l2-2M0 9l9-9M8 10l2-2" />
      </pattern>
      <pattern
        id="fill-unreadTarget"
        className={styles.none}
        width="8"
        height="8"
        patternUnits="userSpaceOnUse"
      >
        <rect width="8" height="8" />
        <path d="M0 4h8M4 0v8" />
      </pattern>
      <pattern
        id="fill-notYetDue"
        className={styles.none}
        width="12"
        height="6"
        patternUnits="userSpaceOnUse"
      >
        <rect width="12" height="6" />
        <path d="M1 3h6" />
      </pattern>
    </defs>
  )
}
