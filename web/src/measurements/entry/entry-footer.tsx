import { stateOf } from '@moc57/shared'
import type { Ref } from 'react'
import { uncapitalize } from '../../lib/text.ts'
import type { Line } from './draft-store.ts'
import styles from './entry-footer.module.css'
import { type EntryLine, hasFigure } from './entry-lines.ts'
import type { countQueue } from './save-queue.ts'
import { saveWords } from './wording.ts'

type EntryFooterProps = {
  lines: readonly EntryLine[]
  counts: ReturnType<typeof countQueue>
  /** Files that are still on their way. */
  unsentFiles: number
  line: Line
  notice: string
  /** Why submitting is not possible; `null` where it is. */
  submit: { ref: Ref<HTMLButtonElement>; onClick: () => void } | null
}

/** How far the quarter is, and the way on. */
export function EntryFooter({ lines, counts, unsentFiles, line, notice, submit }: EntryFooterProps) {
  const entered = lines.filter(
    (line) => hasFigure(line) && line.save !== 'refused' && line.save !== 'incomplete',
  )
  const questions = lines.filter(({ openQuestions }) => openQuestions.length > 0).length
  const returned = lines.filter(({ row }) => stateOf(row) === 'returned').length
  const parts = [
    `Đã nhập ${entered.length}/${lines.length}`,
    returned > 0 && `${returned} trả lại`,
    counts.refused > 0 && `${counts.refused} bị từ chối`,
    counts.conflicts > 0 && `${counts.conflicts} người khác đã sửa`,
    counts.incomplete > 0 && `${counts.incomplete} nhập dở`,
    counts.unsent > 0 && `${counts.unsent} ${uncapitalize(saveWords[line])}`,
    unsentFiles > 0 && `${unsentFiles} tệp đang gửi`,
    questions > 0 && `${questions} cần xem lại`,
  ].filter(Boolean)
  return (
    <div className={styles.footer}>
      <p role="status">
        <b>{parts.join(' · ')}</b>
        {notice && <span> {notice}</span>}
      </p>
      {submit && (
        <>
          <p className={styles.keys}>
            Enter xuống dòng · F2 sửa · F8 minh chứng · Ctrl+D chép từ trên · Ctrl+Z hoàn tác · Esc rời bảng
          </p>
          <button
            ref={submit.ref}
            type="button"
            className={`button primary ${styles.submit}`}
            onClick={submit.onClick}
          >
            Trình duyệt <kbd>Ctrl+Enter</kbd>
          </button>
        </>
      )}
    </div>
  )
}
