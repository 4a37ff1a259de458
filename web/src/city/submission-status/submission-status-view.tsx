import {
  codesOf,
  formatDay,
  formatMoment,
  formatWindow,
  quarterLabel,
  type SubmissionStatus,
  submissionStatusLabels,
  unitTitle,
  vietnameseOrder,
} from '@moc57/shared'
import type { SubmissionStatusItem } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { apiPath } from '../../lib/api-client.ts'
import { capitalize } from '../../lib/text.ts'
import { useMediaQuery } from '../../lib/use-media-query.ts'
import { Callout } from '../../ui/callout.tsx'
import { Choices } from '../../ui/choices.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page, PageHead } from '../../ui/page.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { CitySubmissions } from './queries.ts'
import { owing, reminderMail, reminderText } from './reminder.ts'
import { SubmissionStatusMark } from './submission-status-mark.tsx'

type SubmissionStatusViewProps = {
  reporting: CitySubmissions
  standing: SubmissionStatus | undefined
  /** Whether the other pages are of an earlier day, which this one cannot be. */
  isOtherDay: boolean
  onChoose: (standing: SubmissionStatus | undefined) => void
}

/** Who has reported the quarter and who owes what, with a list to remind them. */
export function SubmissionStatusView({
  reporting,
  standing,
  isOtherDay,
  onChoose,
}: SubmissionStatusViewProps) {
  const { items, period, window, isDue, today } = reporting
  const shown = items.filter((item) => standing === undefined || item.standing === standing)
  const owed = owing(shown)
  const count = (of: SubmissionStatus) => items.filter((item) => item.standing === of).length
  const complete = count('onTime') + count('late')
  return (
    <Page>
      <PageHead
        title={
          <>
            {quarterLabel(period)}: {complete} trong {items.length} đơn vị đã gửi đủ số liệu,{' '}
            {count('partial')} gửi thiếu, {count('silent')} chưa gửi
          </>
        }
        takeAway={{
          file: (extension) => apiPath(`/api/reporting.${extension}`, {}, { period, standing }),
        }}
      />
      <p>
        Số liệu chốt {formatWindow(window)}; hạn gửi {formatDay(window.dueOn)}
        {isDue && <b>, đã quá hạn</b>}. Tính đến {formatDay(today)}.
        {isOtherDay && ' Trang này không xem lại được theo ngày đã chọn ở các trang khác.'}
      </p>
      <Choices
        legend="Lọc theo tình trạng"
        options={[undefined, ...codesOf(submissionStatusLabels)].flatMap((one) => {
          const units = one === undefined ? items.length : count(one)
          if (units === 0 && one !== standing) return []
          return {
            value: one,
            label: (
              <>
                {one ? <SubmissionStatusMark standing={one} /> : 'Tất cả'} {units}
              </>
            ),
          }
        })}
        isChosen={(one) => one === standing}
        onChoose={onChoose}
      />
      {owed.length > 0 && <Reminder reporting={reporting} items={owed} />}
      {shown.length === 0 ? (
        <EmptyState title="Không có đơn vị nào">
          <p>Không có đơn vị nào ở tình trạng này.</p>
        </EmptyState>
      ) : (
        <SubmissionStatusTable reporting={reporting} items={shown} />
      )}
    </Page>
  )
}

function Reminder({
  reporting,
  items,
}: {
  reporting: CitySubmissions
  items: readonly SubmissionStatusItem[]
}) {
  const text = reminderText(reporting, items)
  return (
    <Callout label="Danh sách đôn đốc" className="screen-only">
      <p className="row">
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
    </Callout>
  )
}

const wideScreen = '(width >= 48em), print'
/** A phone shows those who owe the most, and the rest when it is asked to. */
const shownOnPhone = 20

function SubmissionStatusTable({
  reporting,
  items,
}: {
  reporting: CitySubmissions
  items: readonly SubmissionStatusItem[]
}) {
  const wide = useMediaQuery(wideScreen)
  const [all, setAll] = useState(false)
  const listed = wide || all ? items : items.slice(0, shownOnPhone)
  return (
    <>
      <Table
        caption={`Tình hình gửi số liệu ${quarterLabel(reporting.period)}, thiếu nhiều nhất trước`}
        rows={listed}
        rowKey={({ unit }) => unit.code}
        columns={[
          {
            title: 'Đơn vị',
            kind: 'name',
            cell: ({ unit }) => (
              <Link
                to="/don-vi/$unitCode/duyet"
                params={{ unitCode: unit.code }}
                search={{ ky: reporting.period }}
                preload={false}
              >
                {capitalize(unitTitle(unit))}
              </Link>
            ),
            compare: (one, other) => vietnameseOrder.compare(unitTitle(one.unit), unitTitle(other.unit)),
          },
          {
            title: 'Tình trạng',
            label: null,
            cell: ({ standing }) => <SubmissionStatusMark standing={standing} />,
          },
          countColumn('Đã duyệt', ({ approved }) => approved),
          countColumn('Chờ duyệt', ({ submitted }) => submitted),
          countColumn('Nháp, trả lại', ({ draft, returned }) => draft + returned),
          countColumn('Chưa nhập', ({ missing }) => missing),
          { title: 'Còn thiếu', card: 'line', cell: (item) => <Owed item={item} /> },
          {
            title: 'Gửi lần cuối',
            isIdle: ({ submittedAt }) => submittedAt === null,
            cell: ({ submittedAt }) => (submittedAt ? formatMoment(submittedAt) : '-'),
          },
        ]}
      />
      {listed.length < items.length && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          Xem cả {items.length} đơn vị
        </button>
      )}
    </>
  )
}

function countColumn(
  title: string,
  countOf: (counts: SubmissionStatusItem['counts']) => number,
): Column<SubmissionStatusItem> {
  return {
    title,
    kind: 'number',
    isIdle: ({ counts }) => countOf(counts) === 0,
    cell: ({ counts }) => countOf(counts),
    compare: (one, other) => countOf(other.counts) - countOf(one.counts),
  }
}

function Owed({ item: { due, owed, bodies } }: { item: SubmissionStatusItem }) {
  return (
    <>
      {owed.length === 0 ? '-' : owed.length === due ? `cả ${due} chỉ tiêu` : `chỉ tiêu ${owed.join(', ')}`}
      {bodies
        .filter((body) => body.owed.length > 0)
        .map((body) => (
          <span key={body.name} className="detail">
            {body.name}: {body.owed.length === due ? 'tất cả' : body.owed.join(', ')}
          </span>
        ))}
    </>
  )
}
