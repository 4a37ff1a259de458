import {
  type BoundaryDrawing,
  cityMethodLabels,
  formatValue,
  may,
  type Output,
  unitTitle,
} from '@moc57/shared'
import type { ComparisonItem, readSession } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import { pictureOf } from '../../lib/picture.ts'
import { uncapitalize } from '../../lib/text.ts'
import { Callout } from '../../ui/callout.tsx'
import { Page, PageHead } from '../../ui/page.tsx'
import { classesOf } from './classes.ts'
import { Legend } from './legend.tsx'
import { MapDrawing } from './map-drawing.tsx'
import { MapList } from './map-list.tsx'
import { MapPicture } from './map-picture.tsx'
import { type MapRow, unitInWords } from './map-rows.ts'
import type { UnitBoundaries } from './queries.ts'
import { type MapView, mapViewLabels } from './search.ts'
import styles from './unit-map.module.css'

type UnitMapProps = {
  boundaries: UnitBoundaries
  item: ComparisonItem
  rows: readonly MapRow[]
  view: MapView
  account: Output<typeof readSession>['user']
  title: string
  controls: ReactNode
  takeAway: TakenAlong
}

/** The files of the list, and how the picture of the map is named and what stands under it. */
type TakenAlong = {
  file: (extension: 'xlsx' | 'csv') => string
  name: string
  notes: readonly (string | null)[]
}

/** One indicator on the map, with the same in a list beside it; the list alone while there is no map. */
export function UnitMap({ boundaries, item, rows, view, account, title, controls, takeAway }: UnitMapProps) {
  const { unitOfMeasure, direction, city } = item
  const [shown, setShown] = useState<string>()
  const { classes, filled } = useMemo(() => {
    const { fills, classes } = classesOf(
      rows.map(({ cell }) => cell),
      view,
      { unitOfMeasure, direction },
    )
    const filled = new Map(
      rows.map((row, place) => [row.unit.code, { ...row, fill: fills[place] ?? 'noData' }]),
    )
    return { classes, filled }
  }, [rows, view, unitOfMeasure, direction])
  const { drawing } = boundaries
  const row = shown === undefined ? undefined : filled.get(shown)
  const undrawn = rows.filter(({ unit }) => boundaries.missing.some(({ code }) => code === unit.code))
  const list = <MapList rows={rows} indicator={item} shown={shown} onShow={setShown} />
  const picture = (shapes: BoundaryDrawing) =>
    pictureOf(<MapDrawing drawing={shapes} rows={filled} classes={classes} />, {
      name: takeAway.name,
      title: `${title} (${uncapitalize(mapViewLabels[view])})`,
      notes: [
        view === 'ket-qua' ? shadeNote : null,
        undrawn.length > 0 ? `Không có trên bản đồ ${undrawn.length} đơn vị.` : null,
        referenceNote(boundaries.name),
        ...takeAway.notes,
      ],
    })
  return (
    <Page>
      <PageHead
        title={title}
        takeAway={{ file: takeAway.file, picture: drawing ? () => picture(drawing) : undefined }}
      />
      {city.value !== null && city.method && (
        <p>
          Toàn thành phố: <b>{formatValue(city.value, unitOfMeasure)}</b> (
          {uncapitalize(cityMethodLabels[city.method])}, {city.units} đơn vị có số liệu đã duyệt).
        </p>
      )}
      {controls}
      {drawing ? (
        <div className="columns">
          <div className="stack">
            <Legend classes={classes} />
            {view === 'ket-qua' && <p className="note">{shadeNote}</p>}
            <MapPicture drawing={drawing} rows={filled} indicator={item} shown={shown} onShow={setShown} />
            <p className={`screen-only ${styles.reading}`} aria-hidden="true">
              {row ? unitInWords(row, item) : 'Chỉ vào một đơn vị để xem số liệu; bấm để mở.'}
            </p>
            {undrawn.length > 0 && (
              <p className="note">
                Không có trên bản đồ {undrawn.length} đơn vị:{' '}
                {undrawn.map(({ unit }) => unitTitle(unit)).join(', ')}.
              </p>
            )}
            <p className="note">{referenceNote(boundaries.name)}</p>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
          <section className={styles.listSide} aria-label="Danh sách đơn vị" tabIndex={0}>
            {list}
          </section>
        </div>
      ) : (
        <>
          <NoMap problem={boundaries.problem} mayAdd={may(account, 'manageBoundaries')} />
          {list}
        </>
      )}
    </Page>
  )
}

const shadeNote = 'Màu đậm hơn là kết quả tốt hơn.'

function referenceNote(fileName: string | null): string {
  const file = fileName ? ` (tệp ${fileName})` : ''
  return `Bản đồ tham chiếu để xem số liệu, không phải bản đồ địa giới hành chính${file}.`
}

function NoMap({ problem, mayAdd }: { problem: string | null; mayAdd: boolean }) {
  return (
    <Callout tone="info">
      <p>
        {problem
          ? `Chưa vẽ được bản đồ: tệp ranh giới đã đặt không dùng được. ${problem}`
          : 'Chưa có tệp ranh giới các đơn vị nên chưa vẽ được bản đồ; dưới đây là danh sách, chậm nhất trước.'}{' '}
        {mayAdd ? (
          <Link to="/quan-tri/ban-do">Thêm tệp ranh giới</Link>
        ) : (
          'Quản trị thêm tệp GeoJSON hoặc TopoJSON có mã đơn vị tại Tài khoản > Bản đồ đơn vị.'
        )}
      </p>
    </Callout>
  )
}
