import { z } from 'zod'
import { formatDay } from '../format.ts'
import type { MeasurementState } from '../indicators/figure.ts'
import { quarterLabel, type ReportingWindow, shiftDay } from '../quarter.ts'
import { Quarter } from '../quarter-schema.ts'

/**
 * What waits for a person. `opened`: a quarter takes figures. `owed`: figures not entered yet. `notSubmitted`: entered
 * and not submitted. `returned`: figures to be corrected. `waiting`: submitted figures to decide on. `explanationOwed`: a
 * question to answer. `explanationWaiting`: an answer to decide on.
 */
export const ReminderKind = z.enum([
  'returned',
  'explanationOwed',
  'owed',
  'notSubmitted',
  'waiting',
  'explanationWaiting',
  'opened',
])
export type ReminderKind = z.infer<typeof ReminderKind>

export const Reminder = z
  .object({
    kind: ReminderKind,
    unitCode: z.string(),
    period: Quarter,
    numbers: z.array(z.int()).meta({ description: 'Of the indicators; empty for the quarter as a whole' }),
    dueOn: z.string().nullable().meta({ description: 'A day as 2026-12-16' }),
    isOverdue: z.boolean(),
  })
  .meta({ id: 'Reminder' })
export type Reminder = z.infer<typeof Reminder>

/** How many days before the data window closes missing figures are reminded of, and for how long an opening is told. */
const daysBeforeClosing = 7
const daysOfOpening = 7

/** A row of a unit's quarter as the person sees it. */
export type RemindedRow = {
  number: number
  state: MeasurementState | null
  mayEnter: boolean
  mayDecide: boolean
}

/**
 * What a quarter asks of a person on a day. Who may enter is told of missing figures when the window is about to close
 * and after, of returned ones at once; who may submit, of what is not submitted; who may decide, of what waits.
 */
export function remindersOfQuarter(
  rows: readonly RemindedRow[],
  given: {
    unitCode: string
    period: Quarter
    today: string
    window: ReportingWindow
    isOpen: boolean
    maySubmit: boolean
  },
): Reminder[] {
  const { unitCode, period, today, window, isOpen, maySubmit } = given
  const isClosing = today >= shiftDay(window.to, -daysBeforeClosing)
  const isOverdue = today > window.dueOn
  const reminder = (kind: ReminderKind, numbers: number[]): Reminder[] =>
    numbers.length > 0 ? [{ kind, unitCode, period, numbers, dueOn: window.dueOn, isOverdue }] : []
  const numbersOf = (isMeant: (row: RemindedRow) => boolean) =>
    rows.filter(isMeant).map(({ number }) => number)
  const mine = rows.filter(({ mayEnter }) => mayEnter)
  const isUntouched = mine.length > 0 && mine.every(({ state }) => state === null)
  const isOpening = today >= window.from && today < shiftDay(window.from, daysOfOpening)

  return [
    ...(isOpen
      ? reminder(
          'returned',
          numbersOf((row) => row.mayEnter && row.state === 'returned'),
        )
      : []),
    ...(isOpen && isClosing
      ? [
          ...reminder(
            'owed',
            numbersOf((row) => row.mayEnter && row.state === null),
          ),
          ...(maySubmit
            ? reminder(
                'notSubmitted',
                numbersOf((row) => row.mayEnter && row.state === 'draft'),
              )
            : []),
        ]
      : []),
    ...reminder(
      'waiting',
      numbersOf((row) => row.mayDecide && row.state === 'submitted'),
    ).map((waiting) => ({
      ...waiting,
      isOverdue: false,
    })),
    ...(isOpen && isOpening && isUntouched
      ? [{ kind: 'opened' as const, unitCode, period, numbers: [], dueOn: window.dueOn, isOverdue: false }]
      : []),
  ]
}

/** Overdue first, then what is due soonest, then in the order of kinds. */
export function byUrgency(a: Reminder, b: Reminder): number {
  const order = ReminderKind.options
  return (
    Number(b.isOverdue) - Number(a.isOverdue) ||
    (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') ||
    order.indexOf(a.kind) - order.indexOf(b.kind)
  )
}

const deeds: Record<ReminderKind, (count: number) => string> = {
  returned: (count) => `${count} chỉ tiêu bị trả lại, cần sửa`,
  explanationOwed: (count) => `${count} yêu cầu giải trình chưa trả lời`,
  owed: (count) => `còn ${count} chỉ tiêu chưa có số liệu`,
  notSubmitted: (count) => `${count} chỉ tiêu đã nhập, chưa trình`,
  waiting: (count) => `${count} chỉ tiêu chờ duyệt`,
  explanationWaiting: (count) => `${count} giải trình chờ xem xét`,
  opened: () => 'đã mở nhập số liệu',
}

/** "Quý IV/2026: còn 12 chỉ tiêu chưa có số liệu, hạn 16/12/2026", as the page and the letter say it. */
export function reminderSentence({ kind, period, numbers, dueOn, isOverdue }: Reminder): string {
  const isDue = dueOn !== null && kind !== 'waiting' && kind !== 'explanationWaiting'
  const due = isDue ? `, ${isOverdue ? 'quá hạn từ' : 'hạn'} ${formatDay(dueOn)}` : ''
  return `${quarterLabel(period)}: ${deeds[kind](numbers.length)}${due}`
}

/** Reminders go out at 07:30 of every working day in Viet Nam. */
export const reminderTime = { hour: 7, minute: 30 }

/** The last working day whose reminders are due by an instant. */
export function lastReminderDay(now: Date): string {
  const local = new Date(now.getTime() + 7 * 3_600_000)
  const isEarly =
    local.getUTCHours() * 60 + local.getUTCMinutes() < reminderTime.hour * 60 + reminderTime.minute
  let day = shiftDay(local.toISOString().slice(0, 10), isEarly ? -1 : 0)
  while ([0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) day = shiftDay(day, -1)
  return day
}
