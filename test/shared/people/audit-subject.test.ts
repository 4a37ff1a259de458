import { type AuditSubject, auditSubjectInWords } from '@moc57/shared'
import { expect, test } from 'vitest'

test.each<[string | null, AuditSubject | null]>([
  [null, null],
  ['chưa có họ tên → Nguyễn Thị Hạnh', { text: 'chưa có họ tên → Nguyễn Thị Hạnh' }],
  [null, { text: null }],
  ['Nhiệm vụ 2', { task: 2 }],
  ['Nhiệm vụ 2: bien-ban.pdf', { task: 2, file: 'bien-ban.pdf' }],
  ['Tệp bien-ban.pdf', { file: 'bien-ban.pdf' }],
  [null, { file: null }],
  ['Kiểm tra ngày 20/11/2026', { heldOn: '2026-11-20' }],
  ['Ngân sách năm 2026: Mua sắm', { budgetYear: 2026, line: 'Mua sắm' }],
  ['Ngân sách năm 2026: tổng chi', { budgetYear: 2026, line: null }],
  ['Báo cáo quý, dự thảo', { report: '2026-Q3', isDraft: 1 }],
  ['Báo cáo quý', { report: '2026-Q3', isDraft: 0 }],
  ['Báo cáo tháng 10 năm 2026', { report: '2026-M10' }],
  ['Báo cáo 6 tháng đầu năm 2026', { report: '2026-H1' }],
  ['Báo cáo 9 tháng đầu năm 2026', { report: '2026-9M' }],
  ['Báo cáo năm 2026, V. Đề xuất, kiến nghị', { report: '2026-Y', section: 'requests' }],
  ['Mốc 2030: Phấn đấu', { milestone: 2030, target: 'Phấn đấu' }],
  ['Rà soát năm 2025, mốc 2030: 4%', { year: 2025, milestone: 2030, target: '4%' }],
  [
    'Số liệu từ 15/09/2026 đến 14/12/2026, hạn gửi 16/12/2026',
    { from: '2026-09-15', to: '2026-12-14', dueOn: '2026-12-16' },
  ],
])('the log says %j of %j', (words, subject) => {
  expect(auditSubjectInWords(subject)).toBe(words)
})
