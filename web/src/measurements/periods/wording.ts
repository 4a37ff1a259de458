import { formatDay, formatWindow, quarterLabel, type ReportingWindow } from '@moc57/shared'
import type { PeriodItem } from '@moc57/shared/api'
import { quarterText } from '../../lib/figures.ts'
import type { ReportingPeriods } from './queries.ts'

/** What is collected now, and until when: "Đang thu số liệu quý IV/2026 (hạn gửi 16/12/2026)." */
export function collectingSentence({ items, today }: ReportingPeriods): string {
  const collected = items.filter(({ from, dueOn }) => today >= from && today <= dueOn)
  if (collected.length === 0) return 'Hôm nay không thu số liệu của kỳ nào.'
  return `Đang thu số liệu ${collected
    .map((item) => `${quarterText(item.period)} (hạn gửi ${formatDay(item.dueOn)})`)
    .join(', ')}.`
}

/** Where a quarter stands on a day: "đang thu", "đã hết hạn gửi". */
export function stateText({ from, dueOn }: ReportingWindow, today: string): string {
  if (today < from) return 'chưa bắt đầu'
  return today > dueOn ? 'đã hết hạn gửi' : 'đang thu'
}

/** "số liệu từ 15/06/2026 đến 14/09/2026, hạn gửi 16/09/2026" */
export function daysText(days: ReportingWindow): string {
  return `số liệu ${formatWindow(days)}, hạn gửi ${formatDay(days.dueOn)}`
}

/** "Quý III/2026: hạn gửi 16/09/2026 → 30/09/2026": what a change changed. */
export function changeText(period: string, { before, ...after }: PeriodItem['changes'][number]): string {
  const parts = [
    (before.from !== after.from || before.to !== after.to) &&
      `lấy số liệu ${formatWindow(before)} → ${formatWindow(after)}`,
    before.dueOn !== after.dueOn && `hạn gửi ${formatDay(before.dueOn)} → ${formatDay(after.dueOn)}`,
  ]
  return `${quarterLabel(period)}: ${parts.filter(Boolean).join('; ')}`
}
