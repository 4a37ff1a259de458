import type { AnnexRow, ReportFigures } from '@moc57/shared'
import { Fragment } from 'react'
import styles from './paper.module.css'

type AnnexTableProps = { heads: readonly string[]; figures: ReportFigures }

/** Of the width: Stt, Chỉ tiêu, ĐVT, two milestones, two periods, and the rest. */
const shares = [4, 23, 5, 7, 7, 7.5, 7.5, 10, 8.5, 11, 9.5]

/** The rows of the annex in their groups; its head stands on every printed page. */
export function AnnexTable({ heads, figures: { groups, annex } }: AnnexTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by the keyboard, too
    <section className={styles.scroll} tabIndex={0} aria-label="Bảng phụ lục">
      <table className={styles.table}>
        <colgroup>
          {shares.map((share, index) => (
            <col key={heads[index]} style={{ width: `${share}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ code, name }) => (
            <Fragment key={code}>
              <tr>
                <th scope="row">{code}</th>
                <th scope="colgroup" colSpan={heads.length - 1} className={styles.group}>
                  {name}
                </th>
              </tr>
              {annex
                .filter(({ groupCode }) => groupCode === code)
                .map((row) => (
                  <FigureRow key={row.number} row={row} />
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function FigureRow({ row }: { row: AnnexRow }) {
  const { number, name, unitOfMeasure, targets, previous, current, toTarget, status, leadBody, note } = row
  return (
    <tr>
      <td>{number}</td>
      <td className={styles.prose}>{name}</td>
      <td>{unitOfMeasure}</td>
      {targets.map((text, index) => (
        <td key={index}>{text}</td>
      ))}
      <td>{previous?.text ?? '-'}</td>
      <td>{current?.text ?? '-'}</td>
      <td>{toTarget || '-'}</td>
      <td>{status}</td>
      <td className={styles.prose}>{leadBody}</td>
      <td className={styles.prose}>{note}</td>
    </tr>
  )
}
