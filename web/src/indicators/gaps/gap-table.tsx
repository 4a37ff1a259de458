import { differenceUnit } from '@moc57/shared'
import type { GapRow } from './gap-rows.ts'
import styles from './gaps.module.css'

type GapTableProps = { rows: readonly GapRow[]; unitOfMeasure: string; reference: boolean }

export function GapTable({ rows, unitOfMeasure, reference }: GapTableProps) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Khoảng cách đến từng mốc</caption>
      <thead>
        <tr>
          <th scope="col">Mốc</th>
          <th scope="col">Mục tiêu</th>
          <th scope="col" className={styles.number}>
            Khoảng cách hiện nay <span className={styles.unit}>({differenceUnit(unitOfMeasure)})</span>
          </th>
          <th scope="col">Kết luận</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.milestone} data-next={row.next || undefined}>
            <th scope="row">{row.milestone}</th>
            <td>
              {row.target} {reference && row.own && <span className={styles.source}>riêng</span>}
            </td>
            <td className={styles.number} data-known={row.gap !== null}>
              {row.gapText}
            </td>
            <td data-verdict={row.verdict}>
              {row.conclusion}
              {row.judged && <span className={styles.judged}>{row.judged}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
