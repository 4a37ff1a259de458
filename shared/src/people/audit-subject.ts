import { formatDay } from '../format.ts'
import { type ReportSection, reportSectionTitles } from '../reports/report.ts'
import { type ReportPeriod, reportKind, reportPeriodInText } from '../reports/report-period.ts'

/** What a deed concerns beside a figure, as the log tells it: the fields that are there say what. */
export type AuditSubject = {
  /** As it was written when it was done: rights before and after, the name of a backup. */
  text?: string | null
  task?: number
  file?: string | null
  /** The day of an inspection. */
  heldOn?: string
  budgetYear?: number
  /** Of the budget; `null` for the total. */
  line?: string | null
  report?: ReportPeriod
  isDraft?: 0 | 1
  section?: ReportSection
  /** The year at whose end a target was proposed. */
  year?: number
  milestone?: number
  target?: string
  /** The days of a quarter. */
  from?: string
  to?: string
  dueOn?: string
}

/** "Nhiệm vụ 2: bien-ban.pdf", "Báo cáo năm 2026, dự thảo"; `null` where there is nothing to tell. */
export function auditSubjectInWords(subject: AuditSubject | null): string | null {
  if (!subject) return null
  const { text, task, file, heldOn, budgetYear, line, report, year, milestone, target } = subject
  if (text !== undefined) return text
  if (task !== undefined) return `Nhiệm vụ ${task}${file ? `: ${file}` : ''}`
  if (file !== undefined) return file && `Tệp ${file}`
  if (heldOn !== undefined) return `Kiểm tra ngày ${formatDay(heldOn)}`
  if (budgetYear !== undefined) return `Ngân sách năm ${budgetYear}: ${line ?? 'tổng chi'}`
  if (report !== undefined) return reportInWords(report, subject)
  if (milestone !== undefined) {
    return year === undefined
      ? `Mốc ${milestone}: ${target}`
      : `Rà soát năm ${year}, mốc ${milestone}: ${target}`
  }
  const { from = '', to = '', dueOn = '' } = subject
  return `Số liệu từ ${formatDay(from)} đến ${formatDay(to)}, hạn gửi ${formatDay(dueOn)}`
}

/** The quarter of a report stands beside it. */
function reportInWords(report: ReportPeriod, { isDraft, section }: AuditSubject): string {
  const of = reportKind(report) === 'quarter' ? 'quý' : reportPeriodInText(report)
  return [
    `Báo cáo ${of}`,
    ...(section ? [reportSectionTitles[section]] : []),
    ...(isDraft ? ['dự thảo'] : []),
  ].join(', ')
}
