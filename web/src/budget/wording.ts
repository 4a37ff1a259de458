import {
  type BudgetBasis,
  type BudgetGap,
  type BudgetShare,
  budgetBasisLabels,
  exactValue,
  formatDay,
  formatMoney,
  formatRecorded,
  type Quarter,
  quarterOfDay,
  round,
  todayInVietnam,
  toNumber,
} from '@moc57/shared'
import { uncapitalize } from '../lib/text.ts'
import type { Budget } from './queries.ts'

const gapWords: Record<BudgetGap, string> = {
  noLines: 'chưa có dòng nào, tức là chưa có số liệu (không phải 0%)',
  incomplete: 'còn dòng chưa ghi số tiền; dòng chưa chi thì ghi 0',
  noTotal: 'chưa ghi tổng chi ngân sách',
  zeroTotal: 'tổng chi bằng 0 nên không tính được',
  exceeds: 'tổng các dòng lớn hơn tổng chi; hãy kiểm tra lại',
}

/** "3%: 4.500.000.000 / 150.000.000.000 đồng", or why there is none. */
export function shareText({ numerator, denominator, gap }: BudgetShare): string {
  if (gap !== null || numerator === null || denominator === null) return gapWords[gap ?? 'noLines']
  return `${percentText({ numerator, denominator })}: ${formatMoney(numerator).replace(' đồng', '')} / ${formatMoney(denominator)}`
}

export function percentText({
  numerator,
  denominator,
}: Pick<BudgetShare, 'numerator' | 'denominator'>): string {
  const exact = exactValue({ value: null, numerator, denominator })
  return exact ? formatRecorded(toNumber(round(exact, 4)), '%') : 'không tính được'
}

/** "Sổ ngân sách năm 2026, đã giải ngân, ghi đến 02/10/2026. Nguồn: Quyết định …" */
export function sourceText({ year, total, lines }: Budget, basis: BudgetBasis): string {
  const all = [...(total ? [total] : []), ...lines]
  const latest = all
    .map(({ at }) => at)
    .sort()
    .at(-1)
  const day = latest && formatDay(todayInVietnam(new Date(latest)))
  const sources = [...new Set(all.flatMap(({ source }) => source ?? []))]
  return [
    `Sổ ngân sách năm ${year}, ${uncapitalize(budgetBasisLabels[basis])}${day ? `, ghi đến ${day}` : ''}.`,
    sources.length > 0 && `Nguồn: ${sources.join('; ')}`,
  ]
    .filter(Boolean)
    .join(' ')
    .slice(0, 500)
}

/** The quarter of the year that figures are taken into: the one that is looked at, or the latest that has begun. */
export function quarterOfYear(year: number, asOf: Quarter | undefined): Quarter {
  const current = quarterOfDay(todayInVietnam(new Date()))
  if (asOf?.startsWith(`${year}-`)) return asOf
  return current.startsWith(`${year}-`) ? current : `${year}-Q4`
}
