import {
  boundOnly,
  differenceUnit,
  formatChange,
  formatDay,
  formatNumber,
  formatRecorded,
  type Measurement,
  quarterLabel,
  type Submission,
  type SubmissionAction,
} from '@moc57/shared'
import type { ApprovalRow } from '@moc57/shared/api'
import { quarterText } from '../../lib/figures.ts'
import { changeOf, debtsOf, hasFigure, isBetter } from './approval-rows.ts'

/** "Quý IV/2026: đã trình 28/31, đã duyệt 12" */
export function submissionSummary({ period, counts }: Submission): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return `${quarterLabel(period)}: đã trình ${counts.submitted + counts.approved}/${total}, đã duyệt ${counts.approved}`
}

/** Where the quarter stands, in words. */
export function quarterSentence(submission: Submission): string {
  const { period, state, isOpen, counts, window } = submission
  if (state === 'notBegun')
    return `${quarterLabel(period)} chưa bắt đầu; nhập được từ ngày ${formatDay(window.from)}.`
  const rest = [
    counts.returned > 0 && `${counts.returned} trả lại chờ sửa`,
    counts.draft > 0 && `${counts.draft} nháp chưa trình`,
    counts.missing > 0 && `${counts.missing} chưa nhập`,
  ].filter(Boolean)
  const gate =
    state === 'locked' ? 'Kỳ đã khóa.' : isOpen ? `Hạn gửi ngày ${formatDay(window.dueOn)}.` : 'Kỳ đã đóng.'
  return `${[submissionSummary(submission), rest.join(', ')].filter(Boolean).join('; ')}. ${gate}`
}

/** "48%", "trên 30%"; "không tính được" where a share has no denominator. */
export function figureText(
  { value, comparator }: Pick<Measurement, 'value' | 'comparator'>,
  unitOfMeasure: string,
  change = 0,
): string {
  return value === null
    ? 'không tính được'
    : boundOnly(comparator) + formatRecorded(value, unitOfMeasure, change)
}

/** "2 / 3": what a share was counted from. */
export function countsText({ numerator, denominator }: Pick<Measurement, 'numerator' | 'denominator'>) {
  return numerator === null || denominator === null
    ? undefined
    : `${formatNumber(numerator, 4)} / ${formatNumber(denominator, 4)}`
}

/** "▲ +3,2 điểm phần trăm so với quý III/2026 (45%)", "▲ +3 giờ so với quý III/2026 (5 giờ), kém đi" */
export function changeSentence(row: ApprovalRow): string {
  const { previous, current, unitOfMeasure, direction } = row
  if (previous === null) return 'Chưa có số liệu của các quý trước'
  const change = changeOf(row)
  const before = `${quarterText(previous.period)} (${formatRecorded(previous.value, unitOfMeasure, change ?? 0)})`
  if (change === null || current?.value == null) return `Trước đó: ${before}`
  if (change === 0) return `Không đổi so với ${before}`
  const moved = `${formatChange(previous.value, current.value)} ${differenceUnit(unitOfMeasure)}`
  // Where more is better the arrow says it all.
  const judged = direction === 'increase' ? '' : isBetter(change, direction) ? ', tốt lên' : ', kém đi'
  return `${change > 0 ? '▲' : '▼'} ${moved} so với ${before}${judged}`
}

/**
 * How many figures are missing: "20 trong 27 chỉ tiêu đồng chí chỉ đạo chưa được nhập." Bodies that lead an indicator
 * together each owe it, so their counts may add up to more.
 */
export function debtsSentence(rows: readonly ApprovalRow[], isLeader: boolean): string {
  const missing = rows.filter((row) => !hasFigure(row)).length
  const whose = isLeader ? ' đồng chí chỉ đạo' : ''
  if (missing === 0) return `Đủ ${rows.length} chỉ tiêu${whose}.`
  const owed = debtsOf(rows).reduce((sum, debt) => sum + debt.rows.length, 0)
  const shared = owed > missing ? ' Chỉ tiêu có nhiều cơ quan chủ trì được tính cho từng cơ quan.' : ''
  return `${missing} trong ${rows.length} chỉ tiêu${whose} chưa được nhập.${shared}`
}

export const actionWords: Record<SubmissionAction, string> = {
  submit: 'Trình',
  approve: 'Duyệt',
  return: 'Trả lại',
  reopen: 'Mở lại kỳ',
  lock: 'Khóa kỳ',
}
