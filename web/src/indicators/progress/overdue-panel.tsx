import type { ProgressItem } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import styles from '../../ui/panels.module.css'
import { debtsOf } from './overdue.ts'
import type { UnitProgress } from './queries.ts'

type OverduePanelProps = { progress: UnitProgress; items: readonly ProgressItem[]; ky: string | undefined }

/** Which figures are overdue, and who owes them. */
export function OverduePanel({ progress, items, ky }: OverduePanelProps) {
  const debts = debtsOf(items, progress.leadBodies)
  const overdue = items.filter(({ flags }) => flags.includes('overdue')).length
  return (
    <section className={styles.panel}>
      <h2>Quá hạn báo cáo</h2>
      <p>
        {overdue === 0
          ? 'Không có chỉ tiêu nào quá hạn.'
          : `${overdue} trong ${items.length} chỉ tiêu chưa có số liệu của kỳ đã đến hạn.`}
      </p>
      {debts.length > 0 && (
        <ul>
          {debts.map(({ body, items: owed }) => (
            <li key={body.id}>
              <details className={styles.debt}>
                <summary>
                  <strong>{body.name}</strong>: {owed.length} chỉ tiêu
                </summary>
                <ul>
                  {owed.map(({ number, shortName }) => (
                    <li key={number}>
                      <Link
                        to="/don-vi/$unitCode/chi-tieu/$number"
                        params={{ unitCode: progress.unit.code, number: String(number) }}
                        search={{ ky }}
                      >
                        {number}. {shortName}
                      </Link>
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
