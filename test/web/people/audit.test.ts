import type { AuditItem } from '@moc57/shared/api'
import { subjectText } from '@moc57/web/people/audit/wording.ts'
import { describe, expect, test } from 'vitest'

const nothing = { period: null, number: null, shortName: null, username: null, person: null, subject: null }
const subjectOf = (item: Partial<AuditItem>) => subjectText({ ...nothing, ...item } as AuditItem)
const fiveG = { number: 1, shortName: 'Phủ sóng 5G' }

describe('what a line of the audit concerns', () => {
  test.each<[string, Partial<AuditItem>]>([
    ['Quý IV/2026', { period: '2026-Q4' }],
    ['Quý IV/2026, chỉ tiêu 1. Phủ sóng 5G', { period: '2026-Q4', ...fiveG }],
    [
      'Quý IV/2026, chỉ tiêu 1. Phủ sóng 5G: tệp bien-ban.pdf',
      { period: '2026-Q4', ...fiveG, subject: 'Tệp bien-ban.pdf' },
    ],
    [
      'Chỉ tiêu 1. Phủ sóng 5G: rà soát năm 2025, mốc 2030: 95%',
      { ...fiveG, subject: 'Rà soát năm 2025, mốc 2030: 95%' },
    ],
    ['Quý IV/2026, nhiệm vụ 3', { period: '2026-Q4', subject: 'Nhiệm vụ 3' }],
    ['Báo cáo năm 2026', { subject: 'Báo cáo năm 2026' }],
    ['Tài khoản vhxh: Tổ trưởng', { kind: 'account', username: 'vhxh', subject: 'Tổ trưởng' }],
    ['', {}],
  ])('%s', (text, item) => {
    expect(subjectOf(item)).toBe(text)
  })
})
