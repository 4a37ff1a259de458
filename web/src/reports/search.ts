import {
  monthsOf,
  type Quarter,
  quartersOf,
  type ReportPeriod,
  reportKind,
  reportPeriodInText,
  reportPeriodOf,
} from '@moc57/shared'
import { matching, oneOf, searchOf } from '../lib/search-params.ts'

const words = ['thang-1', 'thang-2', 'thang-3', 'quy', 'nua-nam', '9-thang', 'nam'] as const
type Word = (typeof words)[number]

/**
 * `?loai=nua-nam&noi=2&ban=12`: which report, to whom, and which of those that were made; a month is the first, second
 * or third of the quarter. What cannot be read is left out.
 */
export const ReportSearch = searchOf({
  loai: oneOf(words),
  noi: matching(/^[1-9]$/),
  ban: matching(/^[1-9]\d{0,14}$/),
})
export type ReportSearch = ReturnType<typeof ReportSearch>

/** What the report that the address asks for covers. */
export function periodOf({ loai = 'quy' }: ReportSearch, quarter: Quarter): ReportPeriod {
  const months = monthsOf(quarter)
  const periods: Record<Word, ReportPeriod> = {
    'thang-1': months[0] as ReportPeriod,
    'thang-2': months[1] as ReportPeriod,
    'thang-3': months[2] as ReportPeriod,
    quy: quarter,
    'nua-nam': reportPeriodOf('half', quarter),
    '9-thang': reportPeriodOf('nine', quarter),
    nam: reportPeriodOf('year', quarter),
  }
  return periods[loai]
}

/** The kinds of report that can be asked for from a quarter, each by what it covers; nine months end with the third. */
export function kindOptions(quarter: Quarter): { value: Word; label: string }[] {
  return words
    .filter((word) => word !== '9-thang' || quarter.endsWith('Q3'))
    .map((value) => ({ value, label: `Báo cáo ${reportPeriodInText(periodOf({ loai: value }, quarter))}` }))
}

/** How the address names a report that was made. */
export function searchOfReport({
  id,
  period,
  addressee,
}: {
  id: number
  period: ReportPeriod
  addressee: number
}) {
  const quarter = quartersOf(period).last
  const loai = words.find((word) => periodOf({ loai: word }, quarter) === period)
  return {
    ky: quarter,
    loai: reportKind(period) === 'quarter' ? undefined : loai,
    noi: addressee === 1 ? undefined : String(addressee),
    ban: String(id),
  }
}
