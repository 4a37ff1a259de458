import { boundOnly, formatRecorded, formatValue, nameWithDirection, unitTitle } from '@moc57/shared'
import { type PeerItem, worstFirst } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import { StatusMark } from '../../indicators/status-mark.tsx'
import { capitalize } from '../../lib/text.ts'
import { PeerStrip, UnitShape } from './peer-strip.tsx'
import styles from './peers.module.css'
import type { Peers } from './queries.ts'
import { placeText, rangeText, tooOld } from './wording.ts'

/** Every indicator of the plan: the units, the middle half of the others, the city; the worst first. */
export function PeerTable({ peers }: { peers: Peers }) {
  const { units, items } = peers
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Từng chỉ tiêu so với khoảng giữa, kém nhất trước</caption>
      <thead>
        <tr>
          <th scope="col">Chỉ tiêu</th>
          <th scope="col" className={styles.stripHead}>
            Vị trí
          </th>
          {units.map((unit, place) => (
            <th key={unit.code} scope="col">
              <UnitShape place={place} /> {capitalize(unitTitle(unit))}
            </th>
          ))}
          <th scope="col">Khoảng giữa</th>
          <th scope="col">Toàn thành phố</th>
        </tr>
      </thead>
      <tbody>
        {[...items].sort(worstFirst).map((item) => (
          <PeerRow key={item.number} item={item} units={units} />
        ))}
      </tbody>
    </table>
  )
}

function PeerRow({ item, units }: { item: PeerItem; units: Peers['units'] }) {
  const { number, unitOfMeasure, middle, city } = item
  return (
    <tr>
      <th scope="row">
        <Link
          to="/don-vi/$unitCode/chi-tieu/$number"
          params={{ unitCode: units[0]?.code ?? '', number: String(number) }}
          search={({ ky }) => ({ ky })}
          preload={false}
        >
          {number}. {nameWithDirection(item)}
        </Link>
      </th>
      <td className={styles.stripCell}>
        <PeerStrip item={item} />
      </td>
      {units.map((unit, place) => (
        <td key={unit.code} data-label={capitalize(unitTitle(unit))}>
          <UnitFigure item={item} place={place} />
        </td>
      ))}
      <td data-label="Khoảng giữa">
        {middle ? rangeText(middle, unitOfMeasure) : <span className={styles.detail}>quá ít số liệu</span>}
      </td>
      <td data-label="Toàn thành phố">
        {city.value === null ? '-' : formatValue(city.value, unitOfMeasure)}
      </td>
    </tr>
  )
}

function UnitFigure({ item, place }: { item: PeerItem; place: number }) {
  const { value, comparator, status, flags, unitOfMeasure } = item
  const figure = value[place] ?? null
  const among = item.place[place]
  return (
    <>
      {figure !== null && (
        <span className={styles.figure}>
          <b>
            {boundOnly(comparator[place] ?? null)}
            {formatRecorded(figure, unitOfMeasure)}
          </b>
          {among && <span className={styles.detail}> {placeText(among, item.direction)}</span>}
          {flags[place]?.includes('unverified') && <span className={styles.detail}>, chưa xác minh</span>}
          {flags[place]?.includes('stale') && <span className={styles.detail}>, {tooOld}</span>}
        </span>
      )}
      <span className={styles.status}>
        <StatusMark status={status[place] ?? 'noData'} />
      </span>
    </>
  )
}
