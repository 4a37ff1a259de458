import { boundOnly, differenceUnit, formatRecorded, gapInColumn, unitTitle } from '@moc57/shared'
import { Link } from '@tanstack/react-router'
import { StatusMark } from '../../indicators/status-mark.tsx'
import { capitalize } from '../../lib/text.ts'
import { isStale } from '../compared-words.ts'
import type { MapRow, Shown } from './map-rows.ts'
import styles from './unit-map.module.css'

type MapListProps = {
  rows: readonly MapRow[]
  indicator: Shown
  shown?: string | undefined
  onShow?: (code: string | undefined) => void
}

/** What the map shows, in words, the worst first. */
export function MapList({ rows, indicator, shown, onShow }: MapListProps) {
  const { number, unitOfMeasure, direction } = indicator
  return (
    <table className={styles.list}>
      <caption className="visually-hidden">Chỉ tiêu {number} tại các đơn vị, chậm nhất trước</caption>
      <thead>
        <tr>
          <th scope="col">Đơn vị</th>
          <th scope="col" className={styles.number}>
            Kết quả
          </th>
          <th scope="col" className={styles.gap}>
            Đến mốc <span>({differenceUnit(unitOfMeasure)})</span>
          </th>
          <th scope="col">Trạng thái</th>
        </tr>
      </thead>
      <tbody onPointerLeave={() => onShow?.(undefined)}>
        {rows.map(({ unit, cell: { value, comparator, gap, bound, strict, status, flags } }) => (
          <tr
            key={unit.code}
            data-shown={unit.code === shown || undefined}
            onPointerEnter={() => onShow?.(unit.code)}
          >
            <th scope="row">
              <Link
                to="/don-vi/$unitCode/chi-tieu/$number"
                params={{ unitCode: unit.code, number: String(number) }}
                search={({ ky }) => ({ ky })}
                preload={false}
              >
                {capitalize(unitTitle(unit))}
              </Link>
            </th>
            <td className={styles.number}>
              {value === null ? '-' : boundOnly(comparator) + formatRecorded(value, unitOfMeasure, gap ?? 0)}
              {flags.includes('unverified') && <span className={styles.detail}>chưa xác minh</span>}
              {isStale({ flags }) && <span className={styles.detail}>cũ hơn 4 quý</span>}
            </td>
            <td className={styles.gap}>
              {gap === null || bound === null
                ? '-'
                : gapInColumn(gap, { comparator, direction, unitOfMeasure }, { bound, strict })}
            </td>
            <td>
              <StatusMark status={status} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
