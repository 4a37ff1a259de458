import { isHeldUp } from '@moc57/shared'
import { useEffect } from 'react'
import { isOwnPage } from '../../lib/account-of-page.ts'
import { otherWindows } from '../../lib/other-windows.ts'
import styles from './sign-in-again.module.css'
import { SignInForm } from './sign-in-form.tsx'

/** Stands in the place of a page whose session has ended, until its account is back. */
export function SignInAgain({ onBack }: { onBack: () => void }) {
  // Signed in again in another window.
  useEffect(() => {
    const look = () => isOwnPage() && onBack()
    otherWindows?.addEventListener('message', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      otherWindows?.removeEventListener('message', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [onBack])
  return (
    <main className={styles.place}>
      <SignInForm
        ve={location.pathname + location.search}
        problem={
          <p role="status" className={styles.note}>
            Phiên đăng nhập đã hết. Nội dung đang nhập vẫn được giữ: đăng nhập lại bằng tài khoản vừa dùng để
            làm tiếp và gửi đi. Tài khoản khác không thấy và không gửi được nội dung đó.
          </p>
        }
        onSignedIn={(account) => {
          if (isOwnPage() && !isHeldUp(account)) onBack()
          else location.replace(isHeldUp(account) ? '/dang-nhap' : '/')
        }}
      />
      <p>
        <a href="/">Bỏ trang này, về trang đầu</a>
      </p>
    </main>
  )
}
