import { z } from 'zod'
import { AccountAction } from './account.ts'
import { MeasurementState } from './measurement.ts'
import { SubmissionAction } from './submission.ts'

/**
 * What the audit tells apart: a figure that was recorded, a figure that got a new state, something done with a unit's
 * quarter as a whole, the days of a quarter, something done with an account, a change of a unit's plan (with its first quarter), and the work
 * behind the figures: explanations, tasks, the budget, assessments and inspections, reports, the files that the map of
 * the units is drawn from, and those that prove a figure.
 */
export const AuditKind = z.enum([
  'measurement',
  'state',
  'submission',
  'period',
  'account',
  'plan',
  'explanation',
  'task',
  'budget',
  'review',
  'report',
  'boundaries',
  'evidence',
])
export type AuditKind = z.infer<typeof AuditKind>

export const AuditAction = z.enum([
  'recorded',
  ...MeasurementState.options,
  ...SubmissionAction.options,
  ...AccountAction.options,
  'periodDaysSet',
  'planChanged',
  'explanationAsked',
  'explanationAnswered',
  'explanationAccepted',
  'explanationReturned',
  'explanationWithdrawn',
  'taskReported',
  'taskDocumentAdded',
  'budgetLineRecorded',
  'budgetLineRemoved',
  'assessed',
  'inspected',
  'inspectionFollowedUp',
  'reportMade',
  'boundariesGiven',
  'evidenceAdded',
  'reportSectionWritten',
  'reportFormSet',
  'targetProposed',
  'targetAccepted',
  'targetRefused',
])
export type AuditAction = z.infer<typeof AuditAction>

export const auditKindLabels: Record<AuditKind, string> = {
  measurement: 'Ghi số liệu',
  state: 'Trạng thái số liệu',
  submission: 'Kỳ báo cáo',
  period: 'Ngày của kỳ báo cáo',
  account: 'Tài khoản',
  plan: 'Kế hoạch',
  explanation: 'Giải trình',
  task: 'Nhiệm vụ',
  budget: 'Ngân sách',
  review: 'Đánh giá, kiểm tra',
  report: 'Báo cáo',
  boundaries: 'Bản đồ đơn vị',
  evidence: 'Minh chứng',
}

export const auditActionLabels: Record<AuditAction, string> = {
  recorded: 'Ghi số liệu',
  draft: 'Lưu nháp',
  submitted: 'Trình số liệu',
  returned: 'Trả lại số liệu',
  approved: 'Duyệt số liệu',
  unverified: 'Đánh dấu chưa xác minh',
  submit: 'Trình kỳ báo cáo',
  approve: 'Duyệt trong kỳ báo cáo',
  return: 'Trả lại trong kỳ báo cáo',
  reopen: 'Mở lại kỳ báo cáo',
  lock: 'Khóa kỳ báo cáo',
  created: 'Tạo tài khoản',
  passwordChanged: 'Đổi mật khẩu',
  passwordReset: 'Đặt lại mật khẩu',
  disabled: 'Khóa tài khoản',
  enabled: 'Mở lại tài khoản',
  rightsChanged: 'Đổi quyền tài khoản',
  signedIn: 'Đăng nhập bằng mật khẩu',
  signedInByProvider: 'Đăng nhập qua nhà cung cấp',
  refusedByProvider: 'Từ chối đăng nhập qua nhà cung cấp',
  locked: 'Tạm khóa đăng nhập vì sai mật khẩu',
  periodDaysSet: 'Sửa ngày của kỳ báo cáo',
  planChanged: 'Thay đổi kế hoạch',
  explanationAsked: 'Yêu cầu giải trình',
  explanationAnswered: 'Giải trình',
  explanationAccepted: 'Chấp nhận giải trình',
  explanationReturned: 'Trả lại giải trình',
  explanationWithdrawn: 'Rút yêu cầu giải trình',
  taskReported: 'Ghi tiến độ nhiệm vụ',
  taskDocumentAdded: 'Gửi sản phẩm nhiệm vụ',
  budgetLineRecorded: 'Ghi dòng ngân sách',
  budgetLineRemoved: 'Bỏ dòng ngân sách',
  assessed: 'Đánh giá bằng lời',
  inspected: 'Ghi cuộc kiểm tra',
  inspectionFollowedUp: 'Ghi việc sau kiểm tra',
  reportMade: 'Lập báo cáo',
  boundariesGiven: 'Gửi tệp ranh giới đơn vị',
  evidenceAdded: 'Gửi tệp minh chứng',
  reportSectionWritten: 'Viết mục của báo cáo',
  reportFormSet: 'Đặt thể thức báo cáo',
  targetProposed: 'Đề xuất sửa mục tiêu',
  targetAccepted: 'Đồng ý sửa mục tiêu',
  targetRefused: 'Không đồng ý sửa mục tiêu',
}
