import {
  type Account,
  countStates,
  formatDay,
  quarterInText,
  quarterLabel,
  type Submission,
} from '@moc57/shared'
import type { ApprovalRow } from '@moc57/shared/api'
import { capitalize, uncapitalize } from '../../lib/text.ts'
import { type debtsOf, hasFigure } from './approval-rows.ts'

type Counts = Submission['counts']

const dayLength = 24 * 3_600_000

/** "còn 16 ngày, hạn gửi 16/12/2026" */
export function dueText(dueOn: string, today: string): string {
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / dayLength)
  if (days < 0) return `quá hạn ${-days} ngày, hạn gửi ${formatDay(dueOn)}`
  return days === 0 ? 'hôm nay là hạn gửi' : `còn ${days} ngày, hạn gửi ${formatDay(dueOn)}`
}

/** The rows that are an account's own to enter or to decide on. */
export function ownRows(rows: readonly ApprovalRow[], { role }: Pick<Account, 'role'>): ApprovalRow[] {
  return rows.filter(({ mayEnter, mayDecide }) => (role === 'leader' ? mayDecide : mayEnter))
}

/** The page's first sentence: "Quý IV/2026: còn 16 ngày, hạn gửi 16/12/2026. 19/31 chỉ tiêu đã nhập, 2 bị trả lại." */
export function ownQuarterSentence(
  { period, state, isOpen, window }: Submission,
  rows: readonly ApprovalRow[],
  { role, today }: { role: Account['role']; today: string },
): string {
  if (state === 'notBegun') return `${quarterLabel(period)} nhập được từ ngày ${formatDay(window.from)}.`
  const counts = countStates(rows)
  const total = rows.length
  const due = isOpen ? dueText(window.dueOn, today) : state === 'locked' ? 'kỳ đã khóa' : 'kỳ đã đóng'
  const said =
    role === 'leader'
      ? [
          counts.submitted > 0
            ? `${counts.submitted} chỉ tiêu chờ đồng chí duyệt`
            : 'không có chỉ tiêu chờ duyệt',
          `đã duyệt ${counts.approved}/${total}`,
          counts.missing > 0 && `${counts.missing} chưa có số liệu`,
        ]
      : [
          `${total - counts.missing}/${total} chỉ tiêu đã nhập`,
          counts.returned > 0 && `${counts.returned} bị trả lại`,
          counts.draft > 0 && `${counts.draft} chưa trình`,
          counts.submitted > 0 && `${counts.submitted} chờ duyệt`,
          counts.approved > 0 && `${counts.approved} đã duyệt`,
        ]
  return `${quarterLabel(period)}: ${due}. ${capitalize(said.filter(Boolean).join(', '))}.`
}

/** What the rows ask of an account next; the place is an address below the unit. */
export function nextOfQuarter(
  counts: Counts,
  { isOpen, role }: { isOpen: boolean; role: Account['role'] },
): { label: string; to: 'nhap-so-lieu' | 'duyet' } | null {
  const { returned, missing, draft, submitted } = counts
  if (role === 'leader') {
    return submitted > 0 ? { label: `Duyệt ${submitted} chỉ tiêu`, to: 'duyet' } : null
  }
  if (!isOpen) return null
  if (returned > 0) return { label: `Sửa ${returned} chỉ tiêu bị trả lại`, to: 'nhap-so-lieu' }
  if (missing > 0) return { label: `Nhập ${missing} chỉ tiêu còn thiếu`, to: 'nhap-so-lieu' }
  if (draft > 0 && role === 'officer') {
    return { label: `Trình duyệt ${draft} chỉ tiêu`, to: 'nhap-so-lieu' }
  }
  return null
}

type Debt = ReturnType<typeof debtsOf>[number]
type Reminding = { submission: Submission; notice: string | null; address: string }

/** The reminder to send to one body: what it owes, until when, and where. */
export function reminderTo({ body, rows }: Debt, { submission, notice, address }: Reminding): string {
  const { period, window } = submission
  return [
    `${notice ? `[${notice}] ` : ''}Kính gửi ${body?.name ?? 'cơ quan chủ trì'},`,
    `${quarterLabel(period)} còn ${rows.length} chỉ tiêu Nghị quyết số 57-NQ/TW chưa có số liệu:`,
    ...rows.map(({ number, shortName }) => `- Chỉ tiêu ${number}: ${uncapitalize(shortName)}`),
    `Đề nghị nhập số liệu trước ngày ${formatDay(window.dueOn)} tại ${address}`,
  ].join('\n')
}

/** The same as the start of a letter; by numbers alone, as mail programs cut long addresses off. */
export function reminderMail({ body, rows }: Debt, { submission, notice, address }: Reminding): string {
  const { period, window } = submission
  const subject = `${notice ? `[${notice}] ` : ''}Đề nghị nhập số liệu Nghị quyết số 57-NQ/TW ${quarterInText(period)}`
  const numbers = rows.map(({ number }) => number).join(', ')
  const text = `Kính gửi ${body?.name ?? 'cơ quan chủ trì'},\nChưa có số liệu: chỉ tiêu ${numbers}. Hạn gửi ${formatDay(window.dueOn)}.\n${address}`
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`
}

/** The figures that came back and were not changed since. */
export function returnedRows(rows: readonly ApprovalRow[]): ApprovalRow[] {
  return rows.filter((row) => row.current?.state === 'returned' && hasFigure(row))
}

export const ownQuarterWords = {
  returned: 'Bị trả lại',
  noReason: 'không ghi lý do',
  debts: 'Chưa có số liệu',
  none: 'Đủ số liệu.',
  noBody: 'Chưa phân công cơ quan',
  others: 'Các cơ quan khác',
  copy: 'Chép lời nhắc',
  mail: 'Soạn thư',
  notSent: (count: number) =>
    `${count} chỉ tiêu đã gõ trong máy này chưa gửi được về máy chủ. Mở trang nhập số liệu để gửi.`,
}

/** How many stand where, in the order of the way to approval. */
export function stateCounts(counts: Counts): { label: string; count: number; isAlarm: boolean }[] {
  return [
    { label: 'Chưa nhập', count: counts.missing, isAlarm: false },
    { label: 'Chưa trình', count: counts.draft, isAlarm: false },
    { label: 'Bị trả lại', count: counts.returned, isAlarm: counts.returned > 0 },
    { label: 'Chờ duyệt', count: counts.submitted, isAlarm: false },
    { label: 'Đã duyệt', count: counts.approved, isAlarm: false },
  ]
}
