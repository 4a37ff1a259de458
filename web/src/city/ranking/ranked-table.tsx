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
import { Table } from '../../ui/table.tsx'
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
  const { groups, number, unitOfMeasure, end, milestone, before, ky } = props
  const isRanked = groups.some(({ band }) => band !== null)
  const share = (of: number) => `${Math.min(100, (100 * of) / end)}%`
  return (
    <Table
      caption={`Chỉ tiêu ${number} ở các đơn vị`}
      dense
      groups={groups.map(({ band, rows }) => ({
        key: band ?? '',
        rows,
        title: isRanked && (
          <>
            {band ? rankBandLabels[band] : 'Không có hạng'} <span>{rows.length} đơn vị</span>
          </>
        ),
      }))}
      rowKey={({ unit }) => unit.code}
      columns={[
        { title: 'Hạng', kind: 'number', label: null, cell: ({ rank }) => rank ?? '–' },
        {
          title: 'Đơn vị',
          kind: 'name',
          cell: ({ unit }) => (
            <Link
              to="/don-vi/$unitCode/chi-tieu/$number"
              params={{ unitCode: unit.code, number: String(number) }}
              search={{ ky }}
              preload={false}
            >
              {capitalize(unitTitle(unit))}
            </Link>
          ),
        },
        {
          title: 'Giá trị',
          kind: 'number',
          label: null,
          cell: (row) => (
            <>
              {row.value === null
                ? '–'
                : boundOnly(row.comparator) + formatRecorded(row.value, unitOfMeasure, changeOf(row))}
              {row.flags.includes('unverified') && <span className={styles.remark}>chưa xác minh</span>}
              {isStale(row) && <span className={styles.remark}>{staleRemark}</span>}
            </>
          ),
        },
        {
          key: 'track',
          title: milestone && `Vạch: ${milestone}`,
          label: null,
          card: 'line',
          width: '40%',
          cell: ({ value, status, bound }) =>
            value !== null && (
              <span className={styles.bar} aria-hidden="true">
                <span className={styles.fill} data-status={status} style={{ width: share(value) }} />
                {bound !== null && <span className={styles.line} style={{ left: share(bound) }} />}
              </span>
            ),
        },
        {
          key: 'change',
          title: before ? `So với ${quarterText(before)}` : 'Thay đổi',
          kind: 'number',
          isIdle: ({ movement }) => !movement || movement === 'noData',
          cell: (row) => <Change row={row} />,
        },
        {
          title: 'Trạng thái',
          label: null,
          cell: ({ status }) => <StatusMark status={status} />,
        },
      ]}
    />
  )
}

const changeOf = ({ before, value }: RankedRow) =>
  before === null || value === null ? 0 : changeBetween(before, value)

function Change({ row }: { row: RankedRow }) {
  const { before, value, movement } = row
  if (!movement || movement === 'noData') return null
  return (
    <>
      {before !== null && value !== null && changeOf(row) !== 0 && <b>{formatChange(before, value)}</b>}
      {!(movement === 'up' || movement === 'down') && (
        <span className={styles.remark}>{movementLabels[movement]}</span>
      )}
    </>
  )
}
