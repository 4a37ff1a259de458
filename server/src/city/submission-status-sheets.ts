import { formatDay, type Output, quarterInText, submissionStatusLabels, unitTitle } from '@moc57/shared'
import type { readSubmissionStatus, SubmissionStatusItem } from '@moc57/shared/api'
import { type Column, csvOf, rowNumber, sheetOf } from '../http/files/columns.ts'
import { officeWorkbook } from '../http/files/office-sheet.ts'

type CitySubmissions = Output<typeof readSubmissionStatus>

const columnsOf = ({ period, window, notice }: CitySubmissions): Column<SubmissionStatusItem>[] => [
  rowNumber,
  { name: 'Mã đơn vị', value: ({ unit }) => unit.code },
  { name: 'Đơn vị', width: 24, value: ({ unit }) => unitTitle(unit) },
  { name: 'Kỳ', value: () => period },
  { name: 'Hạn', value: () => window.dueOn },
  { name: 'Tình trạng', width: 14, value: ({ standing }) => submissionStatusLabels[standing] },
  { name: 'Phải báo cáo', width: 9, kind: 'word', value: ({ due }) => due },
  { name: 'Đã duyệt', width: 9, kind: 'word', value: ({ counts }) => counts.approved },
  { name: 'Chờ duyệt', width: 9, kind: 'word', value: ({ counts }) => counts.submitted },
  { name: 'Trả lại', width: 9, kind: 'word', value: ({ counts }) => counts.returned },
  { name: 'Nháp', width: 9, kind: 'word', value: ({ counts }) => counts.draft },
  { name: 'Chưa nhập', width: 9, kind: 'word', value: ({ counts }) => counts.missing },
  {
    name: 'Chỉ tiêu còn thiếu',
    width: 26,
    value: ({ owed }) => owed.join(' '),
    shown: ({ owed }) => owed.join(', '),
  },
  {
    name: 'Cơ quan còn thiếu số liệu',
    width: 30,
    value: ({ bodies }) => owingBodies(bodies, ' '),
    shown: ({ bodies }) => owingBodies(bodies, ', '),
  },
  { name: 'Gửi lần cuối', width: 16, kind: 'moment', value: ({ submittedAt }) => submittedAt },
  { name: 'Duyệt xong', value: ({ approvedAt }) => approvedAt },
  { name: 'Ghi chú dữ liệu', value: () => notice },
]

/** One line a unit. */
export function submissionStatusCsv(reporting: CitySubmissions): string {
  return csvOf(columnsOf(reporting), reporting.items)
}

/** The same for print, the moments as Vietnam's clocks show them. */
export function submissionStatusWorkbook(reporting: CitySubmissions): Promise<Buffer> {
  const { items, period, window, today, notice } = reporting
  return officeWorkbook(`Nộp số liệu ${period}`, [
    {
      name: 'Nộp số liệu',
      title: 'TÌNH HÌNH NỘP SỐ LIỆU CÁC CHỈ TIÊU NGHỊ QUYẾT SỐ 57-NQ/TW CỦA CÁC ĐƠN VỊ',
      note: `Số liệu ${quarterInText(period)}; hạn gửi ${formatDay(window.dueOn)}; tính đến ngày ${formatDay(today)}.`,
      notice,
      ...sheetOf(columnsOf(reporting), items),
    },
  ])
}

function owingBodies(bodies: SubmissionStatusItem['bodies'], separator: string): string {
  return bodies
    .filter((body) => body.owed.length > 0)
    .map((body) => `${body.name}: ${body.owed.join(separator)}`)
    .join('; ')
}
