import { type ProgressStatus, progressStatuses, statusLabels, unitTitle } from '@moc57/shared'
import type { ComparisonItem } from '@moc57/shared/api'
import { StatusSymbol, StatusSymbols } from '../../indicators/status-mark.tsx'
import { capitalize } from '../../lib/text.ts'
import { statusesWithoutFigure } from '../compared-words.ts'
import { cellLook } from './heat-cell.ts'
import styles from './heat-map.module.css'
import type { HeatRow } from './heat-rows.ts'
import { gapNote, valueNote } from './heat-words.ts'
import type { HeatMapSearch } from './search.ts'

const names = 190
const across = 34
const down = 20
const legendWidth = 150
/** Wide enough for the words under it. */
const smallest = 620

type HeatPictureProps = {
  rows: readonly HeatRow[]
  items: readonly ComparisonItem[]
  mode: HeatMapSearch['xem']
}

/** The heat map as one drawing, to be kept as a picture. */
export function HeatPicture({ rows, items, mode }: HeatPictureProps) {
  const width = Math.max(smallest, names + items.length * across)
  const legend = legendOf(mode, width)
  const foot = (rows.length + 1) * down + 10
  const height = foot + Math.max(...legend.map(({ y }) => y)) + down
  return (
    <svg width={width} height={height} className={styles.picture} aria-hidden="true">
      <StatusSymbols />
      {items.map(({ number }, column) => (
        <text key={number} x={names + (column + 0.5) * across} y={14} textAnchor="middle">
          {number}
        </text>
      ))}
      {rows.map(({ unit, place }, row) => (
        <g key={unit.code}>
          <text x={0} y={(row + 1) * down + 14}>
            {capitalize(unitTitle(unit))}
          </text>
          {items.map((item, column) => {
            const { symbol, text, band, met } = cellLook(item, place, mode)
            const [x, y] = [names + column * across, (row + 1) * down]
            return (
              <g
                key={item.number}
                data-status={symbol ?? undefined}
                data-mode={mode}
                data-band={band ?? undefined}
                data-met={met || undefined}
              >
                <rect x={x} y={y} width={across - 1} height={down - 1} />
                {symbol ? (
                  <StatusSymbol status={symbol} x={x + across / 2 - 7} y={y + 3} width={13} height={13} />
                ) : (
                  <text x={x + across / 2} y={y + 14} textAnchor="middle">
                    {text}
                  </text>
                )}
              </g>
            )
          })}
        </g>
      ))}
      {legend.map(({ status, text, x, y }) => (
        <g key={text} data-status={status}>
          {status && <StatusSymbol status={status} x={x} y={foot + y + 3} width={13} height={13} />}
          <text x={status ? x + 20 : x} y={foot + y + 14} fill="#1a2330">
            {text}
          </text>
        </g>
      ))}
    </svg>
  )
}

type LegendPlace = { status?: ProgressStatus; text: string; x: number; y: number }

/** What the shapes or the shades mean, in lines under the map. */
function legendOf(mode: HeatMapSearch['xem'], width: number): LegendPlace[] {
  if (mode !== undefined) {
    const lines =
      mode === 'gia-tri'
        ? [valueNote.replace(':', '.')]
        : [gapNote, 'Đậm hơn là còn thiếu phần lớn hơn của mục tiêu; dấu + là tốt hơn mục tiêu.']
    return [
      ...lines.map((text, index) => ({ text, x: 0, y: index * down })),
      ...statusesWithoutFigure.map((status, index) => ({
        status,
        text: statusLabels[status],
        x: index * legendWidth,
        y: lines.length * down,
      })),
    ]
  }
  const inLine = Math.floor(width / legendWidth)
  return progressStatuses.map((status, index) => ({
    status,
    text: statusLabels[status],
    x: (index % inLine) * legendWidth,
    y: Math.floor(index / inLine) * down,
  }))
}
