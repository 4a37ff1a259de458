import { formatDay } from '../format.ts'
import {
  firstQuarter,
  lastQuarter,
  type Quarter,
  quarterInText,
  type ReportingWindow,
  shiftDay,
  shiftQuarter,
} from '../quarter.ts'

const mostDaysAway = 183

type Refusal = { field: keyof ReportingWindow; detail: string }

/** What is wrong with the days that a quarter is to get; `daysOf` gives those of the quarters beside it. */
export function refusalsOfDays(
  period: Quarter,
  days: ReportingWindow,
  daysOf: (period: Quarter) => ReportingWindow,
): Refusal[] {
  const fields = ['from', 'to', 'dueOn'] as const
  const far = fields.filter((field) => isFar(days[field], period))
  if (far.length > 0) {
    return far.map((field) => ({
      field,
      detail: `Ngày ${formatDay(days[field])} cách ${quarterInText(period)} hơn 6 tháng. Hãy xem lại năm và tháng.`,
    }))
  }
  const { from, to, dueOn } = days
  const refusals: (Refusal | false)[] = [
    from > to && { field: 'to', detail: 'Ngày cuối lấy số liệu phải từ ngày đầu trở đi.' },
    dueOn < to && {
      field: 'dueOn',
      detail: `Hạn gửi không được trước ngày cuối lấy số liệu (${formatDay(to)}).`,
    },
  ]
  if (period > firstQuarter) {
    const before = shiftQuarter(period, -1)
    const { to: end, dueOn: due } = daysOf(before)
    refusals.push(
      from <= end && {
        field: 'from',
        detail: `Số liệu ${quarterInText(before)} lấy đến hết ngày ${formatDay(end)}. Chọn ngày đầu sau ngày đó, hoặc sửa kỳ trước trước.`,
      },
      dueOn <= due && {
        field: 'dueOn',
        detail: `Hạn gửi phải sau hạn gửi ${quarterInText(before)} (${formatDay(due)}).`,
      },
    )
  }
  if (period < lastQuarter) {
    const after = shiftQuarter(period, 1)
    const { from: start, dueOn: due } = daysOf(after)
    refusals.push(
      to >= start && {
        field: 'to',
        detail: `Số liệu ${quarterInText(after)} lấy từ ngày ${formatDay(start)}. Chọn ngày cuối trước ngày đó, hoặc sửa kỳ sau trước.`,
      },
      dueOn >= due && {
        field: 'dueOn',
        detail: `Hạn gửi phải trước hạn gửi ${quarterInText(after)} (${formatDay(due)}).`,
      },
    )
  }
  return refusals.filter((refusal) => refusal !== false)
}

function isFar(day: string, period: Quarter): boolean {
  const year = period.slice(0, 4)
  const lastMonth = Number(period.slice(6)) * 3
  const start = `${year}-${String(lastMonth - 2).padStart(2, '0')}-01`
  const end = `${year}-${String(lastMonth).padStart(2, '0')}-28`
  return day < shiftDay(start, -mostDaysAway) || day > shiftDay(end, mostDaysAway)
}
