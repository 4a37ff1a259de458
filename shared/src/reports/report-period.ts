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
 * What a report covers: a month `2026-M10`, a quarter `2026-Q3`, a half-year `2026-H1` (6 tháng đầu năm) or `2026-H2`
 * (6 tháng cuối năm), nine months `2026-9M` (9 tháng đầu năm) or a year `2026-Y`.
 */
export const ReportPeriod = z
  .string()
  .regex(/^\d{4}-(?:M(?:0[1-9]|1[0-2])|Q[1-4]|H[12]|9M|Y)$/, {
    error:
      'Kỳ của báo cáo viết theo mẫu 2026-M10 (tháng 10), 2026-Q3 (quý III), 2026-H1 (6 tháng đầu năm), 2026-9M (9 tháng đầu năm) hoặc 2026-Y (cả năm)',
    abort: true,
  })
  .refine((period) => period.slice(0, 4) >= firstYear && period.slice(0, 4) <= lastYear, {
    error: `Báo cáo có từ năm ${firstQuarter.slice(0, 4)} đến năm ${lastQuarter.slice(0, 4)}; Nghị quyết số 57-NQ/TW ban hành ngày 22/12/2024`,
  })
  .meta({
    description: 'What a report covers: 2026-M10, 2026-Q3, 2026-H1, 2026-H2, 2026-9M or 2026-Y',
    example: '2026-Q3',
  })
export type ReportPeriod = z.infer<typeof ReportPeriod>

const firstYear = firstQuarter.slice(0, 4)
const lastYear = lastQuarter.slice(0, 4)

/** How long a report's period is; `nine` is 9 tháng đầu năm. */
export const ReportKind = z.enum(['month', 'quarter', 'half', 'nine', 'year'])
export type ReportKind = z.infer<typeof ReportKind>

const kinds: Record<string, ReportKind> = { M: 'month', Q: 'quarter', H: 'half', 9: 'nine', Y: 'year' }

export function reportKind(period: ReportPeriod): ReportKind {
  const kind = kinds[period.charAt(5)]
  if (!kind) throw new RangeError(`no period of a report: ${period}`)
  return kind
}

/** The report of the kind that the quarter lies in; nine months are those of its year, a month is its last one. */
export function reportPeriodOf(kind: ReportKind, quarter: Quarter): ReportPeriod {
  const year = quarter.slice(0, 4)
  const number = Number(quarter.charAt(6))
  if (kind === 'year') return `${year}-Y`
  if (kind === 'nine') return `${year}-9M`
  if (kind === 'month') return monthPeriod(year, 3 * number)
  return kind === 'half' ? `${year}-H${number <= 2 ? 1 : 2}` : quarter
}

function monthPeriod(year: string, month: number): ReportPeriod {
  return `${year}-M${String(month).padStart(2, '0')}`
}

/** The three months of a quarter. */
export function monthsOf(quarter: Quarter): ReportPeriod[] {
  const number = Number(quarter.charAt(6))
  return [2, 1, 0].map((before) => monthPeriod(quarter.slice(0, 4), 3 * number - before))
}

/** The first quarter of a report's period and its last one, whose figures it gives; those of a month are its quarter. */
export function quartersOf(period: ReportPeriod): { first: Quarter; last: Quarter } {
  const year = period.slice(0, 4)
  const part = period.slice(5)
  const spans: Record<string, [number, number]> = { H1: [1, 2], H2: [3, 4], '9M': [1, 3], Y: [1, 4] }
  const own = part.startsWith('M') ? Math.ceil(monthOf(period) / 3) : Number(part.charAt(1))
  const [first, last] = spans[part] ?? [own, own]
  return { first: `${year}-Q${first}`, last: `${year}-Q${last}` }
}

function monthOf(period: ReportPeriod): number {
  return Number(period.slice(6))
}

/** The quarter whose figures the report before this one gave; `null` before the plans began. */
export function quarterBefore(period: ReportPeriod): Quarter | null {
  const { first } = quartersOf(period)
  return first > firstQuarter ? shiftQuarter(first, -1) : null
}

/** The period that follows, of the same kind; after nine months comes the whole year. */
export function nextReportPeriod(period: ReportPeriod): ReportPeriod {
  const kind = reportKind(period)
  if (kind === 'month') return shiftMonth(period, 1)
  if (kind === 'nine') return reportPeriodOf('year', quartersOf(period).last)
  return reportPeriodOf(kind, shiftQuarter(quartersOf(period).last, 1))
}

function shiftMonth(period: ReportPeriod, by: number): ReportPeriod {
  const months = 12 * Number(period.slice(0, 4)) + monthOf(period) - 1 + by
  return monthPeriod(String(Math.floor(months / 12)), (months % 12) + 1)
}

/**
 * The data window of a report (Nghị định 09/2019/NĐ-CP, Điều 12): from where that of its first quarter opens to where
 * that of its last one closes, which is 15/12 to 14/6, 15/6 to 14/12, 15/12 to 14/9 and 15/12 to 14/12. A month goes from
 * the 15th of the month before to the 14th; the first and the last of a quarter keep to the quarter's own days.
 */
export function reportWindow(
  period: ReportPeriod,
  windowOf: (quarter: Quarter) => ReportingWindow,
): ReportingWindow {
  const { first, last } = quartersOf(period)
  const { from } = windowOf(first)
  const window = windowOf(last)
  if (reportKind(period) !== 'month') return { ...window, from }
  const isFirst = monthOf(period) % 3 === 1
  const isLast = monthOf(period) % 3 === 0
  const day = (of: ReportPeriod, date: number) => `${of.slice(0, 4)}-${of.slice(6)}-${date}`
  return {
    ...window,
    from: isFirst ? from : day(shiftMonth(period, -1), 15),
    to: isLast ? window.to : day(period, 14),
  }
}

const halves = { '1': '6 tháng đầu năm', '2': '6 tháng cuối năm' } as const

/** "tháng 10 năm 2026", "quý III năm 2026", "6 tháng đầu năm 2026", "năm 2026": for running text. */
export function reportPeriodInText(period: ReportPeriod): string {
  const year = period.slice(0, 4)
  switch (reportKind(period)) {
    case 'month':
      return `tháng ${monthOf(period)} năm ${year}`
    case 'half':
      return `${halves[period.charAt(6) as '1' | '2']} ${year}`
    case 'nine':
      return `9 tháng đầu năm ${year}`
    case 'year':
      return `năm ${year}`
    default:
      return quarterInText(period)
  }
}

/** "Tháng 10/2026", "Quý III/2026", "6 tháng đầu năm 2026", "Năm 2026": for headings and lists. */
export function reportPeriodLabel(period: ReportPeriod): string {
  const kind = reportKind(period)
  if (kind === 'quarter') return quarterLabel(period)
  if (kind === 'month') return `Tháng ${monthOf(period)}/${period.slice(0, 4)}`
  return capitalize(reportPeriodInText(period))
}
