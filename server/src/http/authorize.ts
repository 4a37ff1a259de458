import { type Account, may, type Right, type Subject } from '@moc57/shared'
import { ProblemError } from './problem.ts'

/** Lets whoever is signed in go on, or answers 401. */
export function requireAccount(account: Account | null | undefined): asserts account is Account {
  if (account) return
  throw new ProblemError({
    status: 401,
    title: 'Chưa đăng nhập',
    detail: 'Hãy đăng nhập rồi thao tác lại.',
  })
}

/** Lets whoever is signed in go on with a password that nobody else knows, or answers 401 or 403. */
export function requireOwnPassword(account: Account | null): asserts account is Account {
  requireAccount(account)
  if (!account.mustChangePassword) return
  throw new ProblemError({
    status: 403,
    title: 'Cần đổi mật khẩu',
    detail: 'Đây là lần đăng nhập đầu tiên. Hãy đổi mật khẩu rồi thao tác lại.',
  })
}

const ofOtherRoles = 'Tài khoản này không được giao việc đó. Nếu cần, hãy đề nghị quản trị phân quyền.'
const ofOthers =
  'Việc này được phân công cho cơ quan hoặc đồng chí khác. Nếu chưa đúng, hãy đề nghị sửa phân công trong kế hoạch của đơn vị.'

/**
 * Lets the account go on that has the right (one of them), or answers 401 or 403 with what to do. The rights stand in one
 * table, `shared/src/people/rights.ts`.
 */
export function authorize(
  account: Account | null,
  right: Right | readonly Right[],
  subject?: Subject,
): asserts account is Account {
  requireOwnPassword(account)
  if (account.secondFactor === 'due') {
    throw new ProblemError({
      status: 403,
      title: 'Cần bật xác thực hai bước',
      detail: 'Tài khoản này phải bật xác thực hai bước trước. Hãy mở trang Tài khoản của tôi để bật.',
    })
  }
  if (![right].flat().some((one) => may(account, one, subject))) {
    throw new ProblemError({
      status: 403,
      title: 'Không có quyền',
      detail: subject?.indicator ? ofOthers : ofOtherRoles,
    })
  }
}
