import { z } from 'zod'
import { AccountAction } from './account.ts'
import { MeasurementState } from './measurement.ts'
import { SubmissionAction } from './submission.ts'

/**
 * What the audit tells apart: a figure that was recorded, a figure that got a new state, something done with a unit's
 * quarter as a whole, something done with an account, and a change of a unit's plan (with its first quarter).
 */
export const AuditKind = z.enum(['measurement', 'state', 'submission', 'account', 'plan'])
export type AuditKind = z.infer<typeof AuditKind>

export const AuditAction = z.enum([
  'recorded',
  ...MeasurementState.options,
  ...SubmissionAction.options,
  ...AccountAction.options,
  'planChanged',
])
export type AuditAction = z.infer<typeof AuditAction>

export const auditKindLabels: Record<AuditKind, string> = {
  measurement: 'Ghi số liệu',
  state: 'Trạng thái số liệu',
  submission: 'Kỳ báo cáo',
  account: 'Tài khoản',
  plan: 'Kế hoạch',
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
  signedIn: 'Đăng nhập bằng mật khẩu',
  signedInByProvider: 'Đăng nhập qua nhà cung cấp',
  refusedByProvider: 'Từ chối đăng nhập qua nhà cung cấp',
  locked: 'Tạm khóa đăng nhập vì sai mật khẩu',
  planChanged: 'Thay đổi kế hoạch',
}
