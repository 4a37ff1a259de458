CREATE VIEW `audit_events` AS WITH events (kind, rank, id, action, at, by, unit_code, period, indicator_number, revision, value, numerator, denominator, comparator, username, reason, subject, is_settled) AS (
SELECT 'measurement', 1, m.id, 'recorded', m.recorded_at, m.recorded_by, m.unit_code, m.period, m.indicator_number, m.revision, m.value, m.numerator, m.denominator, m.comparator, NULL, m.reason, NULL, EXISTS (
    SELECT 1 FROM measurement_states AS settled
    WHERE settled.measurement_id = m.id AND settled.state IN ('approved', 'unverified')
  )
  FROM measurements AS m
UNION ALL
SELECT 'state', 2, s.id, s.state, s.at, s.by, m.unit_code, m.period, m.indicator_number, m.revision, m.value, m.numerator, m.denominator, m.comparator, NULL, s.reason, NULL, EXISTS (
    SELECT 1 FROM measurement_states AS settled
    WHERE settled.measurement_id = m.id AND settled.state IN ('approved', 'unverified')
  )
  FROM measurement_states AS s JOIN measurements AS m ON m.id = s.measurement_id AND s.state <> 'draft'
UNION ALL
SELECT 'submission', 3, s.id, s.action, s.at, s.by, s.unit_code, s.period, NULL, NULL, NULL, NULL, NULL, NULL, NULL, s.reason, NULL, 1
  FROM submission_events AS s
UNION ALL
SELECT 'account', 4, a.id, a.action, a.at, a.by, a.unit_code, NULL, NULL, NULL, NULL, NULL, NULL, NULL, a.username, NULL, json_object('text', a.subject), 1
  FROM account_events AS a
UNION ALL
SELECT 'plan', 5, c.id, 'planChanged', c.recorded_at, c.recorded_by, c.unit_code, c.effective_from, NULL, NULL, NULL, NULL, NULL, NULL, NULL, c.reason, NULL, 1
  FROM plan_changes AS c
UNION ALL
SELECT 'explanation', 6, x.id, 'explanationAsked', x.at, x.by, x.unit_code, x.period, x.indicator_number, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1
  FROM explanations AS x
UNION ALL
SELECT 'explanation', 7, e.id, 'explanation' || CASE e.action WHEN 'answer' THEN 'Answered' WHEN 'accept' THEN 'Accepted' WHEN 'return' THEN 'Returned' ELSE 'Withdrawn' END, e.at, e.by, x.unit_code, x.period, x.indicator_number, NULL, NULL, NULL, NULL, NULL, NULL, e.reason, NULL, 1
  FROM explanation_events AS e JOIN explanations AS x ON x.id = e.explanation_id
UNION ALL
SELECT 'inspection', 8, a.id, 'assessed', a.at, a.by, a.unit_code, a.period, a.indicator_number, a.revision, NULL, NULL, NULL, NULL, NULL, a.reason, NULL, 1
  FROM assessments AS a
UNION ALL
SELECT 'inspection', 9, i.id, 'inspected', i.at, i.by, i.unit_code, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, json_object('heldOn', i.held_on), 1
  FROM inspections AS i
UNION ALL
SELECT 'inspection', 10, f.id, 'inspectionFollowedUp', f.at, f.by, i.unit_code, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, json_object('heldOn', i.held_on), 1
  FROM inspection_follow_ups AS f JOIN inspections AS i ON i.id = f.inspection_id
UNION ALL
SELECT 'task', 11, t.id, 'taskReported', t.at, t.by, t.unit_code, t.period, NULL, t.revision, NULL, NULL, NULL, NULL, NULL, t.reason, json_object('task', t.task_number), 1
  FROM task_reports AS t
UNION ALL
SELECT 'task', 12, t.id, 'taskDocumentAdded', t.at, t.by, t.unit_code, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, json_object('task', t.task_number, 'file', t.name), 1
  FROM task_documents AS t
UNION ALL
SELECT 'budget', 13, b.id, iif(b.is_removed, 'budgetLineRemoved', 'budgetLineRecorded'), b.at, b.by, b.unit_code, NULL, NULL, b.revision, NULL, NULL, NULL, NULL, NULL, b.reason, json_object('budgetYear', b.year, 'line', b.title), 1
  FROM budget_lines AS b
UNION ALL
SELECT 'report', 14, r.id, 'reportMade', r.at, r.by, r.unit_code, iif(r.period LIKE '%-Q%', r.period, NULL), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, json_object('report', r.period, 'isDraft', r.is_draft), 1
  FROM reports AS r
UNION ALL
SELECT 'boundaries', 15, g.id, 'boundariesGiven', g.at, g.by, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, json_object('file', g.name), 1
  FROM boundary_files AS g
UNION ALL
SELECT 'evidence', 16, v.id, 'evidenceAdded', v.at, v.by, v.unit_code, v.period, v.indicator_number, NULL, NULL, NULL, NULL, NULL, NULL, NULL, json_object('file', v.name), (EXISTS (
    SELECT 1 FROM measurement_states AS approval JOIN measurements AS figure ON figure.id = approval.measurement_id
    WHERE figure.unit_code = v.unit_code AND figure.indicator_number = v.indicator_number
      AND figure.period = v.period AND approval.state = 'approved' AND approval.at >= v.at
  ) OR EXISTS (
    SELECT 1 FROM explanation_events AS answer JOIN explanations AS asked ON asked.id = answer.explanation_id
    WHERE asked.unit_code = v.unit_code AND asked.indicator_number = v.indicator_number
      AND asked.period = v.period AND asked.asked_as = 'city' AND asked.at <= v.at
      AND answer.action = 'answer' AND answer.at >= v.at
  ))
  FROM evidence AS v
UNION ALL
SELECT 'report', 17, r.id, 'reportSectionWritten', r.at, r.by, r.unit_code, iif(r.period LIKE '%-Q%', r.period, NULL), NULL, r.revision, NULL, NULL, NULL, NULL, NULL, NULL, json_object('report', r.period, 'section', r.section), 1
  FROM report_sections AS r
UNION ALL
SELECT 'report', 18, s.id, 'reportFormSet', s.at, s.by, s.unit_code, NULL, NULL, s.revision, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1
  FROM report_settings AS s
UNION ALL
SELECT 'plan', 19, p.id, 'targetProposed', p.at, p.by, p.unit_code, NULL, p.indicator_number, NULL, NULL, NULL, NULL, NULL, NULL, p.reason, json_object('year', p.year, 'milestone', p.milestone, 'target', p.text), EXISTS (SELECT 1 FROM target_proposal_decisions AS d WHERE d.proposal_id = p.id)
  FROM target_proposals AS p
UNION ALL
SELECT 'plan', 20, d.proposal_id, iif(d.change_id IS NULL, 'targetRefused', 'targetAccepted'), d.at, d.by, p.unit_code, NULL, p.indicator_number, NULL, NULL, NULL, NULL, NULL, NULL, d.reason, json_object('year', p.year, 'milestone', p.milestone, 'target', p.text), 1
  FROM target_proposal_decisions AS d JOIN target_proposals AS p ON p.id = d.proposal_id
UNION ALL
SELECT 'period', 21, w.id, 'periodDaysSet', w.at, w.by, NULL, w.period, NULL, w.revision, NULL, NULL, NULL, NULL, NULL, w.reason, json_object('from', w.from_day, 'to', w.to_day, 'dueOn', w.due_on), 1
  FROM reporting_period_changes AS w
UNION ALL
SELECT 'evidence', 22, w.evidence_id, 'evidenceWithdrawn', w.at, w.by, v.unit_code, v.period, v.indicator_number, NULL, NULL, NULL, NULL, NULL, NULL, w.reason, json_object('file', v.name), 0
  FROM evidence_withdrawals AS w JOIN evidence AS v ON v.id = w.evidence_id
UNION ALL
SELECT 'evidence', 23, e.evidence_id, 'evidenceErased', e.at, e.by, v.unit_code, v.period, v.indicator_number, NULL, NULL, NULL, NULL, NULL, NULL, NULL, json_object('file', v.name), 0
  FROM evidence_erasures AS e JOIN evidence AS v ON v.id = e.evidence_id
UNION ALL
SELECT 'backup', 24, b.id, b.action, b.at, b.by, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, b.note, json_object('text', b.subject), 1
  FROM backup_events AS b
UNION ALL
SELECT 'plan', 25, r.id, 'targetRead', r.recorded_at, r.recorded_by, t.unit_code, NULL, t.indicator_number, NULL, NULL, NULL, NULL, NULL, NULL, NULL, json_object('milestone', t.milestone, 'target', t.text), 1
  FROM target_readings AS r JOIN targets AS t ON t.id = r.target_id
UNION ALL
SELECT 'report', 26, t.id, iif(t.name IS NULL, 'reportTemplateDropped', 'reportTemplateGiven'), t.at, t.by, t.unit_code, NULL, NULL, t.revision, NULL, NULL, NULL, NULL, NULL, NULL, json_object('file', t.name), 1
  FROM report_templates AS t
)
SELECT kind, rank, id, action, at, by, unit_code, period, indicator_number, revision, value, numerator, denominator, comparator, username, reason, subject, is_settled FROM events;