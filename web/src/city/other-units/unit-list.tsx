import {
  boundOnly,
  type Direction,
  differenceUnit,
  formatRecorded,
  gapInColumn,
  unitTitle,
} from '@moc57/shared'
import { Link } from '@tanstack/react-router'
import { StatusMark } from '../../indicators/status-mark.tsx'
import { capitalize } from '../../lib/text.ts'
import { isStale, staleRemark } from '../compared-words.ts'
import styles from './other-units.module.css'
import type { ListItem, UnitRow } from './unit-rows.ts'

type UnitListProps = {
  items: readonly ListItem[]
  ranked: boolean
  number: number
  unitOfMeasure: string
  direction: Direction
}

export function UnitList({ items, ranked, number, unitOfMeasure, direction }: UnitListProps) {
  return (
    <table className={styles.list}>
      <caption className="visually-hidden">Chỉ tiêu {number} tại các đơn vị</caption>
      <thead>
        <tr>
          {ranked && (
            <th scope="col" className={styles.number}>
              Hạng
            </th>
          )}
          <th scope="col">Đơn vị</th>
          <th scope="col" className={styles.number}>
            Giá trị
          </th>
          <th scope="col" className={styles.gap}>
            Đến mốc kế tiếp <span className={styles.unit}>({differenceUnit(unitOfMeasure)})</span>
          </th>
          <th scope="col">Trạng thái</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) =>
          item.kind === 'unit' ? (
            <UnitLine
              key={item.row.unit.code}
              row={item.row}
              ranked={ranked}
              number={number}
              unitOfMeasure={unitOfMeasure}
              direction={direction}
            />
          ) : (
            <tr key={item.key} className={styles.skipped}>
              <td colSpan={ranked ? 5 : 4}>… {item.count} đơn vị khác</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
}

type UnitLineProps = Omit<UnitListProps, 'items'> & { row: UnitRow }

function UnitLine({ row, ranked, number, unitOfMeasure, direction }: UnitLineProps) {
  const { unit, value, comparator, rank, gap, bound, strict, status, here, flags } = row
  return (
    <tr data-here={here || undefined}>
      {ranked && <td className={styles.number}>{rank}</td>}
      <th scope="row">
        <Link
          to="/don-vi/$unitCode/chi-tieu/$number"
          params={{ unitCode: unit.code, number: String(number) }}
          search={true}
          aria-current={here ? 'page' : undefined}
        >
          {capitalize(unitTitle(unit))}
        </Link>
      </th>
      <td className={styles.number}>
        {value === null ? '-' : boundOnly(comparator) + formatRecorded(value, unitOfMeasure, gap ?? 0)}
        {flags.includes('unverified') && <span className={styles.detail}>chưa xác minh</span>}
        {isStale(row) && <span className={styles.detail}>{staleRemark}</span>}
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
  )
}
