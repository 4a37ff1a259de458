import { formatDay } from '@moc57/shared'
import { longest } from '@moc57/shared/api'
import { useId } from 'react'
import { ApiError } from '../../lib/api-client.ts'
import { type Reminders, useReminderSettings } from './queries.ts'
import styles from './reminders.module.css'

type LetterFormProps = { username: string; reminders: Reminders }

/** The daily letter: whether, and where to; and what became of the last one. */
export function LetterForm({ username, reminders }: LetterFormProps) {
  const { settings, isMailSet, lastLetter } = reminders
  const change = useReminderSettings(username)
  const id = useId()
  const problem = change.error instanceof ApiError ? change.error.problem : undefined
  const wrong = problem?.errors?.[0]?.detail ?? problem?.detail
  return (
    <section className={styles.letter} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Thư nhắc việc</h2>
      <p>
        Mỗi ngày làm việc lúc 07:30 nhiều nhất một thư, chỉ gửi khi có việc.
        {!isMailSet && ' Hệ thống chưa đặt máy chủ thư nên hiện chỉ nhắc ở trang này.'}
      </p>
      <form
        key={`${settings.email} ${settings.byEmail}`}
        onSubmit={(event) => {
          event.preventDefault()
          const fields = new FormData(event.currentTarget)
          const email = String(fields.get('email')).trim()
          change.mutate({ email: email === '' ? null : email, byEmail: fields.get('byEmail') !== null })
        }}
      >
        <label className={styles.check}>
          <input type="checkbox" name="byEmail" defaultChecked={settings.byEmail} /> Gửi thư nhắc việc cho tôi
        </label>
        <label htmlFor={`${id}-email`}>Địa chỉ thư điện tử</label>
        <input
          id={`${id}-email`}
          name="email"
          inputMode="email"
          autoComplete="email"
          maxLength={longest.email}
          defaultValue={settings.email ?? ''}
          aria-invalid={wrong !== undefined}
          aria-describedby={`${id}-note`}
        />
        <p id={`${id}-note`} role="status" className={wrong ? styles.wrong : undefined}>
          {wrong ?? (change.isSuccess ? 'Đã ghi.' : '')}
        </p>
        <button type="submit" className="button" disabled={change.isPending}>
          Ghi
        </button>
      </form>
      {lastLetter && (
        <p className="note">
          {lastLetter.failure
            ? `Thư ngày ${formatDay(lastLetter.day)} không gửi được (máy chủ thư: ${lastLetter.failure}). Hãy báo quản trị.`
            : `Thư gần nhất: ngày ${formatDay(lastLetter.day)}.`}
        </p>
      )}
    </section>
  )
}
