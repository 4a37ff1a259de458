import { type ComponentProps, type ReactNode, useState } from 'react'
import styles from './table.module.css'

/** What a table says of each row, and how its cells stand: figures to the right, the row's own name, its buttons. */
export type Column<Row> = {
  title: ReactNode
  /** Where the title is no text, or the same as another's. */
  key?: string
  cell: (row: Row, index: number) => ReactNode
  kind?: 'name' | 'number' | 'actions' | undefined
  /** A title that is heard and not seen. */
  hideTitle?: boolean
  /** What names the cell on a card; `null` where it names itself. The title, unless told otherwise. */
  label?: string | null
  /** On a card: a line of its own, or nothing at all. */
  card?: 'line' | 'none'
  /** A cell that a card leaves out, as a count of zero. */
  isIdle?: (row: Row) => boolean
  /** The order of the rows by this column; with it the head becomes a button. */
  compare?: (one: Row, other: Row) => number
  width?: string
  className?: string | undefined
}

export type RowGroup<Row> = { key: string; title: ReactNode; rows: readonly Row[] }

type RowProps = ComponentProps<'tr'> & { [data: `data-${string}`]: string | number | boolean | undefined }

type TableProps<Row> = {
  caption: ReactNode
  /** Seen above the table; otherwise it is heard alone. */
  showCaption?: boolean
  /** Columns; what is `false` or `null` is left out. */
  columns: readonly (Column<Row> | false | null | undefined)[]
  rowKey: (row: Row) => string | number
  rowProps?: (row: Row) => RowProps | undefined
  /** Smaller, for many rows at a glance. */
  dense?: boolean
  /** Stays a table on a phone, where its few columns fit. */
  staysTable?: boolean
  /** What stands in the place of a table without rows. */
  empty?: ReactNode
  /** Lines after the last row, as sums: `tr` elements. */
  foot?: ReactNode
  className?: string | undefined
} & ({ rows: readonly Row[]; groups?: undefined } | { groups: readonly RowGroup<Row>[]; rows?: undefined })

type Order = { key: string; isDown: boolean }

/** The one table: its head stays in sight, its rows become cards on a phone. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, showCaption, rowKey, rowProps, dense, staysTable, empty, foot, className } = props
  const [order, setOrder] = useState<Order>()
  const columns = props.columns.filter((column) => !!column)
  const compare = columns.find((column) => order && keyOf(column) === order.key)?.compare
  const sorted = (rows: readonly Row[]) =>
    compare ? rows.toSorted((one, other) => compare(one, other) * (order?.isDown ? -1 : 1)) : rows
  const groups = props.groups ?? [{ key: '', title: null, rows: props.rows }]
  if (empty && groups.every(({ rows }) => rows.length === 0)) return <p className="note">{empty}</p>
  return (
    <table
      className={className ? `${styles.table} ${className}` : styles.table}
      data-dense={dense || undefined}
      data-cards={!staysTable || undefined}
    >
      <caption className={showCaption ? undefined : 'visually-hidden'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head
              key={keyOf(column)}
              column={column}
              order={order?.key === keyOf(column) ? order : undefined}
              onOrder={setOrder}
            />
          ))}
        </tr>
      </thead>
      {groups.map(({ key, title, rows }) => (
        <tbody key={key}>
          {title && (
            <tr className={styles.group}>
              <th scope="rowgroup" colSpan={columns.length}>
                {title}
              </th>
            </tr>
          )}
          {sorted(rows).map((row, index) => (
            <tr key={rowKey(row)} {...rowProps?.(row)}>
              {columns.map((column) => (
                <Cell key={keyOf(column)} column={column} row={row} index={index} />
              ))}
            </tr>
          ))}
        </tbody>
      ))}
      {foot && <tfoot>{foot}</tfoot>}
    </table>
  )
}

const keyOf = ({ key, title }: Pick<Column<never>, 'key' | 'title'>) => key ?? String(title)

type HeadProps<Row> = {
  column: Column<Row>
  order: Order | undefined
  onOrder: (order: Order | undefined) => void
}

function Head<Row>({ column, order, onOrder }: HeadProps<Row>) {
  const { title, hideTitle, kind, compare, width, className } = column
  const next = order?.isDown ? undefined : { key: keyOf(column), isDown: order !== undefined }
  return (
    <th
      scope="col"
      className={className}
      style={width ? { width } : undefined}
      data-kind={kind === 'name' ? undefined : kind}
      aria-sort={order && (order.isDown ? 'descending' : 'ascending')}
    >
      {compare ? (
        <button type="button" className={styles.sort} onClick={() => onOrder(next)}>
          {title}
          <span aria-hidden="true">{order ? (order.isDown ? ' ▾' : ' ▴') : ' ↕'}</span>
        </button>
      ) : hideTitle ? (
        <span className="visually-hidden">{title}</span>
      ) : (
        title
      )}
    </th>
  )
}

function Cell<Row>({ column, row, index }: { column: Column<Row>; row: Row; index: number }) {
  const { title, label, kind, card, isIdle, cell, className } = column
  const shown = cell(row, index)
  if (kind === 'name') {
    return (
      <th scope="row" className={className}>
        {shown}
      </th>
    )
  }
  const named = label === undefined && typeof title === 'string' && kind !== 'actions' ? title : label
  return (
    <td
      className={className}
      data-kind={kind}
      data-card={card}
      data-label={named ?? undefined}
      data-idle={shown === null || shown === '' || isIdle?.(row) || undefined}
    >
      {shown}
    </td>
  )
}
