import { unitTitle } from '@moc57/shared'
import type { ComparisonItem } from '@moc57/shared/api'
import { StatusSymbol, StatusSymbols } from '../../components/status-mark.tsx'
import { capitalize } from '../../lib/text.ts'
import { cellLook } from './heat-cell.ts'
import styles from './heat-map.module.css'
import type { HeatRow } from './heat-rows.ts'
import type { HeatMapSearch } from './search.ts'

const names = 190
const across = 34
const down = 20

type HeatPictureProps = {
  rows: readonly HeatRow[]
  items: readonly ComparisonItem[]
  mode: HeatMapSearch['xem']
}

/** The heat map as one drawing, to be kept as a picture. */
export function HeatPicture({ rows, items, mode }: HeatPictureProps) {
  const width = names + items.length * across
  const height = (rows.length + 1) * down
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
    </svg>
  )
}
