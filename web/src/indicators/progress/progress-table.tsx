import type { ProgressItem } from '@moc57/shared/api'
import { Fragment, useId, useState } from 'react'
import { BulletAxis, BulletBar } from './bullet-bar.tsx'
import {
  About,
  Difference,
  Gap,
  IndicatorDetail,
  IndicatorName,
  Needed,
  PrintedTargets,
  Standing,
  Value,
} from './indicator-parts.tsx'
import type { ListContext } from './list-context.ts'
import type { Section } from './order.ts'
import styles from './progress-table.module.css'

type ProgressTableProps = { caption: string; sections: readonly Section[]; context: ListContext }

/** The indicators as a table: one scale down the column, figures to the right. */
export function ProgressTable({ caption, sections, context }: ProgressTableProps) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.number}>
            Số
          </th>
          <th scope="col">Chỉ tiêu</th>
          <th scope="col" className={styles.status}>
            Trạng thái
          </th>
          <th scope="col" className={styles.value}>
            Kết quả
          </th>
          <th scope="col" className={styles.bullet}>
            <span className={styles.bulletHead}>So với mốc kế tiếp</span>
            <BulletAxis />
          </th>
          <th scope="col" className={styles.gap}>
            Còn lại <span className={styles.unit}>điểm phần trăm</span>
          </th>
          <th scope="col" className={styles.needed}>
            Cần mỗi quý <span className={styles.unit}>điểm phần trăm</span>
          </th>
          <td className={styles.more} />
        </tr>
      </thead>
      {sections.map(({ group, items }) => (
        <tbody key={group?.code}>
          {group && (
            <tr className={styles.group}>
              <th scope="rowgroup" colSpan={8}>
                {group.code}. {group.name} <span>{items.length} chỉ tiêu</span>
              </th>
            </tr>
          )}
          {items.map((item) => (
            <IndicatorRow key={item.number} item={item} context={context} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function IndicatorRow({ item, context }: { item: ProgressItem; context: ListContext }) {
  const [open, setOpen] = useState(false)
  const detailId = useId()
  return (
    <Fragment>
      <tr className={styles.row} data-open={open || undefined}>
        <td className={styles.number}>{item.number}</td>
        <th scope="row">
          <IndicatorName item={item} context={context} />
          <About item={item} context={context} />
          <PrintedTargets item={item} />
          <Difference item={item} context={context} />
        </th>
        <td>
          <Standing item={item} context={context} />
        </td>
        <td className={styles.value}>
          <Value item={item} context={context} />
        </td>
        <td className={styles.bullet}>
          <div className={styles.grid} />
          <BulletBar item={item} asOf={context.progress.asOf} />
        </td>
        <td className={styles.gap}>
          <Gap item={item} />
        </td>
        <td className={styles.needed}>
          <Needed item={item} />
        </td>
        <td className={styles.more}>
          <button
            type="button"
            className={`screen-only ${styles.toggle}`}
            aria-expanded={open}
            aria-controls={detailId}
            aria-label={`Tên đầy đủ và các mốc của chỉ tiêu ${item.number}`}
            title="Tên đầy đủ và các mốc"
            onClick={() => setOpen(!open)}
          >
            <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
              <path d="M3 5l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.6" />
            </svg>
          </button>
        </td>
      </tr>
      <tr id={detailId} className={styles.detail} hidden={!open}>
        <td />
        <td colSpan={7}>{open && <IndicatorDetail item={item} context={context} />}</td>
      </tr>
    </Fragment>
  )
}
