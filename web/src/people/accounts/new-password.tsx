import { useEffect, useRef, useState } from 'react'
import { Callout } from '../../ui/callout.tsx'
import styles from './accounts.module.css'

/** A password that was just set, shown this once. */
export function NewPassword({ username, password }: { username: string; password: string }) {
  const field = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  useEffect(() => field.current?.select(), [])
  const handleCopy = async () => {
    field.current?.select()
    setCopied(await copySelected(password))
  }
  return (
    <Callout label="Mật khẩu lần đầu">
      <p>
        Mật khẩu lần đầu của <b>{username}</b>, chỉ hiện lần này. Giao tận tay; người dùng phải đổi khi đăng
        nhập lần đầu.
      </p>
      <div className={`row ${styles.copy}`}>
        <input ref={field} readOnly value={password} aria-label={`Mật khẩu lần đầu của ${username}`} />
        <button type="button" className="button" onClick={handleCopy}>
          Sao chép
        </button>
        <span role="status">{isCopied && 'Đã chép'}</span>
      </div>
    </Callout>
  )
}

/** A ward serves the pages over plain http, where browsers have no clipboard but the one of the selected text. */
async function copySelected(text: string): Promise<boolean> {
  if (!navigator.clipboard) return document.execCommand('copy')
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => document.execCommand('copy'),
  )
}
