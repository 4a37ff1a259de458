import { auditActionLabels, formatNumber, formatRecorded, periodLabel } from '@moc57/shared'
import type { AuditItem } from '@moc57/shared/api'
import { boundOnly } from '../../lib/figures.ts'
import { uncapitalize } from '../../lib/text.ts'

/** What something was done with: a figure with its value, a quarter, an account. */
export function subjectText(item: AuditItem): string {
  const { period, number, shortName, username, subject } = item
  if (username !== null) return `Tài khoản ${username}${subject === null ? '' : `: ${subject}`}`
  const quarter = period && periodLabel(period)
  if (subject !== null) return quarter ? `${quarter}, ${uncapitalize(subject)}` : subject
  return number === null ? (quarter ?? '') : `${quarter}, chỉ tiêu ${number}. ${shortName}`
}

/** "lần ghi 2: 48%", "lần ghi 1: 66,67% (2 / 3)" */
export function valueText(item: AuditItem): string {
  const { kind, revision, value, numerator, denominator, comparator, unitOfMeasure } = item
  if (revision === null) return ''
  if (kind !== 'measurement' && kind !== 'state') return revision > 1 ? `sửa lần ${revision - 1}` : ''
  const figure =
    value === null
      ? denominator === null
        ? 'bỏ trống'
        : 'không tính được'
      : boundOnly(comparator) + formatRecorded(value, unitOfMeasure ?? '')
  const counts =
    numerator === null || denominator === null
      ? ''
      : ` (${formatNumber(numerator, 4)} / ${formatNumber(denominator, 4)})`
  return `lần ghi ${revision}: ${figure}${counts}`
}

export function actionText({ action }: AuditItem): string {
  return auditActionLabels[action]
}
