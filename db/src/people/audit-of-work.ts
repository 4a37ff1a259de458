import { reportSectionTitles } from '@moc57/shared'
import { isHandedOver } from '../measurements/evidence.ts'

/**
 * The logs of the work behind the figures, in the columns of the audit and with what each concerns in words. What an
 * explanation, a report or an assessment says is read where it stands, not in the audit; a file or a proposal that the
 * unit has not settled is told with `:withDrafts` alone.
 */
const columns = ({
  of,
  kind,
  rank,
  id,
  action,
  period,
  number,
  revision,
  subject,
  reason,
}: {
  /** The row that names the unit; none for what concerns all of them. */
  of?: string
  kind: string
  rank: number
  id: string
  action: string
  period?: string
  number?: string
  revision?: string
  subject?: string
  reason?: string
}) => `
  SELECT '${kind}', ${rank}, ${id}.id, ${action}, ${id}.at, ${id}.by, ${of ? `${of}.unit_code` : 'NULL'}, ${period ?? 'NULL'},
    ${number ?? 'NULL'}, ${revision ?? 'NULL'}, NULL, NULL, NULL, NULL, NULL, ${reason ?? 'NULL'}, ${subject ?? 'NULL'}`

const ofExplanation = { of: 'x', kind: 'explanation', period: 'x.period', number: 'x.indicator_number' }
const inspectionOf = (row: string) => `'Kiểm tra ngày ' || strftime('%d/%m/%Y', ${row}.held_on)`

/** Of a report on more than a quarter its subject alone tells the time. */
const reportQuarter = `iif(r.period LIKE '%-Q%', r.period, NULL)`
const reportName = `CASE substr(r.period, 6)
  WHEN 'H1' THEN 'Báo cáo 6 tháng đầu năm ' || substr(r.period, 1, 4)
  WHEN 'H2' THEN 'Báo cáo 6 tháng cuối năm ' || substr(r.period, 1, 4)
  WHEN '9M' THEN 'Báo cáo 9 tháng đầu năm ' || substr(r.period, 1, 4)
  WHEN 'Y' THEN 'Báo cáo năm ' || substr(r.period, 1, 4)
  ELSE iif(r.period LIKE '%-M%', 'Báo cáo tháng ' || CAST(substr(r.period, 7) AS INTEGER) || ' năm ' || substr(r.period, 1, 4), 'Báo cáo quý') END`

const windowOf = (row: string) => {
  const day = (column: string) => `strftime('%d/%m/%Y', ${row}.${column})`
  return `'Số liệu từ ' || ${day('from_day')} || ' đến ' || ${day('to_day')} || ', hạn gửi ' || ${day('due_on')}`
}

const sectionName = `CASE r.section ${Object.entries(reportSectionTitles)
  .map(([section, title]) => `WHEN '${section}' THEN '${title}'`)
  .join(' ')} END`

const proposal = `'Rà soát năm ' || p.year || ', mốc ' || p.milestone || ': ' || p.text`

export const workEvents = [
  `${columns({ ...ofExplanation, rank: 6, id: 'x', action: `'explanationAsked'` })}
  FROM explanations AS x`,
  `${columns({ ...ofExplanation, rank: 7, id: 'e', action: `'explanation' || CASE e.action WHEN 'answer' THEN 'Answered' WHEN 'accept' THEN 'Accepted' WHEN 'return' THEN 'Returned' ELSE 'Withdrawn' END`, reason: 'e.reason' })}
  FROM explanation_events AS e JOIN explanations AS x ON x.id = e.explanation_id`,
  `${columns({ of: 'a', kind: 'inspection', rank: 8, id: 'a', action: `'assessed'`, period: 'a.period', number: 'a.indicator_number', revision: 'a.revision', reason: 'a.reason' })}
  FROM assessments AS a`,
  `${columns({ of: 'i', kind: 'inspection', rank: 9, id: 'i', action: `'inspected'`, subject: inspectionOf('i') })}
  FROM inspections AS i`,
  `${columns({ of: 'i', kind: 'inspection', rank: 10, id: 'f', action: `'inspectionFollowedUp'`, subject: inspectionOf('i') })}
  FROM inspection_follow_ups AS f JOIN inspections AS i ON i.id = f.inspection_id`,
  `${columns({ of: 't', kind: 'task', rank: 11, id: 't', action: `'taskReported'`, period: 't.period', revision: 't.revision', subject: `'Nhiệm vụ ' || t.task_number`, reason: 't.reason' })}
  FROM task_reports AS t`,
  `${columns({ of: 'd', kind: 'task', rank: 12, id: 'd', action: `'taskDocumentAdded'`, subject: `'Nhiệm vụ ' || d.task_number || ': ' || d.name` })}
  FROM task_documents AS d`,
  `${columns({ of: 'b', kind: 'budget', rank: 13, id: 'b', action: `iif(b.is_removed, 'budgetLineRemoved', 'budgetLineRecorded')`, revision: 'b.revision', subject: `'Ngân sách năm ' || b.year || ': ' || coalesce(b.title, 'tổng chi')`, reason: 'b.reason' })}
  FROM budget_lines AS b`,
  `${columns({ of: 'r', kind: 'report', rank: 14, id: 'r', action: `'reportMade'`, period: reportQuarter, subject: `${reportName} || iif(r.is_draft, ', dự thảo', '')` })}
  FROM reports AS r`,
  `${columns({ kind: 'boundaries', rank: 15, id: 'g', action: `'boundariesGiven'`, subject: `'Tệp ' || g.name` })}
  FROM boundary_files AS g`,
  `${columns({ of: 'v', kind: 'evidence', rank: 16, id: 'v', action: `'evidenceAdded'`, period: 'v.period', number: 'v.indicator_number', subject: `'Tệp ' || v.name` })}
  FROM evidence AS v
  WHERE :withDrafts OR ${isHandedOver('v')}`,
  `${columns({ of: 'r', kind: 'report', rank: 17, id: 'r', action: `'reportSectionWritten'`, period: reportQuarter, revision: 'r.revision', subject: `${reportName} || ', ' || ${sectionName}` })}
  FROM report_sections AS r`,
  `${columns({ of: 's', kind: 'report', rank: 18, id: 's', action: `'reportFormSet'`, revision: 's.revision' })}
  FROM report_settings AS s`,
  `${columns({ of: 'p', kind: 'plan', rank: 19, id: 'p', action: `'targetProposed'`, number: 'p.indicator_number', subject: proposal, reason: 'p.reason' })}
  FROM target_proposals AS p
  WHERE :withDrafts OR EXISTS (SELECT 1 FROM target_proposal_decisions AS d WHERE d.proposal_id = p.id)`,
  `${columns({ of: 'p', kind: 'plan', rank: 20, id: 'd', action: `iif(d.change_id IS NULL, 'targetRefused', 'targetAccepted')`, number: 'p.indicator_number', subject: proposal, reason: 'd.reason' })}
  FROM (SELECT proposal_id AS id, * FROM target_proposal_decisions) AS d JOIN target_proposals AS p ON p.id = d.id`,
  `${columns({ kind: 'period', rank: 21, id: 'w', action: `'periodDaysSet'`, period: 'w.period', revision: 'w.revision', subject: windowOf('w'), reason: 'w.reason' })}
  FROM reporting_period_changes AS w`,
  `${columns({ of: 'v', kind: 'evidence', rank: 22, id: 'w', action: `'evidenceWithdrawn'`, period: 'v.period', number: 'v.indicator_number', subject: `'Tệp ' || v.name`, reason: 'w.reason' })}
  FROM (SELECT evidence_id AS id, * FROM evidence_withdrawals) AS w JOIN evidence AS v ON v.id = w.id
  WHERE :withDrafts`,
  `${columns({ of: 'v', kind: 'evidence', rank: 23, id: 'e', action: `'evidenceErased'`, period: 'v.period', number: 'v.indicator_number', subject: `'Tệp ' || v.name` })}
  FROM (SELECT evidence_id AS id, * FROM evidence_erasures) AS e JOIN evidence AS v ON v.id = e.id
  WHERE :withDrafts`,
  `${columns({ kind: 'backup', rank: 24, id: 'b', action: 'b.action', subject: 'b.subject', reason: 'b.note' })}
  FROM backup_events AS b`,
  `${columns({ of: 't', kind: 'plan', rank: 25, id: 'r', action: `'targetRead'`, number: 't.indicator_number', subject: `'Mốc ' || t.milestone || ': ' || t.text` })}
  FROM (SELECT recorded_by AS by, recorded_at AS at, * FROM target_readings) AS r JOIN targets AS t ON t.id = r.target_id`,
  `${columns({ of: 't', kind: 'report', rank: 26, id: 't', action: `iif(t.name IS NULL, 'reportTemplateDropped', 'reportTemplateGiven')`, revision: 't.revision', subject: `'Tệp ' || t.name` })}
  FROM report_templates AS t`,
].join('\n  UNION ALL')
