import { z } from 'zod'
import {
  firstQuarter,
  lastQuarter,
  type Quarter,
  quarterInText,
  quarterLabel,
  type ReportingWindow,
  shiftQuarter,
} from '../quarter.ts'
import { capitalize } from '../text.ts'

/**
 * What a report covers: a quarter `2026-Q3`, a half-year `2026-H1` (6 tháng đầu năm) or `2026-H2` (6 tháng cuối năm),
 * or a year `2026-Y`.
 */
export const ReportPeriod = z
  .string()
  .regex(/^\d{4}-(?:Q[1-4]|H[12]|Y)$/, {
    error: 'Kỳ của báo cáo viết theo mẫu 2026-Q3 (quý III), 2026-H1 (6 tháng đầu năm) hoặc 2026-Y (cả năm)',
    abort: true,
  })
  .refine((period) => period.slice(0, 4) >= firstYear && period.slice(0, 4) <= lastYear, {
    error: `Báo cáo có từ năm ${firstQuarter.slice(0, 4)} đến năm ${lastQuarter.slice(0, 4)}; Nghị quyết số 57-NQ/TW ban hành ngày 22/12/2024`,
  })
  .meta({ description: 'What a report covers: 2026-Q3, 2026-H1, 2026-H2 or 2026-Y', example: '2026-Q3' })
export type ReportPeriod = z.infer<typeof ReportPeriod>

const firstYear = firstQuarter.slice(0, 4)
const lastYear = lastQuarter.slice(0, 4)

/** How long a report's period is. */
export const ReportKind = z.enum(['quarter', 'half', 'year'])
export type ReportKind = z.infer<typeof ReportKind>

export function reportKind(period: ReportPeriod): ReportKind {
  return ({ Q: 'quarter', H: 'half', Y: 'year' } as const)[period.charAt(5) as 'Q' | 'H' | 'Y']
}

/** The report of the kind that the quarter lies in. */
export function reportPeriodOf(kind: ReportKind, quarter: Quarter): ReportPeriod {
  const year = quarter.slice(0, 4)
  if (kind === 'year') return `${year}-Y`
  return kind === 'half' ? `${year}-H${Number(quarter.charAt(6)) <= 2 ? 1 : 2}` : quarter
}

/** The first quarter of a report's period and its last one, whose figures it gives. */
export function quartersOf(period: ReportPeriod): { first: Quarter; last: Quarter } {
  const year = period.slice(0, 4)
  const part = period.slice(5)
  const spans: Record<string, [number, number]> = { H1: [1, 2], H2: [3, 4], Y: [1, 4] }
  const [first, last] = spans[part] ?? [Number(part.charAt(1)), Number(part.charAt(1))]
  return { first: `${year}-Q${first}`, last: `${year}-Q${last}` }
}

/** The quarter whose figures the report before this one gave; `null` before the plans began. */
export function quarterBefore(period: ReportPeriod): Quarter | null {
  const { first } = quartersOf(period)
  return first > firstQuarter ? shiftQuarter(first, -1) : null
}

/** The period that follows, of the same kind. */
export function nextReportPeriod(period: ReportPeriod): ReportPeriod {
  return reportPeriodOf(reportKind(period), shiftQuarter(quartersOf(period).last, 1))
}

/**
 * The data window of a report (Nghị định 09/2019/NĐ-CP, Điều 12): from where that of its first quarter opens to where
 * that of its last one closes, which is 15/12 to 14/6, 15/6 to 14/12 and 15/12 to 14/12.
 */
export function reportWindow(
  period: ReportPeriod,
  windowOf: (quarter: Quarter) => ReportingWindow,
): ReportingWindow {
  const { first, last } = quartersOf(period)
  return { ...windowOf(last), from: windowOf(first).from }
}

const halves = { '1': '6 tháng đầu năm', '2': '6 tháng cuối năm' } as const

/** "quý III năm 2026", "6 tháng đầu năm 2026", "năm 2026": for running text. */
export function reportPeriodInText(period: ReportPeriod): string {
  const year = period.slice(0, 4)
  if (reportKind(period) === 'year') return `năm ${year}`
  return reportKind(period) === 'half'
    ? `${halves[period.charAt(6) as '1' | '2']} ${year}`
    : quarterInText(period)
}

/** "Quý III/2026", "6 tháng đầu năm 2026", "Năm 2026": for headings and lists. */
export function reportPeriodLabel(period: ReportPeriod): string {
  if (reportKind(period) === 'quarter') return quarterLabel(period)
  return capitalize(reportPeriodInText(period))
}
