import { useMediaQuery } from '@mantine/hooks'
import {
  formatDay,
  formatMoment,
  formatWindow,
  quarterLabel,
  ReportingStanding,
  unitTitle,
} from '@moc57/shared'
import { type ReportingItem, readReporting } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { apiPath } from '../../lib/api-client.ts'
import { capitalize } from '../../lib/text.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ViewHeading } from '../../ui/view-heading.tsx'
import type { Reporting } from './queries.ts'
import { owing, reminderMail, reminderText } from './reminder.ts'
import styles from './reporting.module.css'
import { StandingMark } from './standing-mark.tsx'

type ReportingViewProps = {
  reporting: Reporting
  standing: ReportingStanding | undefined
  /** Whether the other pages are of an earlier day, which this one cannot be. */
  isOtherDay: boolean
  onChoose: (standing: ReportingStanding | undefined) => void
}

/** Who has reported the quarter and who owes what, with a list to remind them. */
export function ReportingView({ reporting, standing, isOtherDay, onChoose }: ReportingViewProps) {
  const { items, period, window, isDue, today } = reporting
  const shown = items.filter((item) => standing === undefined || item.standing === standing)
  const owed = owing(shown)
  const count = (of: ReportingStanding) => items.filter((item) => item.standing === of).length
  const complete = count('onTime') + count('late')
  return (
    <div className={`${styles.page} paper-flow`}>
      <ViewHeading
        takeAway={{
          file: (extension) => apiPath(`${readReporting.url}.${extension}`, {}, { period, standing }),
        }}
      >
        {quarterLabel(period)}: {complete} trong {items.length} đơn vị đã gửi đủ số liệu, {count('partial')}{' '}
        gửi thiếu, {count('silent')} chưa gửi
      </ViewHeading>
      <p>
        Số liệu chốt {formatWindow(window)}; hạn gửi {formatDay(window.dueOn)}
        {isDue && <b>, đã quá hạn</b>}. Tính đến {formatDay(today)}.
        {isOtherDay && ' Trang này không xem lại được theo ngày đã chọn ở các trang khác.'}
      </p>
      <fieldset className={styles.filters}>
        <legend className="visually-hidden">Lọc theo tình trạng</legend>
        {[undefined, ...ReportingStanding.options].map((one) => {
          const units = one === undefined ? items.length : count(one)
          if (units === 0 && one !== standing) return null
          return (
            <button
              key={one ?? 'all'}
              type="button"
              aria-pressed={one === standing}
              onClick={() => onChoose(one)}
            >
              {one ? <StandingMark standing={one} /> : 'Tất cả'} {units}
            </button>
          )
        })}
      </fieldset>
      {owed.length > 0 && <Reminder reporting={reporting} items={owed} />}
      {shown.length === 0 ? (
        <EmptyState title="Không có đơn vị nào">
          <p>Không có đơn vị nào ở tình trạng này.</p>
        </EmptyState>
      ) : (
        <ReportingTable reporting={reporting} items={shown} />
      )}
    </div>
  )
}

function Reminder({ reporting, items }: { reporting: Reporting; items: readonly ReportingItem[] }) {
  const text = reminderText(reporting, items)
  return (
    <section className={styles.reminder} aria-label="Danh sách đôn đốc">
      <p className={styles.actions}>
        <b>Đôn đốc {items.length} đơn vị</b>
        <CopyButton text={text} label="Sao chép danh sách" />
        <a href={reminderMail(reporting, items)}>Soạn thư</a>
      </p>
      <details>
        <summary>Xem danh sách đôn đốc</summary>
        <textarea
          readOnly
          aria-label="Danh sách đôn đốc"
          value={text}
          rows={Math.min(12, items.length + 3)}
        />
      </details>
    </section>
  )
}

const wideScreen = '(width >= 48em), print'
/** A phone shows those who owe the most, and the rest when it is asked to. */
const shownOnPhone = 20

function ReportingTable({ reporting, items }: { reporting: Reporting; items: readonly ReportingItem[] }) {
  const wide = useMediaQuery(wideScreen, true, { getInitialValueInEffect: false })
  const [all, setAll] = useState(false)
  const listed = wide || all ? items : items.slice(0, shownOnPhone)
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">
          Tình hình gửi số liệu {quarterLabel(reporting.period)}, thiếu nhiều nhất trước
        </caption>
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
            <th scope="col">Tình trạng</th>
            <th scope="col" className={styles.number}>
              Đã duyệt
            </th>
            <th scope="col" className={styles.number}>
              Chờ duyệt
            </th>
            <th scope="col" className={styles.number}>
              Nháp, trả lại
            </th>
            <th scope="col" className={styles.number}>
              Chưa nhập
            </th>
            <th scope="col">Còn thiếu</th>
            <th scope="col">Gửi lần cuối</th>
          </tr>
        </thead>
        <tbody>
          {listed.map((item) => (
            <ReportingRow key={item.unit.code} item={item} period={reporting.period} />
          ))}
        </tbody>
      </table>
      {listed.length < items.length && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          Xem cả {items.length} đơn vị
        </button>
      )}
    </>
  )
}

function ReportingRow({ item, period }: { item: ReportingItem; period: Reporting['period'] }) {
  const { unit, standing, counts, due, owed, bodies, submittedAt } = item
  const owedBodies = bodies.filter((body) => body.owed.length > 0)
  const cell = (label: string, number: number) => (
    <td className={styles.number} data-label={label} data-empty={number === 0 || undefined}>
      {number}
    </td>
  )
  return (
    <tr>
      <th scope="row">
        <Link
          to="/don-vi/$unitCode/duyet"
          params={{ unitCode: unit.code }}
          search={{ ky: period }}
          preload={false}
        >
          {capitalize(unitTitle(unit))}
        </Link>
      </th>
      <td>
        <StandingMark standing={standing} />
      </td>
      {cell('Đã duyệt', counts.approved)}
      {cell('Chờ duyệt', counts.submitted)}
      {cell('Nháp, trả lại', counts.draft + counts.returned)}
      {cell('Chưa nhập', counts.missing)}
      <td data-label="Còn thiếu">
        {owed.length === 0 ? '-' : owed.length === due ? `cả ${due} chỉ tiêu` : `chỉ tiêu ${owed.join(', ')}`}
        {owedBodies.map(({ name, owed }) => (
          <span key={name} className={styles.body}>
            {name}: {owed.length === due ? 'tất cả' : owed.join(', ')}
          </span>
        ))}
      </td>
      <td data-label="Gửi lần cuối" data-empty={submittedAt === null || undefined}>
        {submittedAt ? formatMoment(submittedAt) : '-'}
      </td>
    </tr>
  )
}
