import { type FigureKey, mostEvidenceBytes, mostEvidenceFiles } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { ApiError } from '../../lib/api-client.ts'
import { quarterText } from '../../lib/figures.ts'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { FileField } from '../../ui/file-field.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './evidence.module.css'
import { EvidenceList } from './evidence-list.tsx'
import { evidenceQuery } from './queries.ts'
import { type Sending, useUpload } from './use-upload.ts'
import { sizeText } from './wording.ts'

type EvidenceDialogProps = { figure: FigureKey; mayAdd: boolean; onClose: () => void }

/** The files behind a figure, and the way to add some. */
export function EvidenceDialog({ figure, mayAdd, onClose }: EvidenceDialogProps) {
  const { unitCode, number, period } = figure
  const query = useQuery(evidenceQuery(figure))
  const isFull = (query.data?.items.length ?? 0) >= mostEvidenceFiles
  return (
    <Dialog title={`Minh chứng chỉ tiêu ${number}, ${quarterText(period)}`} onClose={onClose}>
      <div className="stack">
        <QueryView query={query} skeleton={<Skeleton height={48} />}>
          {({ items }) =>
            items.length > 0 ? (
              <EvidenceList unitCode={unitCode} number={number} items={items} />
            ) : (
              <p>Chưa có tệp nào.</p>
            )
          }
        </QueryView>
        {mayAdd && !isFull && <Adding figure={figure} />}
        {mayAdd && isFull && (
          <p>Đã đủ {mostEvidenceFiles} tệp, mức nhiều nhất của một số liệu. Tài liệu thêm gộp vào kỳ sau.</p>
        )}
        <DialogActions>
          <button type="button" className="button" onClick={onClose}>
            Đóng
          </button>
        </DialogActions>
      </div>
    </Dialog>
  )
}

function Adding({ figure }: { figure: FigureKey }) {
  const { sendings, choose } = useUpload(figure)
  const input = useRef<HTMLInputElement>(null)
  // What one comes here for stands under the first key.
  useEffect(() => input.current?.focus(), [])
  return (
    <>
      <ul className={styles.sendings} aria-label="Đang gửi" aria-live="polite">
        {sendings.map((sending) => (
          <SendingLine key={sending.id} sending={sending} />
        ))}
      </ul>
      <FileField
        inputRef={input}
        label="Chọn tệp"
        accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
        multiple
        hint={`PDF, Word (.docx), Excel (.xlsx), PNG, JPG; mỗi tệp tối đa ${mostEvidenceBytes / 1024 / 1024} MB. Tệp đã gửi được giữ lại, gửi nhầm thì rút kèm lý do; công khai khi số liệu được duyệt.`}
        onChoose={choose}
      />
    </>
  )
}

const stateWords: Record<Exclude<Sending['state'], 'refused'>, string> = {
  sending: 'Đang gửi',
  waiting: 'Chờ đến lượt',
  away: 'Chờ đường truyền, tự gửi khi có mạng (giữ trang này mở)',
}

function SendingLine({ sending }: { sending: Sending }) {
  const { name, size, state, share, error } = sending
  if (state === 'refused') {
    const problem = error instanceof ApiError ? error.problem : undefined
    const mayHelp = !problem || problem.status >= 500 || problem.status === 401
    return (
      <li data-state={state}>
        <b>{name}</b>
        <p>{problem ? `${problem.title}. ${problem.detail}` : 'Không gửi được.'}</p>
        <p className={styles.choices}>
          {mayHelp && (
            <button type="button" className="plain-button" onClick={sending.retry}>
              Gửi lại
            </button>
          )}
          <button type="button" className="plain-button" onClick={sending.drop}>
            Bỏ tệp này
          </button>
        </p>
      </li>
    )
  }
  return (
    <li data-state={state}>
      <b>{name}</b>
      <p>
        {stateWords[state]}, {sizeText(size)}
      </p>
      {state === 'sending' && (
        <progress
          aria-label={`Gửi ${name}`}
          max={1}
          {...(share !== undefined && share < 1 && { value: share })}
        />
      )}
    </li>
  )
}
