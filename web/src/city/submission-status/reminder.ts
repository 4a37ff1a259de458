import { formatDay, quarterInText, unitTitle } from '@moc57/shared'
import type { SubmissionStatusItem } from '@moc57/shared/api'
import { capitalize } from '../../lib/text.ts'
import type { CitySubmissions } from './queries.ts'

/** The units that owe something of a quarter. */
export function owing(items: readonly SubmissionStatusItem[]): SubmissionStatusItem[] {
  return items.filter(({ standing }) => standing === 'silent' || standing === 'partial')
}

/** "chưa gửi chỉ tiêu nào", "còn thiếu 3 chỉ tiêu: 1, 5, 8 (Công an phường: 5)" */
export function owedInWords({ standing, owed, bodies }: SubmissionStatusItem): string {
  if (standing === 'silent') return 'chưa gửi chỉ tiêu nào'
  const ofBodies = bodies
    .filter((body) => body.owed.length > 0)
    .map((body) => `${body.name}: ${body.owed.join(', ')}`)
  const by = ofBodies.length > 0 ? ` (${ofBodies.join('; ')})` : ''
  return `còn thiếu ${owed.length} chỉ tiêu: ${owed.join(', ')}${by}`
}

type Reminded = Pick<CitySubmissions, 'period' | 'today' | 'isDue' | 'window' | 'notice'>

export function reminderSubject({ period, notice }: Reminded): string {
  return `${notice ? `[${notice}] ` : ''}Đôn đốc báo cáo số liệu Nghị quyết số 57-NQ/TW ${quarterInText(period)}`
}

function opening(reporting: Reminded, units: number): string {
  const { today, isDue, window } = reporting
  const due = isDue ? `đã quá hạn ${formatDay(window.dueOn)}` : `hạn gửi ${formatDay(window.dueOn)}`
  return `${reminderSubject(reporting)} (${due}).\nĐến ${formatDay(today)} còn ${units} đơn vị chưa gửi đủ số liệu:`
}

/** The list to copy into a letter or a chat. */
export function reminderText(reporting: Reminded, items: readonly SubmissionStatusItem[]): string {
  const lines = items.map(
    (item, index) => `${index + 1}. ${capitalize(unitTitle(item.unit))}: ${owedInWords(item)}.`,
  )
  return [opening(reporting, items.length), ...lines].join('\n')
}

/** What mail programs take as an address; Windows cuts longer ones off. */
const longestAddress = 1900

/** The same as the start of a letter, with as many units as an address holds. */
export function reminderMail(reporting: Reminded, items: readonly SubmissionStatusItem[]): string {
  const start = `mailto:?subject=${encodeURIComponent(reminderSubject(reporting))}&body=`
  const lines = items.map(({ unit }, index) => `\n${index + 1}. ${capitalize(unitTitle(unit))}`)
  const bodyWith = (shown: number) => {
    const rest = lines.length - shown
    const more = rest > 0 ? `\n… và ${rest} đơn vị khác (sao chép danh sách đầy đủ từ trang Nộp số liệu)` : ''
    return encodeURIComponent(opening(reporting, items.length) + lines.slice(0, shown).join('') + more)
  }
  let shown = lines.length
  while (shown > 0 && start.length + bodyWith(shown).length > longestAddress) shown -= 1
  return start + bodyWith(shown)
}
