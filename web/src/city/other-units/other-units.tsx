import type { Output } from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, useState } from 'react'
import { bins } from '../../lib/bins.ts'
import { Choices } from '../../ui/choices.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { type Comparison, comparisonQuery } from '../city-queries.ts'
import { citySentence } from '../city-words.ts'
import { rankSentence } from './summary.ts'
import { UnitList } from './unit-list.tsx'
import { type ListItem, shortList, unitRows } from './unit-rows.ts'

const DistributionChart = lazy(() => import('../distribution-chart.tsx'))

const chartHeight = 180
/** Fewer values than this are no distribution. */
const fewestForChart = 5

type OtherUnitsProps = { indicator: Output<typeof readIndicator> }

/** The same indicator in the other units of the city. */
export function OtherUnitsSection({ indicator }: OtherUnitsProps) {
  const sameKind = useSearch({ strict: false, select: ({ soSanh }) => soSanh === 'cung-loai' })
  const navigate = useNavigate()
  const { unit, number, asOf, knownOn } = indicator
  const comparison = useQuery(
    comparisonQuery({
      indicator: String(number),
      asOf,
      ...(sameKind ? { type: unit.type } : {}),
      ...(knownOn ? { knownOn } : {}),
    }),
  )
  return (
    <section aria-labelledby="other-units">
      <div className="row">
        <h2 id="other-units">Chỉ tiêu này ở các đơn vị</h2>
        <Choices
          legend="So sánh với"
          joined
          options={[
            { value: undefined, label: 'Tất cả đơn vị' },
            { value: 'cung-loai', label: `Chỉ ${unit.type}` },
          ]}
          isChosen={(soSanh) => (soSanh === 'cung-loai') === sameKind}
          onChoose={(soSanh) =>
            navigate({
              to: '.',
              search: (search) => ({ ...search, soSanh }),
              replace: true,
              resetScroll: false,
            })
          }
        />
      </div>
      {comparison.data ? (
        <ComparedUnits comparison={comparison.data} indicator={indicator} sameKind={sameKind} />
      ) : comparison.isError ? (
        <p role="alert">
          Chưa tải được số liệu của các đơn vị khác.{' '}
          <button type="button" className="plain-button" onClick={() => comparison.refetch()}>
            Thử lại
          </button>
        </p>
      ) : (
        <Skeleton height={chartHeight + 240} />
      )}
    </section>
  )
}

type ComparedUnitsProps = { comparison: Comparison; sameKind: boolean } & OtherUnitsProps

function ComparedUnits({ comparison, indicator, sameKind }: ComparedUnitsProps) {
  const [all, setAll] = useState(false)
  const { number, unit, unitOfMeasure, direction } = indicator
  const item = comparison.items.find((candidate) => candidate.number === number)
  if (!item) return <p>Các đơn vị khác không có chỉ tiêu này.</p>

  const rows = unitRows(comparison.units, item, unit.code)
  const measured = rows.filter(({ value }) => value !== null).length
  const ranked = rows.some(({ rank }) => rank !== null)
  const items: ListItem[] = all ? rows.map((row) => ({ kind: 'unit', row })) : shortList(rows)
  const city = citySentence(item.city, unitOfMeasure, sameKind ? `Các ${unit.type}` : 'Toàn thành phố')
  return (
    <>
      <p>{rankSentence(rows)}</p>
      {city && <p>{city}</p>}
      <div className="columns">
        <div>
          {items.length > 0 && (
            <UnitList
              items={items}
              ranked={ranked}
              number={number}
              unitOfMeasure={unitOfMeasure}
              direction={direction}
            />
          )}
          <button
            type="button"
            className="button screen-only"
            aria-expanded={all}
            onClick={() => setAll(!all)}
          >
            {all ? 'Thu gọn' : `Xem cả ${rows.length} đơn vị`}
          </button>
        </div>
        {measured >= fewestForChart && (
          <Figure
            height={chartHeight}
            caption="Số đơn vị theo giá trị; cột đậm là khoảng của đơn vị đang xem"
          >
            <DistributionChart
              bins={bins(rows)}
              city={item.city.value}
              unitOfMeasure={unitOfMeasure}
              height={chartHeight}
            />
          </Figure>
        )}
      </div>
    </>
  )
}
