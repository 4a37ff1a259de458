import { countStanding, nameWithDirection, unitTitle } from '@moc57/shared'
import type { ComparisonItem } from '@moc57/shared/api'
import { useRouter } from '@tanstack/react-router'
import { type CSSProperties, type MouseEvent, memo, type SyntheticEvent } from 'react'
import { StatusSymbol, StatusSymbols } from '../../indicators/status-mark.tsx'
import { capitalize } from '../../lib/text.ts'
import { moveInGrid, takeFocus } from './grid-keys.ts'
import { cellLabel, cellLook } from './heat-cell.ts'
import styles from './heat-grid.module.css'
import { groupSpans, type HeatRow } from './heat-rows.ts'
import type { HeatMapSearch } from './search.ts'

/** Where the pointer or the keyboard is: a column of the head (no row), or a cell. */
export type Spot = { row: number | null; column: number }

type Mode = HeatMapSearch['xem']

type HeatGridProps = {
  rows: readonly HeatRow[]
  items: readonly ComparisonItem[]
  groupNames: ReadonlyMap<string, string>
  mode: Mode
  /** What the addresses that it links to end with: of pages of a unit, and of views of the city. */
  ending: { unit: string; city: string }
  onSpot: (spot: Spot) => void
}

/**
 * Units by indicators. A row that is not on the screen is not laid out (`content-visibility`), so the whole map can
 * stand in the document: it prints, the browser searches it, a screen reader walks it. One cell takes the focus;
 * arrows move it. Its links are plain ones, as thousands of components that follow the router take too long.
 */
export const HeatGrid = memo(function HeatGrid(props: HeatGridProps) {
  const { rows, items, groupNames, mode, ending, onSpot } = props
  const { history } = useRouter()
  const open = (event: MouseEvent<HTMLElement>) => {
    const link = (event.target as Element).closest('a')
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    history.push(link.getAttribute('href') ?? '')
  }
  const look = ({ target }: SyntheticEvent) => {
    const { row, column } = (target as Element).closest<HTMLElement>('[data-column]')?.dataset ?? {}
    if (column !== undefined) onSpot({ row: row === undefined ? null : Number(row), column: Number(column) })
  }
  const focus = (event: SyntheticEvent) => {
    takeFocus(event.target as HTMLElement)
    look(event)
  }
  return (
    <>
      <StatusSymbols />
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked is a grid
        role="grid"
        aria-label="Kết quả của các đơn vị theo chỉ tiêu"
        className={styles.grid}
        data-mode={mode ?? 'tinh-trang'}
        style={{ '--columns': items.length } as CSSProperties}
        onClick={open}
        onPointerOver={look}
        onFocus={focus}
        onKeyDown={moveInGrid}
      >
        <thead>
          <tr className={styles.groups}>
            <td />
            <td />
            {groupSpans(items).map(({ code, span }) => (
              <th key={code} scope="colgroup" colSpan={span} style={{ gridColumn: `span ${span}` }}>
                {span < 3 && items.length > span ? code : `${code}. ${groupNames.get(code) ?? ''}`}
              </th>
            ))}
          </tr>
          <tr>
            <th scope="col" className={styles.name}>
              Đơn vị
            </th>
            <th scope="col" className={styles.count}>
              Tốt
            </th>
            {items.map(({ number, shortName, direction }, column) => (
              <th key={number} scope="col">
                <a
                  href={`/thanh-pho/chi-tieu/${number}${ending.city}`}
                  data-column={column}
                  aria-label={`${number}. ${nameWithDirection({ shortName, direction })}`}
                >
                  {number}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <GoodUnits items={items} />
          {rows.map((row, index) => (
            <UnitRow key={row.unit.code} row={row} index={index} {...{ items, mode, ending }} />
          ))}
        </tbody>
      </table>
    </>
  )
})

function GoodUnits({ items }: Pick<HeatGridProps, 'items'>) {
  return (
    <tr className={styles.summary}>
      <th scope="row" className={styles.name}>
        Số đơn vị tốt
      </th>
      <td />
      {items.map((item) => {
        const { good, judged } = countStanding(item.status)
        return <td key={item.number}>{judged === 0 ? '–' : good}</td>
      })}
    </tr>
  )
}

type UnitRowProps = { row: HeatRow; index: number } & Pick<HeatGridProps, 'items' | 'mode' | 'ending'>

function UnitRow({ row: { unit, place, good, judged }, index, items, mode, ending }: UnitRowProps) {
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <a href={`/don-vi/${unit.code}${ending.unit}`} tabIndex={-1}>
          {capitalize(unitTitle(unit))}
        </a>
      </th>
      <td className={styles.count}>{judged === 0 ? '–' : `${good}/${judged}`}</td>
      {items.map((item, column) => (
        <td key={item.number}>
          <a
            href={`/don-vi/${unit.code}/chi-tieu/${item.number}${ending.unit}`}
            data-row={index}
            data-column={column}
            tabIndex={index === 0 && column === 0 ? 0 : -1}
            aria-label={cellLabel(item, place)}
            {...lookOf(item, place, mode)}
          />
        </td>
      ))}
    </tr>
  )
}

/** What makes a cell look the way it does, and what stands in it. */
function lookOf(item: ComparisonItem, place: number, mode: Mode) {
  const { symbol, text, band, met } = cellLook(item, place, mode)
  const drawn = symbol && (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
      <StatusSymbol status={symbol} />
    </svg>
  )
  return {
    'data-status': symbol ?? undefined,
    'data-band': band ?? undefined,
    'data-met': met || undefined,
    children: drawn ?? text,
  }
}
