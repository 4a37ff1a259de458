import { formatNumber } from '@moc57/shared'
import { Link } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useRef } from 'react'
import { ApiError } from '../../lib/api-client.ts'
import { takeHandedTable } from '../../lib/pasted-table.ts'
import { FileField } from '../../ui/file-field.tsx'
import { PasteField } from '../../ui/paste-field.tsx'
import styles from './import-view.module.css'
import { PreviewPanel } from './preview-panel.tsx'
import { ProblemText } from './problem-text.tsx'
import { type ImportPlace, type ImportState, useImport } from './use-import.ts'

/** A quarter from a file: take the template, bring it back, see what it changes, write it. */
export function ImportView(place: ImportPlace) {
  const { state, choose, write, pick, answer, readAgain, startOver } = useImport(place)
  const result = useFocusOnResult(state.step)
  // What was pasted into the grid and names its rows is looked at here first.
  const chooseHanded = useEffectEvent(() => {
    const handed = takeHandedTable()
    if (handed) void choose(handed)
  })
  useEffect(() => chooseHanded(), [])
  return (
    <div className={styles.page}>
      {state.step !== 'preview' && state.step !== 'written' && (
        <>
          <Template {...place} />
          <FileField
            label="Chọn tệp đã điền"
            hint=".xlsx, .docx, .pdf (có chữ, không phải bản quét) hoặc .csv (UTF-8), tối đa 5 MB. Chưa ghi gì cho đến khi xem trước và xác nhận."
            accept=".xlsx,.docx,.pdf,.csv"
            isBusy={state.step === 'reading'}
            onChoose={([file]) => file && choose(file)}
          />
          <PasteField
            label="Hoặc dán bảng từ Word, Excel"
            isBusy={state.step === 'reading'}
            onPaste={(table) => void choose(table)}
          />
        </>
      )}
      <div role="status">{state.step === 'reading' && <Reading name={state.name} share={state.share} />}</div>
      <div ref={result} tabIndex={-1} className={styles.result}>
        {state.step === 'refused' && (
          <Refused state={state} place={place} onRetry={state.canRetry ? readAgain : undefined} />
        )}
        {state.step === 'preview' && (
          <PreviewPanel
            {...state}
            onWrite={() => write(state.preview)}
            onPick={pick}
            onAnswer={answer}
            onReadAgain={readAgain}
            onStartOver={startOver}
          />
        )}
        {state.step === 'written' && (
          <section className={styles.written}>
            <h2>Đã ghi {formatNumber(state.written.written)} ô</h2>
            <p>
              Số liệu từ “{state.name}” đã lưu thành bản nháp.
              {state.written.counts.refused > 0 && ` ${state.written.counts.refused} ô bị từ chối chưa ghi.`}{' '}
              {place.unitCode === null
                ? 'Các đơn vị kiểm tra, trình và duyệt ở bảng nhập của mình.'
                : 'Kiểm tra rồi trình duyệt ở bảng nhập.'}
            </p>
            <p className={styles.actions}>
              {place.unitCode !== null && (
                <Link
                  className={`button ${styles.primary}`}
                  to="/don-vi/$unitCode/nhap-so-lieu"
                  params={{ unitCode: place.unitCode }}
                  search={{ ky: place.period }}
                >
                  Mở bảng nhập
                </Link>
              )}
              <button type="button" className="button" onClick={startOver}>
                Nhập tệp khác
              </button>
            </p>
          </section>
        )}
      </div>
    </div>
  )
}

function Template(place: ImportPlace) {
  const { unitCode } = place
  return (
    <p>
      <a className={`button ${styles.download}`} href={templateOf(place)} download>
        Tải mẫu Excel
      </a>{' '}
      {unitCode === null
        ? 'Mẫu có mọi đơn vị đang nhận số liệu, mỗi chỉ tiêu một dòng, ô nhập để trống. Tệp khác cũng được nếu có cột mã hoặc tên đơn vị, chỉ tiêu và kết quả của quý.'
        : 'Mẫu có sẵn số liệu kỳ trước và số đang nhập. Biểu khác của đơn vị cũng đọc được nếu có tên chỉ tiêu và cột kết quả của quý; chỗ nào chưa chắc, hệ thống sẽ hỏi.'}
    </p>
  )
}

function Reading({ name, share }: { name: string; share: number }) {
  const isSent = share >= 1
  return (
    <div className={styles.reading}>
      <p>{isSent ? `Đang đọc “${name}”…` : `Đang gửi “${name}”…`}</p>
      <progress aria-label={`Gửi tệp ${name}`} {...(!isSent && { value: share })} max={1} />
    </div>
  )
}

type RefusedProps = {
  place: ImportPlace
  state: Extract<ImportState, { step: 'refused' }>
  onRetry: (() => void) | undefined
}

function Refused({ state: { name, error }, place, onRetry }: RefusedProps) {
  return (
    <section className={styles.problem} role="alert">
      <h2>
        {error instanceof ApiError ? error.problem.title : 'Không đọc được tệp'}: {name}
      </h2>
      {error instanceof ApiError && <ProblemText error={error} />}
      <p>
        Chưa có gì được ghi.{' '}
        {onRetry && (
          <button type="button" className="plain-button" onClick={onRetry}>
            Gửi lại
          </button>
        )}
      </p>
      <p>
        Chắc chắn nhất:{' '}
        <a href={templateOf(place)} download>
          tải mẫu Excel{place.unitCode === null ? '' : ' đã có số liệu hiện tại của đơn vị'}
        </a>
        , điền rồi gửi lại.
      </p>
    </section>
  )
}

function templateOf({ unitCode, period }: ImportPlace): string {
  const path = unitCode === null ? `/api/imports/${period}` : `/api/units/${unitCode}/entries/${period}`
  return `${path}/template.xlsx`
}

/** What came of a file gets the focus, so that the keyboard and the screen reader go on from there. */
function useFocusOnResult(step: ImportState['step']) {
  const result = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (step === 'refused' || step === 'preview' || step === 'written')
      result.current?.focus({ preventScroll: true })
  }, [step])
  return result
}
