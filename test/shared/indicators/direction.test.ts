import { proposedDirection } from '@moc57/shared'
import { expect, test } from 'vitest'

test.each([
  'Tỷ lệ hồ sơ trễ hạn',
  'Tỉ lệ hộ nghèo đa chiều',
  'Thời gian giải quyết trung bình một hồ sơ',
  'Số vụ tai nạn giao thông',
  'Giảm tỷ lệ thất thoát nước',
  'Tỷ lệ hồ sơ trả lại, không quá 5%',
  'Thứ hạng chỉ số chuyển đổi số của phường',
])('“%s” is proposed as better when lower', (name) => {
  expect(proposedDirection(name)).toBe('decrease')
  expect(proposedDirection(name.normalize('NFD').toUpperCase())).toBe('decrease')
})

test.each([
  'Tỷ lệ phủ sóng 5G',
  'Tỷ lệ hồ sơ giải quyết đúng hạn',
  'Tỷ lệ hộ thoát nghèo',
  'Tỷ lệ hồ sơ không quá hạn',
  'Tỷ lệ phản ánh, kiến nghị được trả lời',
  'Tỷ lệ cắt giảm thời gian giải quyết thủ tục',
  'Tỷ lệ hộ nghèo được dùng dịch vụ số',
])('“%s” is proposed as better when higher', (name) => {
  expect(proposedDirection(name)).toBe('increase')
})
