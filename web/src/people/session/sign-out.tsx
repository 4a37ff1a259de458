import { useEffect, useRef, useState } from 'react'
import { countStoredWork } from '../../lib/stored-work.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { useSignOut } from './use-sign-out.ts'

/** Signing out asks first where the server does not have everything: it should be sent before one leaves. */
export function SignOut({ onClose }: { onClose: () => void }) {
  const signOut = useSignOut()
  const [{ figures, plans, texts }] = useState(countStoredWork)
  const hasKept = figures + plans + texts > 0
  const leave = () => signOut.mutate()
  const started = useRef(false)
  useEffect(() => {
    if (hasKept || started.current) return
    started.current = true
    leave()
  })
  if (!hasKept && !signOut.isError) return null
  return (
    <FormDialog
      title="Đăng xuất"
      submitLabel={signOut.isError ? 'Thử lại' : 'Đăng xuất'}
      cancelLabel="Ở lại"
      isPending={signOut.isPending}
      onSubmit={leave}
      onClose={onClose}
    >
      {figures > 0 && <p>Còn {figures} chỉ tiêu chưa gửi được về máy chủ.</p>}
      {plans > 0 && <p>Còn thay đổi kế hoạch chưa ghi của {plans} đơn vị.</p>}
      {texts > 0 && <p>Còn {texts} mục báo cáo chưa lưu.</p>}
      {hasKept && (
        <p>
          Nội dung này được mã hóa và giữ trong máy này. Chỉ tài khoản này đăng nhập lại tại đây mới mở và gửi
          được.
        </p>
      )}
      {signOut.isError && <p role="alert">Chưa đăng xuất được vì không kết nối được máy chủ.</p>}
    </FormDialog>
  )
}
