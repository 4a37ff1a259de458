import { quartersOf, reportKind } from '@moc57/shared'
import type { MadeReport } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import { documentPath } from './made-reports.tsx'
import styles from './report.module.css'
import { kindWord } from './search.ts'
import { madeReportText } from './wording.ts'

type PaperHeadProps = { title: string; report?: MadeReport; unitCode?: string }

/** What stands over the paper: which report it is, and how to take it along. */
export function PaperHead({ title, report, unitCode }: PaperHeadProps) {
  return (
    <div className={styles.viewHead}>
      <div>
        <h2>{title}</h2>
        {report && <p className={styles.note}>{madeReportText(report)}</p>}
      </div>
      <div className={styles.actions}>
        {report && unitCode && (
          <>
            <a href={documentPath(unitCode, report, 'report.docx')} download>
              Word
            </a>
            <Link
              to="/don-vi/$unitCode/bao-cao"
              params={{ unitCode }}
              search={{ ky: quartersOf(report.period).last, loai: kindWord(reportKind(report.period)) }}
            >
              Về bản xem trước
            </Link>
          </>
        )}
        <button type="button" className="button" onClick={() => print()}>
          In hoặc lưu PDF
        </button>
      </div>
    </div>
  )
}
