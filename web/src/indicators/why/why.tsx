import { type Output, statusLabels } from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { useState } from 'react'
import { Section } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { StatusMark, StatusShape } from '../status-mark.tsx'
import { flagNotes } from './flag-notes.ts'
import { passedMilestones } from './passed-milestones.ts'
import styles from './why.module.css'
import { ruleChecks } from './why-rules.ts'
import { whySteps } from './why-steps.ts'

/** Opens the status to the numbers it was made of. */
export function WhySection({ indicator }: { indicator: Output<typeof readIndicator> }) {
  const [wide] = useState(() => matchMedia('(width >= 48em)').matches)
  const flags = flagNotes(indicator)
  const passed = passedMilestones(indicator)
  return (
    <Section title={<>Vì sao “{statusLabels[indicator.status]}”?</>}>
      <details open={wide} className={styles.details}>
        <summary>Cách tính với số liệu của chỉ tiêu này</summary>
        <div className="columns">
          <div>
            <h3>Các bước tính</h3>
            <ol className={styles.steps}>
              {whySteps(indicator).map(({ title, formula, working }) => (
                <li key={title}>
                  <b>{title}</b>
                  {formula && <span className={`note ${styles.formula}`}>{formula}</span>}
                  <span className={styles.working}>{working}</span>
                </li>
              ))}
            </ol>
            {passed.length > 0 && (
              <>
                <h3>Mốc đã đến hạn</h3>
                <ul className={styles.flags}>
                  {passed.map(({ milestone, text }) => (
                    <li key={milestone}>{text}.</li>
                  ))}
                </ul>
              </>
            )}
            {flags.length > 0 && (
              <>
                <h3>Lưu ý về số liệu</h3>
                <ul className={styles.flags}>
                  {flags.map(({ flag, label, meaning }) => (
                    <li key={flag}>
                      <b>{label}.</b> {meaning}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
          <RuleTable indicator={indicator} />
        </div>
      </details>
    </Section>
  )
}

function RuleTable({ indicator }: { indicator: Output<typeof readIndicator> }) {
  return (
    <div>
      <h3>Xét lần lượt, dừng ở điều kiện đúng đầu tiên</h3>
      <Table
        caption="Các trạng thái và điều kiện của từng trạng thái"
        staysTable
        rows={ruleChecks(indicator)}
        rowKey={({ status }) => status}
        rowProps={({ matched, finding }) => ({
          'data-here': matched || undefined,
          'data-faint': finding === null || undefined,
        })}
        columns={[
          {
            title: 'Trạng thái',
            hideTitle: true,
            kind: 'name',
            width: '11.5rem',
            cell: ({ status, matched }) =>
              matched ? (
                <StatusMark status={status} />
              ) : (
                <span className={styles.status}>
                  <StatusShape status={status} />
                  {statusLabels[status]}
                </span>
              ),
          },
          {
            title: 'Điều kiện và kết quả xét',
            hideTitle: true,
            cell: ({ condition, finding, matched }) => (
              <>
                {condition}
                <span className="detail">
                  {finding === null ? (
                    'không cần xét'
                  ) : matched ? (
                    <b>Đúng: {finding}</b>
                  ) : (
                    `Không: ${finding}`
                  )}
                </span>
              </>
            ),
          },
        ]}
      />
    </div>
  )
}
