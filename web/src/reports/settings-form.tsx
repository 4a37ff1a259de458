import type { ReportSettings } from '@moc57/shared'
import { useId, useState } from 'react'
import { ApiError } from '../lib/api-client.ts'
import { type Desk, type ReportPlace, useWriteSettings } from './queries.ts'
import styles from './report.module.css'
import { problemText } from './section-editor.tsx'
import { savedText } from './wording.ts'

type Field = { name: keyof ReportSettings; label: string; hint?: string; lines?: number }

const fields: Field[] = [
  { name: 'superior', label: 'Cơ quan chủ quản', hint: 'Để trống với báo cáo của Ủy ban nhân dân', lines: 1 },
  { name: 'issuer', label: 'Cơ quan ban hành', hint: 'Mỗi dòng in một dòng', lines: 2 },
  { name: 'symbol', label: 'Ký hiệu sau số văn bản' },
  {
    name: 'placeName',
    label: 'Địa danh',
    hint: 'Tên theo tên người, con số, sự kiện lịch sử ghi đủ, ví dụ “Phường Ngô Quyền” (Nghị định 30/2020/NĐ-CP)',
  },
  { name: 'addressees', label: 'Kính gửi', hint: 'Mỗi nơi một dòng', lines: 2 },
  { name: 'basis', label: 'Thực hiện', hint: 'Văn bản nêu ở câu mở đầu', lines: 3 },
  { name: 'authority', label: 'Quyền hạn ký' },
  { name: 'signerTitle', label: 'Chức vụ người ký', hint: 'Mỗi dòng in một dòng', lines: 2 },
  { name: 'signerName', label: 'Họ tên người ký', hint: 'Không ghi học hàm, học vị' },
  { name: 'recipients', label: 'Nơi nhận', hint: 'Mỗi nơi một dòng; “Như trên” tự thêm', lines: 4 },
]

type SettingsFormProps = { place: ReportPlace; written: Desk['settings']; mayWrite: boolean }

/** How the reports of a kind to one addressee look. */
export function SettingsForm({ place, written, mayWrite }: SettingsFormProps) {
  const [draft, setDraft] = useState<{ settings: ReportSettings; revision: number } | null>(null)
  const write = useWriteSettings(place)
  const settings = draft?.settings ?? written.settings
  const isStale = draft !== null && draft.revision !== written.revision
  const errorOf = (name: string) =>
    write.error instanceof ApiError
      ? write.error.problem.errors?.find(({ pointer }) => pointer === `#/settings/${name}`)?.detail
      : undefined
  const isNamed = fields.some(({ name }) => errorOf(name))

  return (
    <form
      className={styles.settings}
      aria-label="Thể thức báo cáo"
      onSubmit={(event) => {
        event.preventDefault()
        write.mutate({ settings, revision: written.revision }, { onSuccess: () => setDraft(null) })
      }}
    >
      {fields.map((field) => (
        <SettingField
          key={field.name}
          {...field}
          value={settings[field.name]}
          error={errorOf(field.name)}
          readOnly={!mayWrite}
          onChange={(value) =>
            setDraft({
              settings: { ...settings, [field.name]: value },
              revision: draft?.revision ?? written.revision,
            })
          }
        />
      ))}
      <div role="alert">
        {write.error && !isNamed && <p className={styles.problem}>{problemText(write.error)}</p>}
        {isStale && (
          <p className={styles.problem}>
            {written.by} vừa lưu thể thức khác. Lưu sẽ thay bằng các ô ở trên; bản cũ vẫn còn trong lịch sử.
          </p>
        )}
      </div>
      {mayWrite && (
        <div className={styles.actions}>
          <button
            type="submit"
            className={`button ${styles.main}`}
            disabled={write.isPending || draft === null}
          >
            Lưu thể thức
          </button>
          {draft && (
            <button type="button" className="button" onClick={() => setDraft(null)}>
              Bỏ thay đổi
            </button>
          )}
          <span className={styles.note} role="status">
            {draft ? 'Chưa lưu' : savedText(written)}
          </span>
        </div>
      )}
    </form>
  )
}

type SettingFieldProps = Field & {
  value: string
  error: string | undefined
  readOnly: boolean
  onChange: (value: string) => void
}

function SettingField({ name, label, hint, lines, value, error, readOnly, onChange }: SettingFieldProps) {
  const id = useId()
  const note = error ?? hint
  const shared = {
    id,
    name,
    value,
    readOnly,
    'aria-invalid': error !== undefined,
    'aria-describedby': note && `${id}-note`,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {lines ? <textarea {...shared} rows={lines} /> : <input {...shared} />}
      {note && (
        <p id={`${id}-note`} className={error ? styles.error : styles.note}>
          {note}
        </p>
      )}
    </div>
  )
}
