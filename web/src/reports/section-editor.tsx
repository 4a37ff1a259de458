import { reportPeriodInText, reportSectionTitles } from '@moc57/shared'
import type { WrittenSection } from '@moc57/shared/api'
import { useId } from 'react'
import { ApiError } from '../lib/api-client.ts'
import type { ReportPlace } from './queries.ts'
import styles from './report.module.css'
import { useSectionText } from './use-section-text.ts'
import { countWords, savedText } from './wording.ts'

type SectionEditorProps = { place: ReportPlace; written: WrittenSection; mayWrite: boolean }

/** A section that people write: it saves itself, and never over what somebody else has saved. */
export function SectionEditor({ place, written, mayWrite }: SectionEditorProps) {
  const { section, isPrefilled, earlier } = written
  const writing = useSectionText(place, written)
  const { text, isUnsaved, isStale, isSending, error } = writing
  const id = useId()
  const state = isSending
    ? 'Đang lưu…'
    : isUnsaved
      ? error
        ? 'Chưa lưu được'
        : 'Chưa lưu'
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
        onChange={(event) => writing.handleType(event.currentTarget.value)}
        onBlur={writing.handleLeave}
      />
      {mayWrite && earlier && text.trim() === '' && (
        <button type="button" className="plain-button" onClick={() => writing.handleType(earlier.text)}>
          Lấy nội dung của báo cáo {reportPeriodInText(earlier.period)} ({countWords(earlier.text)} chữ)
        </button>
      )}
      <div id={`${id}-problem`} role="alert">
        {error && isUnsaved && !isStale && <p className={styles.problem}>{problemText(error)}</p>}
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
              <button type="button" className="button" onClick={writing.handleOverwrite}>
                Lưu bản đang gõ
              </button>
              <button type="button" className="button" onClick={writing.handleDrop}>
                Dùng bản vừa lưu
              </button>
            </div>
          </div>
        )}
      </div>
    </section>
  )
}

/** What the server said; the field's own words where it names it. */
export function problemText(error: Error): string {
  if (!(error instanceof ApiError)) return 'Chưa lưu được. Hãy thử lại.'
  return error.problem.errors?.[0]?.detail ?? error.problem.detail
}
