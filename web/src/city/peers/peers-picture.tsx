import {
  boundOnly,
  formatNumber,
  formatRecorded,
  formatValue,
  nameWithDirection,
  unitTitle,
} from '@moc57/shared'
import { worstFirst } from '@moc57/shared/api'
import { capitalize } from '../../lib/text.ts'
import { StripDrawing, UnitShape } from './peer-strip.tsx'
import styles from './peers.module.css'
import type { Peers } from './queries.ts'
import { scaleEnd } from './scale.ts'
import { rangeText } from './wording.ts'

const down = 28
const strip = { x: 400, width: 300 }
const figures = 780
const column = 155
const textLine = 18

/** The strips of all indicators with their figures as one drawing, to be kept as a picture. */
export function PeersPicture({ peers: { units, items } }: { peers: Peers }) {
  const middle = figures + units.length * column
  const city = middle + column
  const foot = (items.length + 1) * down + textLine
  return (
    <svg
      width={city + column}
      height={foot + textLine}
      fontSize={12.5}
      fill="#1a2330"
      aria-hidden="true"
      className={styles.picture}
    >
      {units.map((unit, place) => (
        <g key={unit.code} transform={`translate(${figures + place * column} 0)`}>
          <UnitShape place={place} />
          <text x={18} y={12}>
            {capitalize(unitTitle(unit))}
          </text>
        </g>
      ))}
      <text x={middle} y={12}>
        Khoảng giữa
      </text>
      <text x={city} y={12}>
        Toàn thành phố
      </text>
      {[...items].sort(worstFirst).map((item, row) => {
        const { number, unitOfMeasure } = item
        const y = (row + 1) * down
        const end = scaleEnd(item)
        return (
          <g key={number}>
            <text y={y + 12}>
              {number}. {nameWithDirection(item)}
            </text>
            <svg x={strip.x} y={y - 5} width={strip.width} height={26} overflow="visible" aria-hidden="true">
              <StripDrawing item={item} />
            </svg>
            {end !== 100 && (
              <text x={strip.x + strip.width + 12} y={y + 12} fontSize={11} fill="#4a5565">
                đến {formatNumber(end)}
                {unitOfMeasure === '%' ? '%' : ` ${unitOfMeasure}`}
              </text>
            )}
            {units.map((unit, place) => {
              const value = item.value[place] ?? null
              return (
                <text key={unit.code} x={figures + place * column} y={y + 12}>
                  {value === null
                    ? '-'
                    : boundOnly(item.comparator[place] ?? null) + formatRecorded(value, unitOfMeasure)}
                </text>
              )
            })}
            <text x={middle} y={y + 12}>
              {item.middle ? rangeText(item.middle, unitOfMeasure) : '-'}
            </text>
            <text x={city} y={y + 12}>
              {item.city.value === null ? '-' : formatValue(item.city.value, unitOfMeasure)}
            </text>
          </g>
        )
      })}
      <text y={foot + 6}>
        Dải: khoảng giữa, một nửa số đơn vị khác nằm trong đó; vạch trong dải: trung vị; vạch đứt: toàn thành
        phố. Thang từ 0 đến 100%, hoặc đến số ghi cuối dải.
      </text>
    </svg>
  )
}
