import type { MadeReport } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import { apiPath } from '../lib/api-client.ts'
import styles from './report.module.css'
import { searchOfReport } from './search.ts'
import { madeReportText } from './wording.ts'

type MadeReportsProps = { unitCode: string; items: readonly MadeReport[]; shown: string | undefined }

/** The reports that were made, each with its documents as they were. */
export function MadeReports({ unitCode, items, shown }: MadeReportsProps) {
  if (items.length === 0) return <p className={styles.note}>Chưa lập báo cáo nào.</p>
  return (
    <ul className={styles.made}>
      {items.map((report) => (
        <li key={report.id} aria-current={String(report.id) === shown || undefined}>
          <span>
            {report.isDraft && <b>Dự thảo. </b>}
            {madeReportText(report)}
          </span>
          <span className={styles.links}>
            <a href={documentPath(unitCode, report, 'report.docx')} download>
              Word<span className="visually-hidden"> {madeReportText(report)}</span>
            </a>
            <a href={documentPath(unitCode, report, 'annex.xlsx')} download>
              Excel phụ lục<span className="visually-hidden"> {madeReportText(report)}</span>
            </a>
            <Link to="/don-vi/$unitCode/bao-cao" params={{ unitCode }} search={searchOfReport(report)}>
              Xem<span className="visually-hidden"> {madeReportText(report)}</span>
            </Link>
            <Link to="/kiem-chung/$code" params={{ code: report.code }}>
              Kiểm chứng<span className="visually-hidden"> {madeReportText(report)}</span>
            </Link>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Where a document of a report is. */
export function documentPath(
  unitCode: string,
  { id, period }: MadeReport,
  document: 'report.docx' | 'annex.xlsx',
): string {
  return `${apiPath('/api/units/:unitCode/reports/:period/made/:id', { unitCode, period, id })}/${document}`
}
