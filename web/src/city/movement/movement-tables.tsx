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
    <table className={styles.table}>
      <caption>Theo chỉ tiêu</caption>
      <thead>
        <tr>
          <th scope="col">Chỉ tiêu</th>
          <th scope="col" className={styles.number}>
            Chung, kỳ đầu
          </th>
          <th scope="col" className={styles.number}>
            Kỳ sau
          </th>
          <th scope="col" className={styles.number}>
            Thay đổi
          </th>
          <th scope="col" className={styles.bars}>
            Số đơn vị kém đi | tốt lên
          </th>
          {columns.map((kind) => (
            <th key={kind} scope="col" className={styles.number}>
              {movementLabels[kind]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const counts = countKinds(item)
          const { before, after } = item.city
          // Two figures that were made differently are not to be subtracted.
          const isSameKind = before.method === after.method
          const change =
            isSameKind && before.value !== null && after.value !== null
              ? changeBetween(before.value, after.value)
              : null
          return (
            <tr key={item.number}>
              <th scope="row">
                <Link
                  to="/thanh-pho/chi-tieu/$number"
                  params={{ number: String(item.number) }}
                  search={{ ky, loai, bietDen }}
                  preload={false}
                >
                  {item.number}. {nameWithDirection(item)}
                </Link>
              </th>
              <td className={styles.number}>{figureText(before.value, item.unitOfMeasure, change)}</td>
              <td className={styles.number}>{figureText(after.value, item.unitOfMeasure, change)}</td>
              <td className={styles.number}>
                {change === null ? '–' : changeText(before.value, after.value)}
              </td>
              <td className={styles.bars}>
                <KindBar item={item} />
              </td>
              {columns.map((kind) => (
                <td key={kind} className={styles.number} data-label={movementLabels[kind]}>
                  {counts.get(kind) ?? 0}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const mostShown = 100

type MoveTableProps = { list: readonly Move[]; title: string; ky: Quarter | undefined }

/** The single moves, the largest first. */
export function MoveTable({ list, title, ky }: MoveTableProps) {
  if (list.length === 0) return <p>{title}: không có đơn vị nào.</p>
  const more = list.length - mostShown
  return (
    <>
      <table className={styles.moves}>
        <caption>
          {title}: {formatNumber(list.length, 0)} kết quả, thay đổi lớn nhất trước
        </caption>
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
            <th scope="col">Chỉ tiêu</th>
            <th scope="col" className={styles.number}>
              Kỳ đầu
            </th>
            <th scope="col" className={styles.number}>
              Kỳ sau
            </th>
            <th scope="col" className={styles.number}>
              Thay đổi
            </th>
            <th scope="col">Biến động</th>
          </tr>
        </thead>
        <tbody>
          {list.slice(0, mostShown).map(({ unit, item, kind, before, after, change }) => (
            <tr key={`${unit.code} ${item.number}`}>
              <th scope="row">
                <Link
                  to="/don-vi/$unitCode/chi-tieu/$number"
                  params={{ unitCode: unit.code, number: String(item.number) }}
                  search={{ ky }}
                  preload={false}
                >
                  {capitalize(unitTitle(unit))}
                </Link>
              </th>
              <td>
                {item.number}. {nameWithDirection(item)}
              </td>
              <td className={styles.number}>{figureText(before, item.unitOfMeasure, change)}</td>
              <td className={styles.number}>{figureText(after, item.unitOfMeasure, change)}</td>
              <td className={styles.number}>{changeText(before, after)}</td>
              <td data-kind={kind} className={styles.kind}>
                {movementLabels[kind]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
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
