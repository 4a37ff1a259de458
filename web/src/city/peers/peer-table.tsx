import { boundOnly, formatRecorded, formatValue, nameWithDirection, unitTitle } from '@moc57/shared'
import { type PeerItem, worstFirst } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import { StatusMark } from '../../indicators/status-mark.tsx'
import { capitalize } from '../../lib/text.ts'
import { type Column, Table } from '../../ui/table.tsx'
import { PeerStrip, UnitShape } from './peer-strip.tsx'
import styles from './peers.module.css'
import type { Peers } from './queries.ts'
import { placeText, rangeText, tooOld } from './wording.ts'

/** Every indicator of the plan: the units, the middle half of the others, the city; the worst first. */
export function PeerTable({ peers }: { peers: Peers }) {
  const { units, items } = peers
  return (
    <Table
      caption="Từng chỉ tiêu so với khoảng giữa, kém nhất trước"
      rows={[...items].sort(worstFirst)}
      rowKey={({ number }) => number}
      columns={[
        {
          title: 'Chỉ tiêu',
          kind: 'name',
          cell: (item) => (
            <Link
              to="/don-vi/$unitCode/chi-tieu/$number"
              params={{ unitCode: units[0]?.code ?? '', number: String(item.number) }}
              search={({ ky }) => ({ ky })}
              preload={false}
            >
              {item.number}. {nameWithDirection(item)}
            </Link>
          ),
        },
        {
          title: 'Vị trí',
          label: null,
          card: 'line',
          width: '26%',
          cell: (item) => <PeerStrip item={item} />,
        },
        ...units.map(
          (unit, place): Column<PeerItem> => ({
            key: unit.code,
            title: (
              <>
                <UnitShape place={place} /> {capitalize(unitTitle(unit))}
              </>
            ),
            label: capitalize(unitTitle(unit)),
            card: 'line',
            cell: (item) => <UnitFigure item={item} place={place} />,
          }),
        ),
        {
          title: 'Khoảng giữa',
          cell: ({ middle, unitOfMeasure }) =>
            middle ? rangeText(middle, unitOfMeasure) : <span className="note">quá ít số liệu</span>,
        },
        {
          title: 'Toàn thành phố',
          cell: ({ city, unitOfMeasure }) =>
            city.value === null ? '-' : formatValue(city.value, unitOfMeasure),
        },
      ]}
    />
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
          {among && <span className="note"> {placeText(among, item.direction)}</span>}
          {flags[place]?.includes('unverified') && <span className="note">, chưa xác minh</span>}
          {flags[place]?.includes('stale') && <span className="note">, {tooOld}</span>}
        </span>
      )}
      <span className={styles.status}>
        <StatusMark status={status[place] ?? 'noData'} />
      </span>
    </>
  )
}
