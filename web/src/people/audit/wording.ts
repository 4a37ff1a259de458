import { auditActionLabels, boundOnly, formatNumber, formatRecorded, quarterLabel } from '@moc57/shared'
import type { AuditItem } from '@moc57/shared/api'
import { capitalize, uncapitalize } from '../../lib/text.ts'

/**
 * What something was done with: an account, or the quarter and the indicator as far as it concerns one, and the rest:
 * "Quý IV/2026, chỉ tiêu 1. Phủ sóng 5G: tệp bien-ban.pdf"
 */
export function subjectText(item: AuditItem): string {
  const { kind, period, number, shortName, person, username, subject } = item
  if (kind === 'account') {
    const whose = [person, username].filter(Boolean).join(', ') || 'không rõ'
    return `Tài khoản ${whose}${subject === null ? '' : `: ${subject}`}`
  }
  const indicator = number !== null && `chỉ tiêu ${number}. ${shortName}`
  const place = [period && quarterLabel(period), indicator].filter(Boolean).join(', ')
  if (subject === null || place === '') return subject ?? capitalize(place)
  return `${capitalize(place)}${indicator ? ':' : ','} ${uncapitalize(subject)}`
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
