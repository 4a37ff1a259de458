import { formatMoment, type Quarter, quarterLabel } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { apiPath } from '../lib/api-client.ts'
import { quarterText } from '../lib/figures.ts'
import { whoText } from '../lib/who-text.ts'
import { sizeText } from '../measurements/evidence/wording.ts'
import { Explained } from '../ui/abbreviations.tsx'
import { Badge } from '../ui/badge.tsx'
import { Card } from '../ui/card-list.tsx'
import { FileField } from '../ui/file-field.tsx'
import { FormProblem } from '../ui/form.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { type Task, taskUpdatesQuery, useAddDocument } from './queries.ts'
import { ReportDialog } from './report-dialog.tsx'
import { readingText, reportFacts, taskBadge } from './wording.ts'

type TaskCardProps = {
  unitCode: string
  task: Task
  asOf: Quarter
  /** Whether everything that was ever reported can be opened: not where the page is of an earlier day. */
  hasHistory: boolean
}

/** A task as printed, how it stands, what was reported last, and what it left on paper. */
export function TaskCard({ unitCode, task, asOf, hasHistory }: TaskCardProps) {
  const { number, name, schedule, reading, standing, directingLeader, responsible, product } = task
  const { reports, documents, indicators, mayReport } = task
  const [isReporting, setReporting] = useState(false)
  const { tone, label } = taskBadge(task)
  const last = reports.at(-1)
  return (
    <Card>
      <h2>
        {number}. <Explained text={name} />
      </h2>
      <p className="row">
        <Badge tone={tone}>{label}</Badge>
        <span>
          {schedule} <span className="note">({readingText(reading, task)})</span>
        </span>
        {standing.missedYears.length > 0 && (
          <span>Không có báo cáo hoàn thành năm {standing.missedYears.join(', ')}</span>
        )}
      </p>
      <p className="note">
        Chỉ đạo: <Explained text={directingLeader} />. Chủ trì: {responsible.replace(/\.$/, '')}. Sản phẩm:{' '}
        {product}.
      </p>
      {last && (
        <dl className="facts boxed">
          <dt>{quarterLabel(last.period)}</dt>
          <dd>
            {last.note}
            <br />
            <span className="note">{reportFacts(last)}</span>
          </dd>
          {last.result && (
            <>
              <dt>Kết quả</dt>
              <dd>{last.result}</dd>
            </>
          )}
        </dl>
      )}
      {indicators.length > 0 && (
        <p className="note">
          Phục vụ chỉ tiêu (theo cách hiểu của Mốc 57):{' '}
          {indicators.map((served, index) => (
            <span key={served}>
              {index > 0 && ', '}
              <Link
                to="/don-vi/$unitCode/chi-tieu/$number"
                params={{ unitCode, number: String(served) }}
                search={true}
              >
                {served}
              </Link>
            </span>
          ))}
        </p>
      )}
      {documents.length > 0 && (
        <p className="row note">
          {documents.map((file) => (
            <a
              key={file.id}
              href={`${apiPath('/api/units/:unitCode/tasks/:number/documents', { unitCode, number: String(number) })}/${file.id}`}
              download
            >
              {file.name} ({sizeText(file.size)})
            </a>
          ))}
        </p>
      )}
      {hasHistory && reports.length > 0 && <History unitCode={unitCode} number={number} />}
      {mayReport && (
        <div className="row screen-only">
          <button type="button" className="button" onClick={() => setReporting(true)}>
            Ghi tiến độ {quarterText(asOf)}
            <span className="visually-hidden"> nhiệm vụ {number}</span>
          </button>
          <AddDocument unitCode={unitCode} number={number} />
        </div>
      )}
      {isReporting && (
        <ReportDialog unitCode={unitCode} task={task} period={asOf} onClose={() => setReporting(false)} />
      )}
    </Card>
  )
}

function AddDocument({ unitCode, number }: { unitCode: string; number: number }) {
  const [isOpen, setOpen] = useState(false)
  const add = useAddDocument(unitCode, number)
  if (!isOpen) {
    return (
      <button type="button" className="plain-button" onClick={() => setOpen(true)}>
        Gửi tệp sản phẩm<span className="visually-hidden"> nhiệm vụ {number}</span>
      </button>
    )
  }
  return (
    <div>
      <FileField
        label="Chọn tệp"
        accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
        hint="PDF, Word, Excel, PNG, JPG; tối đa 10 MB. Tệp được công khai ngay và giữ lại, không xóa."
        isBusy={add.isPending}
        onChoose={([file]) => file && add.mutate(file)}
      />
      <p role="status">{add.isPending ? 'Đang gửi…' : add.isSuccess ? 'Đã gửi.' : ''}</p>
      <FormProblem error={add.error} />
    </div>
  )
}

function History({ unitCode, number }: { unitCode: string; number: number }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        Các lần ghi<span className="visually-hidden"> của nhiệm vụ {number}</span>
      </summary>
      {isOpen && <UpdateList unitCode={unitCode} number={number} />}
    </details>
  )
}

function UpdateList({ unitCode, number }: { unitCode: string; number: number }) {
  const query = useQuery(taskUpdatesQuery(unitCode, number))
  return (
    <QueryView query={query} skeleton={<Skeleton height={60} />}>
      {({ items }) => (
        <ol reversed>
          {items.toReversed().map((report) => (
            <li key={`${report.period} ${report.revision}`}>
              {quarterLabel(report.period)}
              {report.revision > 1 && `, sửa lần ${report.revision - 1}`}: {report.note}{' '}
              <span className="note">
                {reportFacts(report)}; {report.by && `${whoText(report.by)}, `}
                {formatMoment(report.at)}
                {report.reason && `; lý do sửa: ${report.reason}`}
              </span>
            </li>
          ))}
        </ol>
      )}
    </QueryView>
  )
}
