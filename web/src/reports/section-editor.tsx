import { reportSectionTitles } from '@moc57/shared'
import type { WrittenSection } from '@moc57/shared/api'
import { useId } from 'react'
import { ApiError } from '../lib/api-client.ts'
import { useKeptText } from './kept-text.ts'
import { type ReportPlace, useWriteSection } from './queries.ts'
import styles from './report.module.css'
import { countWords, savedText } from './wording.ts'

type SectionEditorProps = { place: ReportPlace; written: WrittenSection; mayWrite: boolean }

/** A section that people write: it is saved when they say so, and never over what somebody else has saved. */
export function SectionEditor({ place, written, mayWrite }: SectionEditorProps) {
  const { section, revision, isPrefilled } = written
  const [kept, keep] = useKeptText(place, section)
  const write = useWriteSection(place, section)
  const id = useId()
  const text = kept?.text ?? written.text
  const isStale = kept !== null && kept.revision !== revision
  const save = (basedOn: number) => write.mutate({ text, revision: basedOn }, { onSuccess: () => keep(null) })
  const state = write.isPending
    ? 'Đang lưu…'
    : kept
      ? 'Chưa lưu'
      : isPrefilled
        ? 'Lấy từ giải trình đã chấp nhận'
        : savedText(written)

  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <label htmlFor={id}>{reportSectionTitles[section]}</label>
        <span className={styles.note} role="status">
          {[`${countWords(text).toLocaleString('vi-VN')} chữ`, state].filter(Boolean).join(' · ')}
        </span>
      </div>
      <textarea
        id={id}
        value={text}
        readOnly={!mayWrite}
        rows={4}
        placeholder="Mỗi dòng là một đoạn"
        aria-describedby={`${id}-problem`}
        onChange={(event) => {
          const next = event.currentTarget.value
          keep(next === written.text ? null : { text: next, revision: kept?.revision ?? revision })
        }}
      />
      <div id={`${id}-problem`} role="alert">
        {write.error && !isStale && <p className={styles.problem}>{problemText(write.error)}</p>}
        {isStale && (
          <div className={styles.problem}>
            <p>
              {written.by ?? 'Người khác'} vừa lưu một bản khác của mục này. Bản đang gõ vẫn ở ô trên và chưa
              lưu.
            </p>
            <details>
              <summary>Xem bản vừa lưu</summary>
              <pre className={styles.other}>{written.text}</pre>
            </details>
            <div className={styles.actions}>
              <button type="button" className="button" onClick={() => save(revision)}>
                Lưu bản đang gõ
              </button>
              <button type="button" className="button" onClick={() => keep(null)}>
                Dùng bản vừa lưu
              </button>
            </div>
          </div>
        )}
      </div>
      {mayWrite && !isStale && (kept || isPrefilled) && (
        <div className={styles.actions}>
          <button
            type="button"
            className={`button ${styles.main}`}
            disabled={write.isPending}
            onClick={() => save(kept?.revision ?? revision)}
          >
            Lưu mục này
          </button>
          {kept && (
            <button type="button" className="button" onClick={() => keep(null)}>
              Bỏ phần chưa lưu
            </button>
          )}
        </div>
      )}
    </section>
  )
}

/** What the server said; the field's own words where it names it. */
export function problemText(error: Error): string {
  if (!(error instanceof ApiError)) return 'Chưa lưu được. Hãy thử lại.'
  return error.problem.errors?.[0]?.detail ?? error.problem.detail
}
