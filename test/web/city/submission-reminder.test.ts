import type { SubmissionStatusItem } from '@moc57/shared/api'
import { owedInWords, owing, reminderMail, reminderText } from '@moc57/web/city/submission-status/reminder.ts'
import { describe, expect, test } from 'vitest'

const reporting = {
  period: '2026-Q3',
  today: '2026-09-20',
  isDue: true,
  window: { from: '2026-06-15', to: '2026-09-14', dueOn: '2026-09-16' },
  notice: null,
} as const

const item = (
  name: string,
  owed: number[],
  given: Partial<SubmissionStatusItem> = {},
): SubmissionStatusItem => ({
  unit: { code: '11443', name, type: 'phường', provinceCode: '31' },
  standing: owed.length === 0 ? 'onTime' : owed.length === 31 ? 'silent' : 'partial',
  isOpen: true,
  due: 31,
  counts: { missing: owed.length, draft: 0, submitted: 0, returned: 0, approved: 31 - owed.length },
  owed,
  submittedAt: null,
  approvedAt: null,
  bodies: [],
  ...given,
})
const all = Array.from({ length: 31 }, (_, index) => index + 1)

describe('a reminder', () => {
  test('is for the units that owe something alone', () => {
    const items = [item('A', all), item('B', []), item('C', [1]), item('D', [], { standing: 'late' })]
    expect(owing(items).map(({ unit }) => unit.name)).toEqual(['A', 'C'])
  })

  test('says what each owes, and for which body', () => {
    const bodies = [
      { name: 'Công an phường', due: 2, owed: [28] },
      { name: 'Phòng Văn hóa - Xã hội', due: 29, owed: [] },
    ]
    expect(owedInWords(item('A', [4, 28], { bodies }))).toBe(
      'còn thiếu 2 chỉ tiêu: 4, 28 (Công an phường: 28)',
    )
    expect(owedInWords(item('A', all))).toBe('chưa gửi chỉ tiêu nào')
  })

  test('is a text with one line a unit, the due day and the day it was made', () => {
    expect(reminderText(reporting, [item('Kiến An', [4])])).toBe(
      [
        'Đôn đốc báo cáo số liệu Nghị quyết số 57-NQ/TW quý III năm 2026 (đã quá hạn 16/09/2026).',
        'Đến 20/09/2026 còn 1 đơn vị chưa gửi đủ số liệu:',
        '1. Phường Kiến An: còn thiếu 1 chỉ tiêu: 4.',
      ].join('\n'),
    )
  })

  test('marks sample data', () => {
    const sample = { ...reporting, notice: 'DỮ LIỆU MINH HỌA' as const }
    expect(reminderText(sample, [item('Kiến An', [4])])).toContain('[DỮ LIỆU MINH HỌA]')
  })

  test('is an address that mail programs take, however many units there are; it says how many are left out', () => {
    const many = Array.from({ length: 114 }, (_, index) => item(`Đơn vị ${index}`, all))
    const mail = reminderMail(reporting, many)
    expect(mail.length).toBeLessThanOrEqual(1900)
    const body = decodeURIComponent(mail)
    expect(body).toContain('1. Phường Đơn vị 0')
    const [, left] = /… và (\d+) đơn vị khác/.exec(body) ?? []
    expect(body.match(/\n\d+\. /g)).toHaveLength(114 - Number(left))
    expect(decodeURIComponent(reminderMail(reporting, [item('Kiến An', [4])]))).not.toContain('…')
  })
})
