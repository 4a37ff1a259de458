import { type ImportAnswers, mostImportBytes } from '@moc57/shared'
import type { PlanFileRow } from '@moc57/shared/api'
import { useMutation } from '@tanstack/react-query'
import { Fragment, useEffect, useRef, useState } from 'react'
import { ApiError } from '../lib/api-client.ts'
import { upload } from '../lib/upload.ts'
import { FileField } from '../ui/file-field.tsx'
import { PasteField } from '../ui/paste-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { fileSentence, hasChanges, type PlanFilePreview } from './file-wording.ts'
import styles from './plan-file.module.css'
import { PlanFileTable } from './plan-file-table.tsx'
import type { UnitPlan } from './queries.ts'

type PlanFileProps = {
  plan: UnitPlan
  /** Takes what the file would change; nothing is written by it. */
  onTake: (change: PlanFilePreview['change']) => void
  onClose: () => void
}

/** A plan from a file in the layout of Phụ lục 01: what it would change, row by row, before anything is written. */
export function PlanFile({ plan, onTake, onClose }: PlanFileProps) {
  const unitCode = plan.unit.code
  const reading = useMutation({
    mutationFn: ({ file, sheet, answers = {} }: { file: File; sheet?: string; answers?: ImportAnswers }) => {
      if (file.size > mostImportBytes) throw new ApiError(tooLarge)
      const fields: Record<string, string> = {
        ...(sheet && { sheet }),
        ...(Object.keys(answers).length > 0 && { answers: JSON.stringify(answers) }),
      }
      return upload('POST /api/units/:unitCode/plan/import', {
        params: { unitCode },
        file,
        name: file.name,
        fields,
      })
    },
  })
  const given = reading.variables
  const handleAnswer = (answers: ImportAnswers) => {
    if (given) reading.mutate({ ...given, answers: { ...given.answers, ...answers } })
  }
  const { error } = reading
  const [shown, setShown] = useState(reading.data)
  // While an answer is on its way the preview that it was given to stays.
  if (reading.data && reading.data !== shown) setShown(reading.data)
  const preview = reading.isIdle ? undefined : shown
  const result = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (preview ?? error) result.current?.focus({ preventScroll: true })
  }, [preview, error])
  return (
    <section className={styles.panel} aria-labelledby="ke-hoach-tu-tep">
      <h2 id="ke-hoach-tu-tep">Nhập kế hoạch từ Word, Excel hoặc PDF</h2>
      {!preview && (
        <>
          <p>
            <a href={`/api/units/${unitCode}/plan.xlsx`} download>
              Tải tệp .xlsx của đơn vị
            </a>{' '}
            theo mẫu Phụ lục 01, sửa rồi đưa lại vào đây; hoặc chọn tệp Word, Excel, PDF có bảng chỉ tiêu với
            mục tiêu theo năm, hay câu mục tiêu với thời hạn. Dòng có tên khác danh mục và có đơn vị tính là
            chỉ tiêu riêng mới.
          </p>
          <FileField
            label="Chọn tệp kế hoạch"
            hint=".xlsx, .docx, .pdf (có chữ, không phải bản quét) hoặc .csv (UTF-8), tối đa 5 MB. Chưa ghi gì cho đến khi xem trước và xác nhận."
            accept=".xlsx,.docx,.pdf,.csv"
            isBusy={reading.isPending}
            onChoose={([file]) => file && reading.mutate({ file })}
          />
          <PasteField
            label="Hoặc dán bảng từ Word, Excel"
            isBusy={reading.isPending}
            onPaste={(file) => reading.mutate({ file })}
          />
        </>
      )}
      <p role="status">{reading.isPending && 'Đang đọc tệp…'}</p>
      <div ref={result} tabIndex={-1} className={styles.result}>
        {error && <Refused error={error} />}
        {preview && (
          <>
            <p>
              <b>“{preview.fileName}”</b>: {preview.sheetQuestion ?? fileSentence(preview)}
            </p>
            {preview.sheets.length > 1 && (
              <SelectField
                label="Trang tính"
                value={preview.sheetQuestion ? '' : preview.sheet}
                options={[
                  ...(preview.sheetQuestion ? [{ value: '', label: 'Chọn trang…' }] : []),
                  ...preview.sheets.map((name) => ({ value: name, label: name })),
                ]}
                onChange={(sheet) => given && sheet && reading.mutate({ file: given.file, sheet })}
              />
            )}
            {Object.entries(partsOf(preview.items)).map(
              ([title, rows]) =>
                rows.length > 0 && (
                  <Fragment key={title}>
                    <h3>
                      {title} ({rows.length})
                    </h3>
                    <PlanFileTable
                      label={title}
                      rows={rows}
                      onAnswer={handleAnswer}
                      measured={[...plan.items, ...preview.change.indicators]}
                    />
                  </Fragment>
                ),
            )}
          </>
        )}
      </div>
      <p className={styles.actions}>
        {preview && hasChanges(preview) && (
          <button type="button" className={`button ${styles.main}`} onClick={() => onTake(preview.change)}>
            Đưa vào kế hoạch và ghi…
          </button>
        )}
        {preview && (
          <button
            type="button"
            className="button"
            onClick={() => {
              setShown(undefined)
              reading.reset()
            }}
          >
            Chọn tệp khác
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          Thôi
        </button>
      </p>
    </section>
  )
}

function partsOf(rows: readonly PlanFileRow[]): Record<string, PlanFileRow[]> {
  const partOf = ({ refusals, asks, isNew }: PlanFileRow) => {
    if (refusals.length > 0) return 'refused'
    if (asks.length > 0) return 'asked'
    return isNew ? 'added' : 'changed'
  }
  const parts = Map.groupBy(rows, partOf)
  return {
    'Cần trả lời, chưa trả lời thì không ghi': parts.get('asked') ?? [],
    'Bị từ chối, không ghi': parts.get('refused') ?? [],
    'Sẽ thêm chỉ tiêu riêng': parts.get('added') ?? [],
    'Sẽ thay đổi': parts.get('changed') ?? [],
  }
}

function Refused({ error }: { error: Error }) {
  const problem = error instanceof ApiError ? error.problem : undefined
  return (
    <div className={styles.refused} role="alert">
      <p>
        <b>{problem?.title ?? 'Không đọc được tệp'}.</b> {problem?.detail}
      </p>
      {problem?.errors && (
        <ul>
          {problem.errors.map(({ pointer, detail }) => (
            <li key={pointer}>{detail}</li>
          ))}
        </ul>
      )}
      <p>Chưa có gì thay đổi. Chắc chắn nhất: tải tệp .xlsx của đơn vị ở trên, sửa rồi gửi lại.</p>
    </div>
  )
}

const tooLarge = {
  type: 'about:blank',
  status: 413,
  title: 'Tệp quá lớn',
  detail: `Tệp vượt quá ${mostImportBytes / 1024 / 1024} MB. Hãy bỏ bớt trang tính, ảnh rồi chọn lại.`,
}
