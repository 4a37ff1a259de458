import {
  changeBetween,
  formatChange,
  formatNumber,
  formatRecorded,
  type MovementKind,
  movementLabels,
  nameWithDirection,
  type Quarter,
  unitTitle,
} from '@moc57/shared'
import type { Move, MovementItem } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import { capitalize } from '../../lib/text.ts'
import { type Column, Table } from '../../ui/table.tsx'
import type { CitySearch } from '../city-search.ts'
import { KindBar } from './kind-bar.tsx'
import styles from './movement.module.css'
import { countKinds } from './movement-rows.ts'

const columns = ['newlyMet', 'up', 'down', 'lost'] as const satisfies readonly MovementKind[]

type IndicatorTableProps = {
  items: readonly MovementItem[]
  search: CitySearch & { ky?: Quarter | undefined }
}

/** Each indicator: the city at both ends, and how many units moved which way. */
export function IndicatorTable({ items, search: { ky, loai, bietDen } }: IndicatorTableProps) {
  return (
    <Table
      caption="Theo chỉ tiêu"
      showCaption
      dense
      rows={items}
      rowKey={({ number }) => number}
      columns={[
        {
          title: 'Chỉ tiêu',
          kind: 'name',
          cell: (item) => (
            <Link
              to="/thanh-pho/chi-tieu/$number"
              params={{ number: String(item.number) }}
              search={{ ky, loai, bietDen }}
              preload={false}
            >
              {item.number}. {nameWithDirection(item)}
            </Link>
          ),
        },
        {
          title: 'Chung, kỳ đầu',
          kind: 'number',
          cell: (item) => figureText(item.city.before.value, item.unitOfMeasure, changeOfCity(item)),
        },
        {
          title: 'Kỳ sau',
          kind: 'number',
          cell: (item) => figureText(item.city.after.value, item.unitOfMeasure, changeOfCity(item)),
        },
        {
          title: 'Thay đổi',
          kind: 'number',
          cell: (item) =>
            changeOfCity(item) === null ? '–' : changeText(item.city.before.value, item.city.after.value),
        },
        {
          title: 'Số đơn vị kém đi | tốt lên',
          label: null,
          card: 'line',
          width: '22%',
          cell: (item) => <KindBar item={item} />,
        },
        ...columns.map(
          (kind): Column<MovementItem> => ({
            title: movementLabels[kind],
            kind: 'number',
            cell: (item) => countKinds(item).get(kind) ?? 0,
          }),
        ),
      ]}
    />
  )
}

/** Two figures of the city that were made differently are not to be subtracted. */
function changeOfCity({ city: { before, after } }: MovementItem): number | null {
  const isSameKind = before.method === after.method
  return isSameKind && before.value !== null && after.value !== null
    ? changeBetween(before.value, after.value)
    : null
}

const mostShown = 100

type MoveTableProps = { list: readonly Move[]; title: string; ky: Quarter | undefined }

/** The single moves, the largest first. */
export function MoveTable({ list, title, ky }: MoveTableProps) {
  if (list.length === 0) return <p>{title}: không có đơn vị nào.</p>
  const more = list.length - mostShown
  return (
    <>
      <Table
        caption={`${title}: ${formatNumber(list.length, 0)} kết quả, thay đổi lớn nhất trước`}
        showCaption
        dense
        rows={list.slice(0, mostShown)}
        rowKey={({ unit, item }) => `${unit.code} ${item.number}`}
        columns={[
          {
            title: 'Đơn vị',
            kind: 'name',
            cell: ({ unit, item }) => (
              <Link
                to="/don-vi/$unitCode/chi-tieu/$number"
                params={{ unitCode: unit.code, number: String(item.number) }}
                search={{ ky }}
                preload={false}
              >
                {capitalize(unitTitle(unit))}
              </Link>
            ),
          },
          {
            title: 'Chỉ tiêu',
            label: null,
            card: 'line',
            cell: ({ item }) => `${item.number}. ${nameWithDirection(item)}`,
          },
          {
            title: 'Kỳ đầu',
            kind: 'number',
            cell: ({ item, before, change }) => figureText(before, item.unitOfMeasure, change),
          },
          {
            title: 'Kỳ sau',
            kind: 'number',
            cell: ({ item, after, change }) => figureText(after, item.unitOfMeasure, change),
          },
          { title: 'Thay đổi', kind: 'number', cell: ({ before, after }) => changeText(before, after) },
          {
            title: 'Biến động',
            label: null,
            cell: ({ kind }) => (
              <span data-kind={kind} className={styles.kind}>
                {movementLabels[kind]}
              </span>
            ),
          },
        ]}
      />
      {more > 0 && <p>Còn {formatNumber(more, 0)} kết quả nữa trong tệp Excel và CSV.</p>}
    </>
  )
}

function figureText(value: number | null, unitOfMeasure: string, change: number | null): string {
  return value === null ? '–' : formatRecorded(value, unitOfMeasure, change ?? 0)
}

function changeText(before: number | null, after: number | null): string {
  return before === null || after === null ? '–' : formatChange(before, after)
}
