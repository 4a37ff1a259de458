import { directionLabels, nameWithDirection, type Quarter, quarterLabel } from '@moc57/shared'
import { lazy, useMemo, useRef } from 'react'
import { apiPath } from '../../lib/api-client.ts'
import { bins } from '../../lib/bins.ts'
import { framed, pictureOf } from '../../lib/picture.ts'
import { uncapitalize } from '../../lib/text.ts'
import { Figure } from '../../ui/figure.tsx'
import { KnownNote } from '../../ui/known-day.tsx'
import { Page, PageHead } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { PictureButtons } from '../../ui/take-away.tsx'
import { CityFilters } from '../city-filters.tsx'
import { type Comparison, cityFields, type MovementAnswer, type PlannedIndicator } from '../city-queries.ts'
import { type CitySearch, unitTypeOf } from '../city-search.ts'
import { citySentence, knownText } from '../city-words.ts'
import styles from './city-indicator.module.css'
import {
  extremes,
  milestoneText,
  movementSentence,
  noRankSentence,
  scopeText,
  stateSentence,
} from './indicator-words.ts'
import { RankedPicture } from './ranked-picture.tsx'
import { rankedRows, rowGroups, scaleEnd } from './ranked-rows.ts'
import { RankedTable } from './ranked-table.tsx'

const DistributionChart = lazy(() => import('../distribution-chart.tsx'))

const chartHeight = 190
/** Fewer values than this are no distribution. */
const fewestForChart = 5

type CityIndicatorViewProps = {
  comparison: Comparison
  movement: MovementAnswer | undefined
  indicators: readonly PlannedIndicator[]
  indicator: PlannedIndicator
  search: CitySearch & { ky?: Quarter | undefined }
  onSearch: (search: CitySearch) => void
  onIndicator: (number: string) => void
}

/** One indicator over all units: the ranking, how the values lie, what moved, and the figure of the city. */
export function CityIndicatorView(props: CityIndicatorViewProps) {
  const { comparison, movement, indicators, indicator, search, onSearch, onIndicator } = props
  const { units, items, asOf, notice } = comparison
  const item = items[0]
  const rows = useMemo(
    () => (item ? rankedRows(units, item, movement?.items[0]) : []),
    [units, item, movement],
  )
  const drawing = useRef<HTMLDivElement>(null)
  if (!item) return null

  const { number, unitOfMeasure, naturalMaximum, direction, city } = item
  const groups = rowGroups(rows)
  const end = scaleEnd(rows, naturalMaximum)
  const milestone = milestoneText(indicator, asOf)
  const measured = rows.filter(({ value }) => value !== null).length
  const title = `${number}. ${nameWithDirection(indicator)}, ${quarterLabel(asOf)}`
  const figure = citySentence(city, unitOfMeasure, scopeText(unitTypeOf(search)))
  const notes = [figure, knownText(search.bietDen), notice]
  const fields = { asOf, indicator: String(number), ...cityFields(search), sapXep: 'thu-hang' }
  return (
    <Page>
      <PageHead
        title={
          <>
            {number}. {indicator.name}
            {direction === 'decrease' && ` (${uncapitalize(directionLabels.decrease)})`}
          </>
        }
        takeAway={{
          file: (extension) => apiPath(`/api/comparison.${extension}`, {}, fields),
          picture: () =>
            pictureOf(<RankedPicture groups={groups} unitOfMeasure={unitOfMeasure} end={end} />, {
              name: `chi-tieu-${number}-${asOf}`,
              title,
              notes: [milestone && `Vạch: ${milestone}`, ...notes],
            }),
        }}
      />
      <div className={styles.opening}>
        <p>
          {stateSentence(rows, asOf)} {milestone && `${milestone}.`}
        </p>
        {figure && <p>{figure}</p>}
        {noRankSentence(rows) && <p className={styles.noRank}>{noRankSentence(rows)}</p>}
        {movement && <p>{movementSentence(rows, movement.from)}</p>}
        {movement && extremes(rows, direction).map((sentence) => <p key={sentence}>{sentence}</p>)}
      </div>
      <KnownNote
        bietDen={search.bietDen}
        onLeave={() => onSearch({ loai: search.loai, bietDen: undefined })}
      />
      <div className="row screen-only controls">
        <SelectField
          label="Chỉ tiêu"
          hideLabel
          value={String(number)}
          onChange={onIndicator}
          options={indicators.map((one) => ({
            value: String(one.number),
            label: `${one.number}. ${one.shortName}`,
          }))}
        />
        <CityFilters search={search} onSearch={onSearch} />
      </div>
      {measured >= fewestForChart && (
        <Figure
          height={chartHeight}
          drawingRef={drawing}
          caption={
            <>
              Số đơn vị theo giá trị
              {direction === 'decrease' && `, ${uncapitalize(directionLabels.decrease)}`}{' '}
              <span className={`screen-only ${styles.pictures}`}>
                <PictureButtons
                  picture={() => {
                    const svg = drawing.current?.querySelector('svg')
                    if (!svg) throw new Error('the chart is not drawn yet')
                    return framed(svg, { name: `phan-bo-chi-tieu-${number}-${asOf}`, title, notes })
                  }}
                />
              </span>
            </>
          }
        >
          <DistributionChart
            bins={bins(rows.map(({ value }) => ({ value, here: false })))}
            city={city.value}
            unitOfMeasure={unitOfMeasure}
            height={chartHeight}
          />
        </Figure>
      )}
      <RankedTable
        groups={groups}
        number={number}
        unitOfMeasure={unitOfMeasure}
        end={end}
        milestone={milestone}
        before={movement?.from ?? null}
        ky={search.ky}
      />
    </Page>
  )
}
