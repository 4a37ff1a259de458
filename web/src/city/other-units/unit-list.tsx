import {
  boundOnly,
  type Direction,
  differenceUnit,
  formatRecorded,
  gapInColumn,
  unitTitle,
} from '@moc57/shared'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { StatusMark } from '../../indicators/status-mark.tsx'
import { capitalize } from '../../lib/text.ts'
import { type Column, Table } from '../../ui/table.tsx'
import { isStale, staleRemark } from '../compared-words.ts'
import type { ListItem, UnitRow } from './unit-rows.ts'

type UnitListProps = {
  items: readonly ListItem[]
  ranked: boolean
  number: number
  unitOfMeasure: string
  direction: Direction
}

/** The units on one indicator; where some are passed over, a line says how many. */
export function UnitList({ items, ranked, number, unitOfMeasure, direction }: UnitListProps) {
  const column = (
    of: Omit<Column<ListItem>, 'cell'>,
    cell: (row: UnitRow) => ReactNode,
  ): Column<ListItem> => ({
    ...of,
    cell: (item) => item.kind === 'unit' && cell(item.row),
  })
  return (
    <Table
      caption={`Chỉ tiêu ${number} tại các đơn vị`}
      staysTable
      rows={items}
      rowKey={(item) => (item.kind === 'unit' ? item.row.unit.code : item.key)}
      rowProps={(item) => (item.kind === 'unit' ? { 'data-here': item.row.here || undefined } : undefined)}
      columns={[
        ranked && column({ title: 'Hạng', kind: 'number' }, ({ rank }) => rank),
        {
          title: 'Đơn vị',
          kind: 'name',
          cell: (item) =>
            item.kind === 'unit' ? (
              <Link
                to="/don-vi/$unitCode/chi-tieu/$number"
                params={{ unitCode: item.row.unit.code, number: String(number) }}
                search={true}
                aria-current={item.row.here ? 'page' : undefined}
              >
                {capitalize(unitTitle(item.row.unit))}
              </Link>
            ) : (
              <span className="note">… {item.count} đơn vị khác</span>
            ),
        },
        column({ title: 'Giá trị', kind: 'number' }, (row) => (
          <>
            {row.value === null
              ? '-'
              : boundOnly(row.comparator) + formatRecorded(row.value, unitOfMeasure, row.gap ?? 0)}
            {row.flags.includes('unverified') && <span className="detail">chưa xác minh</span>}
            {isStale(row) && <span className="detail">{staleRemark}</span>}
          </>
        )),
        column(
          { key: 'gap', title: `Đến mốc kế tiếp (${differenceUnit(unitOfMeasure)})`, card: 'none' },
          ({ gap, bound, comparator, strict }) =>
            gap === null || bound === null
              ? '-'
              : gapInColumn(gap, { comparator, direction, unitOfMeasure }, { bound, strict }),
        ),
        column({ title: 'Trạng thái' }, ({ status }) => <StatusMark status={status} />),
      ]}
    />
  )
}
