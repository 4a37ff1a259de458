import { boundOnly, formatRecorded, rankBandLabels, unitTitle } from '@moc57/shared'
import { capitalize } from '../../lib/text.ts'
import type { RowGroup } from './ranked-rows.ts'

const down = 18
const names = 40
const bars = 260
const values = 740
const width = 820

type RankedPictureProps = { groups: readonly RowGroup[]; unitOfMeasure: string; end: number }

/** The ranked bars as one drawing, to be kept as a picture. */
export function RankedPicture({ groups, unitOfMeasure, end }: RankedPictureProps) {
  const isRanked = groups.some(({ band }) => band !== null)
  const lines = groups.flatMap(({ band, rows }) => [
    ...(isRanked
      ? [{ key: band ?? 'none', title: band ? rankBandLabels[band] : 'Không có hạng', row: null }]
      : []),
    ...rows.map((row) => ({ key: row.unit.code, title: '', row })),
  ])
  const at = (value: number) => bars + Math.min(1, value / end) * (values - bars - 10)
  return (
    <svg width={width} height={lines.length * down} fontSize={12} fill="#1a2330" aria-hidden="true">
      {lines.map(({ key, title, row }, index) => {
        const y = index * down
        if (!row) {
          return (
            <text key={key} x={names} y={y + 13} fontWeight={600}>
              {title}
            </text>
          )
        }
        const { unit, rank, value, comparator, bound, status } = row
        return (
          <g key={key}>
            <text x={names - 8} y={y + 13} textAnchor="end">
              {rank ?? '–'}
            </text>
            <text x={names} y={y + 13}>
              {capitalize(unitTitle(unit))}
            </text>
            {value === null ? (
              <text x={bars} y={y + 13} fill="#5b6675">
                Chưa có số liệu
              </text>
            ) : (
              <>
                <rect
                  x={bars}
                  y={y + 4}
                  width={at(value) - bars}
                  height={11}
                  fill={status === 'achieved' ? '#1d4f91' : '#7fa3d1'}
                />
                <text x={width} y={y + 13} textAnchor="end">
                  {boundOnly(comparator) + formatRecorded(value, unitOfMeasure)}
                </text>
              </>
            )}
            {bound !== null && <rect x={at(bound) - 1} y={y + 1} width={2} height={17} fill="#1a2330" />}
          </g>
        )
      })}
    </svg>
  )
}
