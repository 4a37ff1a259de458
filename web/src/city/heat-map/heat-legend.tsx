import { progressStatuses } from '@moc57/shared'
import { StatusMark } from '../../indicators/status-mark.tsx'
import { statusesWithoutFigure } from '../compared-words.ts'
import { gapBands } from './heat-cell.ts'
import styles from './heat-map.module.css'
import { gapNote, valueNote } from './heat-words.ts'
import type { HeatMapSearch } from './search.ts'

/** What the shapes, or the shades, of the cells mean. */
export function HeatLegend({ mode }: { mode: HeatMapSearch['xem'] }) {
  if (mode === 'con-thieu') {
    const bands = [...gapBands.map((end) => `đến ${end}%`), `trên ${gapBands.at(-1)}%`]
    return (
      <p className={styles.legend}>
        {gapNote} Màu theo phần còn thiếu so với mục tiêu:
        <Bands mode={mode} words={bands} />
        <span className={styles.band} data-met>
          +: đã đạt, tốt hơn mục tiêu
        </span>
        <WithoutFigure />
      </p>
    )
  }
  if (mode === 'gia-tri') {
    return (
      <p className={styles.legend}>
        {valueNote}
        <Bands mode={mode} words={['kém', ' ', ' ', ' ', 'tốt']} />
        <WithoutFigure />
      </p>
    )
  }
  return (
    <p className={styles.legend}>
      {progressStatuses.map((status) => (
        <StatusMark key={status} status={status} />
      ))}
      <span>Tốt: đạt hoặc đúng tiến độ, trong số đánh giá được</span>
    </p>
  )
}

/** What stands where there is no number. */
function WithoutFigure() {
  return statusesWithoutFigure.map((status) => <StatusMark key={status} status={status} />)
}

function Bands({ mode, words }: { mode: HeatMapSearch['xem']; words: readonly string[] }) {
  const bands = words.map((word, band) => ({ word, band }))
  return (
    <span className={styles.bands} data-mode={mode}>
      {bands.map(({ word, band }) => (
        <span key={band} className={styles.band} data-band={band}>
          {word}
        </span>
      ))}
    </span>
  )
}
