import {
  boundOnly,
  changeBetween,
  formatChange,
  formatRecorded,
  movementLabels,
  type Quarter,
  rankBandLabels,
  unitTitle,
} from '@moc57/shared'
import { Link } from '@tanstack/react-router'
import { StatusMark } from '../../indicators/status-mark.tsx'
import { quarterText } from '../../lib/figures.ts'
import { capitalize } from '../../lib/text.ts'
import { isStale, staleRemark } from '../compared-words.ts'
import type { RankedRow, RowGroup } from './ranked-rows.ts'
import styles from './ranked-table.module.css'

type RankedTableProps = {
  groups: readonly RowGroup[]
  number: number
  unitOfMeasure: string
  /** The value at the end of every bar's track. */
  end: number
  milestone: string | null
  before: Quarter | null
  ky: Quarter | undefined
}

/** Every unit with its bar on one scale, the line of its next milestone, its change and its status. */
export function RankedTable(props: RankedTableProps) {
  const { groups, number, milestone, before } = props
  const isRanked = groups.some(({ band }) => band !== null)
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Chỉ tiêu {number} ở các đơn vị</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.rank}>
            Hạng
          </th>
          <th scope="col">Đơn vị</th>
          <th scope="col" className={styles.number}>
            Giá trị
          </th>
          <th scope="col" className={styles.track}>
            {milestone && <span className={styles.milestone}>Vạch: {milestone}</span>}
          </th>
          <th scope="col" className={styles.change}>
            {before ? `So với ${quarterText(before)}` : 'Thay đổi'}
          </th>
          <th scope="col">Trạng thái</th>
        </tr>
      </thead>
      {groups.map(({ band, rows }) => (
        <tbody key={band ?? ''}>
          {isRanked && (
            <tr className={styles.band}>
              <th scope="rowgroup" colSpan={6}>
                {band ? rankBandLabels[band] : 'Không có hạng'} <span>{rows.length} đơn vị</span>
              </th>
            </tr>
          )}
          {rows.map((row) => (
            <UnitLine key={row.unit.code} row={row} {...props} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function UnitLine({ row, number, unitOfMeasure, end, ky }: { row: RankedRow } & RankedTableProps) {
  const { unit, value, before, comparator, rank, bound, status, flags, movement } = row
  const change = before === null || value === null ? 0 : changeBetween(before, value)
  const share = (of: number) => `${Math.min(100, (100 * of) / end)}%`
  return (
    <tr>
      <td className={styles.rank}>{rank ?? '–'}</td>
      <th scope="row">
        <Link
          to="/don-vi/$unitCode/chi-tieu/$number"
          params={{ unitCode: unit.code, number: String(number) }}
          search={{ ky }}
          preload={false}
        >
          {capitalize(unitTitle(unit))}
        </Link>
      </th>
      <td className={styles.number}>
        {value === null ? '–' : boundOnly(comparator) + formatRecorded(value, unitOfMeasure, change)}
        {flags.includes('unverified') && <span className={styles.remark}>chưa xác minh</span>}
        {isStale(row) && <span className={styles.remark}>{staleRemark}</span>}
      </td>
      <td className={styles.track}>
        {value !== null && (
          <span className={styles.bar} aria-hidden="true">
            <span className={styles.fill} data-status={status} style={{ width: share(value) }} />
            {bound !== null && <span className={styles.line} style={{ left: share(bound) }} />}
          </span>
        )}
      </td>
      <td className={styles.change}>
        {movement && movement !== 'noData' && (
          <>
            {before !== null && value !== null && change !== 0 && <b>{formatChange(before, value)}</b>}
            {!(movement === 'up' || movement === 'down') && (
              <span className={styles.remark}>{movementLabels[movement]}</span>
            )}
          </>
        )}
      </td>
      <td className={styles.status}>
        <StatusMark status={status} />
      </td>
    </tr>
  )
}
