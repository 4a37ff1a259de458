import { mostImportBytes } from '@moc57/shared'
import { type PlanFileRow, previewPlanFile } from '@moc57/shared/api'
import { useMutation } from '@tanstack/react-query'
import { Fragment, useEffect, useRef } from 'react'
import { ApiError } from '../lib/api-client.ts'
import { upload } from '../lib/upload.ts'
import { FileField } from '../ui/file-field.tsx'
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
    mutationFn: (file: File) => {
      if (file.size > mostImportBytes) throw new ApiError(tooLarge)
      return upload(previewPlanFile, { params: { unitCode }, file, name: file.name })
    },
  })
  const { data: preview, error } = reading
  const result = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (preview ?? error) result.current?.focus({ preventScroll: true })
  }, [preview, error])
  return (
    <section className={styles.panel} aria-labelledby="ke-hoach-tu-tep">
      <h2 id="ke-hoach-tu-tep">Nhập kế hoạch từ Excel</h2>
      {!preview && (
        <>
          <p>
            <a href={`/api/units/${unitCode}/plan.xlsx`} download>
              Tải tệp .xlsx của đơn vị
            </a>{' '}
            theo mẫu Phụ lục 01, sửa rồi đưa lại vào đây. Dòng không có Stt là chỉ tiêu riêng mới.
          </p>
          <FileField
            label="Chọn tệp kế hoạch"
            hint=".xlsx hoặc .csv (UTF-8), tối đa 5 MB. Chưa ghi gì cho đến khi xem trước và xác nhận."
            accept=".xlsx,.csv"
            isBusy={reading.isPending}
            onChoose={([file]) => file && reading.mutate(file)}
          />
        </>
      )}
      <p role="status">{reading.isPending && 'Đang đọc tệp…'}</p>
      <div ref={result} tabIndex={-1} className={styles.result}>
        {error && <Refused error={error} />}
        {preview && (
          <>
            <p>
              <b>“{preview.fileName}”</b>: {fileSentence(preview)}
            </p>
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
          <button type="button" className="button" onClick={() => reading.reset()}>
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
  const isRefused = ({ refusals }: PlanFileRow) => refusals.length > 0
  return {
    'Sẽ thêm chỉ tiêu riêng': rows.filter((row) => row.isNew && !isRefused(row)),
    'Sẽ thay đổi': rows.filter(
      ({ isNew, targets, assignment }) => !isNew && (targets.length > 0 || assignment !== null),
    ),
    'Bị từ chối, không ghi': rows.filter(isRefused),
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
      <p>Chưa có gì thay đổi.</p>
    </div>
  )
}

const tooLarge = {
  type: 'about:blank',
  status: 413,
  title: 'Tệp quá lớn',
  detail: `Tệp vượt quá ${mostImportBytes / 1024 / 1024} MB. Hãy bỏ bớt trang tính, ảnh rồi chọn lại.`,
}
