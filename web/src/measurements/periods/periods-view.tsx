import { formatDay, formatMoment, quarterLabel } from '@moc57/shared'
import { useState } from 'react'
import work from '../../ui/work.module.css'
import { DaysDialog } from './days-dialog.tsx'
import styles from './periods.module.css'
import type { ReportingPeriods } from './queries.ts'
import { changeText, stateText } from './wording.ts'

/** The quarters of a year with their days, and what was changed in them. */
export function PeriodsView({ periods, year }: { periods: ReportingPeriods; year: string }) {
  const { today } = periods
  const [edited, setEdited] = useState<string>()
  const items = periods.items.filter(({ period }) => period.startsWith(year))
  const item = items.find(({ period }) => period === edited)
  const changes = items
    .flatMap(({ period, changes }) => changes.map((change) => ({ period, ...change })))
    .sort((a, b) => b.at.localeCompare(a.at))
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">Ngày lấy số liệu và hạn gửi của các kỳ năm {year}</caption>
        <thead>
          <tr>
            <th scope="col">Kỳ</th>
            <th scope="col">Lấy số liệu từ ngày</th>
            <th scope="col">Đến hết ngày</th>
            <th scope="col">Hạn gửi</th>
            <th scope="col">Tình trạng</th>
            <th scope="col">
              <span className="visually-hidden">Sửa</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <tr key={row.period}>
              <th scope="row">{quarterLabel(row.period)}</th>
              <td data-label="Lấy số liệu từ ngày">{formatDay(row.from)}</td>
              <td data-label="Đến hết ngày">{formatDay(row.to)}</td>
              <td data-label="Hạn gửi">{formatDay(row.dueOn)}</td>
              <td data-label="Tình trạng">
                {stateText(row, today)}
                {row.revision > 0 && ', đã sửa ngày'}
              </td>
              <td>
                <button type="button" className="button" onClick={() => setEdited(row.period)}>
                  Sửa ngày<span className="visually-hidden"> {quarterLabel(row.period)}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <section className={work.section} aria-labelledby="lich-su-ngay">
        <h2 id="lich-su-ngay">Các lần thay đổi trong năm {year}</h2>
        {changes.length === 0 ? (
          <p className={work.note}>
            Chưa thay đổi lần nào. Ngày ban đầu theo Nghị định 09/2019/NĐ-CP; hạn gửi là hai ngày làm việc sau
            ngày cuối lấy số liệu.
          </p>
        ) : (
          <ul className={work.cards}>
            {changes.map((change) => (
              <li key={`${change.period} ${change.revision}`} className={work.card}>
                <b>{changeText(change.period, change)}</b>
                <span>Lý do: {change.reason}</span>
                <span className={work.note}>
                  {change.by}, {formatMoment(change.at)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {item && <DaysDialog key={item.period} item={item} onClose={() => setEdited(undefined)} />}
    </>
  )
}
