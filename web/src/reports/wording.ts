import {
  formatDay,
  formatMoment,
  reportPeriodInText,
  reportPeriodLabel,
  reportSectionTitles,
} from '@moc57/shared'
import type { MadeReport } from '@moc57/shared/api'
import type { Desk } from './queries.ts'

/** One sentence on what making the report would give. */
export function deskSentence({ refusal, preview, keptFrom, period }: Desk): string {
  if (refusal !== null || !preview) return refusal ?? ''
  const { isDraft, takenOn } = preview.figures
  const text = reportPeriodInText(period)
  if (keptFrom)
    return `Số liệu của báo cáo ${text} giữ theo ngày ${formatDay(takenOn)}, là ngày lập báo cáo lần đầu.`
  return isDraft
    ? `Số liệu ${text} chưa duyệt hết; báo cáo lập lúc này mang dấu DỰ THẢO và ghi rõ số liệu chưa duyệt.`
    : `Số liệu ${text} đã duyệt; báo cáo lập lúc này là báo cáo chính thức, chờ ký và ghi số.`
}

/** Whom the reports go to, by the first body of each, and one more. */
export function addresseeOptions(
  { addressees, addressee, settings }: Desk,
  most: number,
): { value: string; label: string }[] {
  const known = new Map(addressees.map(({ number, name }) => [number, name]))
  if (!known.has(1)) known.set(1, addressee === 1 ? firstLine(settings.settings.addressees) : '')
  if (!known.has(addressee)) known.set(addressee, '')
  const next = Math.max(...known.keys()) + 1
  const options = [...known].toSorted(([one], [other]) => one - other)
  return [
    ...options.map(([number, name]) => ({
      value: String(number),
      label: name || (number === 1 ? 'Nơi gửi thứ nhất' : 'Nơi gửi mới'),
    })),
    ...(next <= most && known.get(next - 1) !== '' ? [{ value: String(next), label: 'Thêm nơi gửi…' }] : []),
  ]
}

function firstLine(text: string): string {
  return text.split('\n')[0]?.trim() ?? ''
}

/** What is still blank in a report, so that nobody sends it so. */
export function missingParts({ preview, sections, settings }: Desk): string[] {
  if (!preview) return []
  const empty = sections
    .filter(({ text }) => text.trim() === '')
    .map(({ section }) => reportSectionTitles[section])
  const blank = settings.settings.signerName === '' ? ['họ tên người ký'] : []
  return [...empty.map((title) => `mục ${title.split('.')[0]}`), ...blank]
}

/** "Quý III/2026, lập 10:00 22/11/2026, vhxh" */
export function madeReportText({ period, at, by }: MadeReport): string {
  return `${reportPeriodLabel(period)}, lập ${formatMoment(at)}, ${by}`
}

export function savedText({ by, at }: { by: string | null; at: string | null }): string | undefined {
  return by && at ? `Lưu ${formatMoment(at)}, ${by}` : undefined
}

/** The words of a text, as offices count them: what stands between spaces. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}
