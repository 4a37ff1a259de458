import { formatDay, formatMoment, quarterLabel } from '@moc57/shared'
import { useState } from 'react'
import { Card, CardList } from '../../ui/card-list.tsx'
import { Section } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { DaysDialog } from './days-dialog.tsx'
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
      <Table
        caption={`Ngày lấy số liệu và hạn gửi của các kỳ năm ${year}`}
        rows={items}
        rowKey={({ period }) => period}
        columns={[
          { title: 'Kỳ', kind: 'name', cell: ({ period }) => <b>{quarterLabel(period)}</b> },
          { title: 'Lấy số liệu từ ngày', cell: ({ from }) => formatDay(from) },
          { title: 'Đến hết ngày', cell: ({ to }) => formatDay(to) },
          { title: 'Hạn gửi', cell: ({ dueOn }) => formatDay(dueOn) },
          {
            title: 'Tình trạng',
            cell: (row) => `${stateText(row, today)}${row.revision > 0 ? ', đã sửa ngày' : ''}`,
          },
          {
            title: 'Sửa',
            hideTitle: true,
            kind: 'actions',
            cell: ({ period }) => (
              <button type="button" className="button" onClick={() => setEdited(period)}>
                Sửa ngày<span className="visually-hidden"> {quarterLabel(period)}</span>
              </button>
            ),
          },
        ]}
      />
      <Section title={<>Các lần thay đổi trong năm {year}</>}>
        {changes.length === 0 ? (
          <p className="note">
            Chưa thay đổi lần nào. Ngày ban đầu theo Nghị định 09/2019/NĐ-CP; hạn gửi là hai ngày làm việc sau
            ngày cuối lấy số liệu.
          </p>
        ) : (
          <CardList>
            {changes.map((change) => (
              <Card key={`${change.period} ${change.revision}`}>
                <b>{changeText(change.period, change)}</b>
                <span>Lý do: {change.reason}</span>
                <span className="note">
                  {change.by}, {formatMoment(change.at)}
                </span>
              </Card>
            ))}
          </CardList>
        )}
      </Section>
      {item && <DaysDialog key={item.period} item={item} onClose={() => setEdited(undefined)} />}
    </>
  )
}
