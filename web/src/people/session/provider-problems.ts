import type { SignInProblem } from '@moc57/shared/api'

/** Why a provider's answer signed nobody in, in words, and what to do. */
export const providerProblems: Record<SignInProblem, { title: string; detail: string }> = {
  unreachable: {
    title: 'Không kết nối được hệ thống đăng nhập',
    detail: 'Hãy thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu của Mốc 57.',
  },
  expired: {
    title: 'Lần đăng nhập không còn hiệu lực',
    detail: 'Đã quá 10 phút hoặc trang được mở lại. Hãy bấm đăng nhập lần nữa.',
  },
  refused: {
    title: 'Chưa đăng nhập',
    detail: 'Việc đăng nhập đã bị hủy hoặc không được chấp thuận. Có thể thử lại.',
  },
  noUsername: {
    title: 'Không nhận được tên đăng nhập',
    detail: 'Hệ thống đăng nhập không cho biết tên dùng được ở Mốc 57. Hãy báo quản trị.',
  },
  unknownAccount: {
    title: 'Chưa có tài khoản ở Mốc 57',
    detail: 'Đề nghị quản trị tạo tài khoản với tên này rồi đăng nhập lại.',
  },
  disabledAccount: {
    title: 'Tài khoản đã bị khóa',
    detail: 'Nếu cần dùng lại, đề nghị quản trị mở tài khoản.',
  },
  notStored: {
    title: 'Máy chủ chưa ghi được',
    detail:
      'Máy chủ đang bận hoặc hết chỗ nên chưa mở được phiên đăng nhập. Hãy bấm đăng nhập lần nữa sau ít giây; nếu vẫn vậy thì báo quản trị.',
  },
  failed: {
    title: 'Không đăng nhập được',
    detail: 'Thông tin từ hệ thống đăng nhập không hợp lệ. Hãy thử lại; nếu vẫn lỗi thì báo quản trị.',
  },
}
