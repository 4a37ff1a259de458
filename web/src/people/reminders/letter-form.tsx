import { formatDay } from '@moc57/shared'
import { longest } from '@moc57/shared/api'
import { useId } from 'react'
import { CheckField, TextField } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { type Reminders, useReminderSettings } from './queries.ts'
import styles from './reminders.module.css'

type LetterFormProps = { reminders: Reminders }

/** The daily letter: whether, and where to; and what became of the last one. */
export function LetterForm({ reminders }: LetterFormProps) {
  const { settings, isMailSet, lastLetter } = reminders
  const change = useReminderSettings()
  const id = useId()
  return (
    <section className={`stack ${styles.letter}`} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Thư nhắc việc</h2>
      <p>
        Mỗi ngày làm việc lúc 07:30 nhiều nhất một thư, chỉ gửi khi có việc.
        {!isMailSet && ' Hệ thống chưa đặt máy chủ thư nên hiện chỉ nhắc ở trang này.'}
      </p>
      <Form
        key={`${settings.email} ${settings.byEmail}`}
        className={styles.form}
        error={change.error}
        onSubmit={({ email, byEmail }) =>
          change.mutate({ email: email || null, byEmail: byEmail !== undefined })
        }
        actions={
          <div className="row">
            <button type="submit" className="button" disabled={change.isPending}>
              Ghi
            </button>
            <p role="status">{change.isSuccess && 'Đã ghi.'}</p>
          </div>
        }
      >
        <CheckField name="byEmail" label="Gửi thư nhắc việc cho tôi" defaultChecked={settings.byEmail} />
        <TextField
          label="Địa chỉ thư điện tử"
          name="email"
          inputMode="email"
          autoComplete="email"
          maxLength={longest.email}
          defaultValue={settings.email ?? ''}
        />
      </Form>
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
