import { unitTitle } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { unitsQuery } from '../../units/queries.ts'
import type { Reminders } from './queries.ts'
import styles from './reminders.module.css'

type Reminder = Reminders['items'][number]

/** What waits, the most urgent first, each with the way to it. */
export function ReminderList({ items, withUnit }: { items: readonly Reminder[]; withUnit: boolean }) {
  const units = useQuery({ ...unitsQuery(''), enabled: withUnit })
  if (items.length === 0) {
    return (
      <EmptyState title="Không có việc nào đang chờ">
        <p>Khi có số liệu cần nhập, trình, duyệt hoặc giải trình, việc sẽ hiện ở đây.</p>
      </EmptyState>
    )
  }
  return (
    <CardList>
      {items.map((reminder) => {
        const { kind, unitCode, period, numbers, isOverdue, sentence } = reminder
        const unit = units.data?.items.find(({ code }) => code === unitCode)
        return (
          <Card key={`${kind} ${unitCode} ${period}`} isUrgent={isOverdue}>
            <p>
              {isOverdue && <b className="alarm">Quá hạn</b>} {sentence}
              {withUnit && unit && ` (${unitTitle(unit)})`}.
            </p>
            {numbers.length > 0 && <p className="note">Chỉ tiêu {numbers.join(', ')}</p>}
            <WayTo reminder={reminder} />
          </Card>
        )
      })}
    </CardList>
  )
}

function WayTo({ reminder: { kind, unitCode, period } }: { reminder: Reminder }) {
  const given = { params: { unitCode }, search: { ky: period }, className: styles.way }
  if (kind === 'waiting') {
    return (
      <Link to="/don-vi/$unitCode/duyet" {...given}>
        Duyệt số liệu
      </Link>
    )
  }
  if (kind === 'explanationOwed' || kind === 'explanationWaiting') {
    return (
      <Link to="/don-vi/$unitCode/giai-trinh" {...given}>
        {kind === 'explanationOwed' ? 'Trả lời giải trình' : 'Xem giải trình'}
      </Link>
    )
  }
  return (
    <Link to="/don-vi/$unitCode/nhap-so-lieu" {...given}>
      Nhập số liệu
    </Link>
  )
}
