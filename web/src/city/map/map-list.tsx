import { boundOnly, differenceUnit, formatRecorded, gapInColumn, unitTitle } from '@moc57/shared'
import { Link } from '@tanstack/react-router'
import { StatusMark } from '../../indicators/status-mark.tsx'
import { capitalize } from '../../lib/text.ts'
import { Table } from '../../ui/table.tsx'
import { isStale } from '../compared-words.ts'
import type { MapRow, Shown } from './map-rows.ts'

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
    <Table
      caption={`Chỉ tiêu ${number} tại các đơn vị, chậm nhất trước`}
      staysTable
      rows={rows}
      rowKey={({ unit }) => unit.code}
      rowProps={({ unit }) => ({
        'data-here': unit.code === shown || undefined,
        onPointerEnter: () => onShow?.(unit.code),
        onPointerLeave: () => onShow?.(undefined),
      })}
      columns={[
        {
          title: 'Đơn vị',
          kind: 'name',
          cell: ({ unit }) => (
            <Link
              to="/don-vi/$unitCode/chi-tieu/$number"
              params={{ unitCode: unit.code, number: String(number) }}
              search={({ ky }) => ({ ky })}
              preload={false}
            >
              {capitalize(unitTitle(unit))}
            </Link>
          ),
        },
        {
          title: 'Kết quả',
          kind: 'number',
          cell: ({ cell: { value, comparator, gap, flags } }) => (
            <>
              {value === null ? '-' : boundOnly(comparator) + formatRecorded(value, unitOfMeasure, gap ?? 0)}
              {flags.includes('unverified') && <span className="detail">chưa xác minh</span>}
              {isStale({ flags }) && <span className="detail">cũ hơn 4 quý</span>}
            </>
          ),
        },
        {
          key: 'gap',
          title: `Đến mốc (${differenceUnit(unitOfMeasure)})`,
          card: 'none',
          cell: ({ cell: { gap, bound, comparator, strict } }) =>
            gap === null || bound === null
              ? '-'
              : gapInColumn(gap, { comparator, direction, unitOfMeasure }, { bound, strict }),
        },
        { title: 'Trạng thái', cell: ({ cell: { status } }) => <StatusMark status={status} /> },
      ]}
    />
  )
}
