import { create } from 'qrcode'
import styles from './people.module.css'

/** Modules of white around it, as readers need. */
const margin = 4

/** A QR code, drawn here: what it holds goes to nobody. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const dark = Array.from(data, (isDark, index) =>
    isDark ? `M${(index % size) + margin} ${Math.floor(index / size) + margin}h1v1h-1z` : '',
  ).join('')
  const side = size + 2 * margin
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={`M0 0h${side}v${side}H0z`} fill="#fff" />
      <path d={dark} fill="#000" />
    </svg>
  )
}
