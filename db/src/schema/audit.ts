import { sql } from 'drizzle-orm'
import { integer, sqliteView, text } from 'drizzle-orm/sqlite-core'
import { isHandedOver } from './handed-over.ts'

/*
 * Every log of the database as one. The view tells codes alone; their words are in `shared/src/people/audit.ts` and
 * `audit-subject.ts`. A migration that makes a table anew drops the view first and creates it again.
 */

/** What an event has beside what it says of itself; what it does not concern is NULL. */
type Event = {
  kind: string
  /** Of what was done in the same instant a higher rank came later. */
  rank: number
  /** The row that was appended, by its name in `from`. */
  of: string
  from: string
  action: string
  /** The row that names the unit; none for what concerns all of them. */
  unit?: string
  id?: string
  at?: string
  by?: string
  period?: string
  number?: string
  revision?: string
  /** The row that states a figure. */
  figure?: string
  username?: string
  reason?: string
  /** What it concerns beside a figure, as an object in JSON. */
  subject?: string
  /** Whether others than the unit may be told. */
  isSettled?: string
}

const event = ({ kind, rank, of, from, unit, figure, ...event }: Event) => {
  const figures = ['value', 'numerator', 'denominator', 'comparator'].map((column) =>
    figure ? `${figure}.${column}` : 'NULL',
  )
  const columns = [
    `'${kind}'`,
    rank,
    event.id ?? `${of}.id`,
    event.action,
    event.at ?? `${of}.at`,
    event.by ?? `${of}.by`,
    unit ? `${unit}.unit_code` : 'NULL',
    event.period ?? 'NULL',
    event.number ?? 'NULL',
    event.revision ?? 'NULL',
    ...figures,
    event.username ?? 'NULL',
    event.reason ?? 'NULL',
    event.subject ? `json_object(${event.subject})` : 'NULL',
    event.isSettled ?? '1',
  ]
  return `SELECT ${columns.join(', ')}\n  FROM ${from}`
}

/** Of a revision that was approved, or came so; before that it is a draft of its unit, whoever has returned it. */
const isCounted = `EXISTS (
    SELECT 1 FROM measurement_states AS settled
    WHERE settled.measurement_id = m.id AND settled.state IN ('approved', 'unverified')
  )`

const ofFigure = (row: string) => ({ period: `${row}.period`, number: `${row}.indicator_number` })
const ofTask = "'task', t.task_number"
/** Of a report on another period than a quarter its subject alone tells the time. */
const reportQuarter = "iif(r.period LIKE '%-Q%', r.period, NULL)"
const ofProposal = "'year', p.year, 'milestone', p.milestone, 'target', p.text"
const revised = (row: string) => ({ revision: `${row}.revision`, reason: `${row}.reason` })

const events = [
  // The first state of a draft is told by its recording.
  event({
    kind: 'measurement',
    rank: 1,
    of: 'm',
    from: 'measurements AS m',
    action: "'recorded'",
    at: 'm.recorded_at',
    by: 'm.recorded_by',
    unit: 'm',
    ...ofFigure('m'),
    ...revised('m'),
    figure: 'm',
    isSettled: isCounted,
  }),
  event({
    kind: 'state',
    rank: 2,
    of: 's',
    from: "measurement_states AS s JOIN measurements AS m ON m.id = s.measurement_id AND s.state <> 'draft'",
    action: 's.state',
    unit: 'm',
    ...ofFigure('m'),
    revision: 'm.revision',
    figure: 'm',
    reason: 's.reason',
    isSettled: isCounted,
  }),
  event({
    kind: 'submission',
    rank: 3,
    of: 's',
    from: 'submission_events AS s',
    action: 's.action',
    unit: 's',
    period: 's.period',
    reason: 's.reason',
  }),
  // What was done with an account belongs to the unit that the account had.
  event({
    kind: 'account',
    rank: 4,
    of: 'a',
    from: 'account_events AS a',
    action: 'a.action',
    unit: 'a',
    username: 'a.username',
    subject: "'text', a.subject",
  }),
  event({
    kind: 'plan',
    rank: 5,
    of: 'c',
    from: 'plan_changes AS c',
    action: "'planChanged'",
    at: 'c.recorded_at',
    by: 'c.recorded_by',
    unit: 'c',
    period: 'c.effective_from',
    reason: 'c.reason',
  }),
  // What an explanation, a report or an assessment says is read where it stands, not here.
  event({
    kind: 'explanation',
    rank: 6,
    of: 'x',
    from: 'explanations AS x',
    action: "'explanationAsked'",
    unit: 'x',
    ...ofFigure('x'),
  }),
  event({
    kind: 'explanation',
    rank: 7,
    of: 'e',
    from: 'explanation_events AS e JOIN explanations AS x ON x.id = e.explanation_id',
    action:
      "'explanation' || CASE e.action WHEN 'answer' THEN 'Answered' WHEN 'accept' THEN 'Accepted' WHEN 'return' THEN 'Returned' ELSE 'Withdrawn' END",
    unit: 'x',
    ...ofFigure('x'),
    reason: 'e.reason',
  }),
  event({
    kind: 'inspection',
    rank: 8,
    of: 'a',
    from: 'assessments AS a',
    action: "'assessed'",
    unit: 'a',
    ...ofFigure('a'),
    ...revised('a'),
  }),
  event({
    kind: 'inspection',
    rank: 9,
    of: 'i',
    from: 'inspections AS i',
    action: "'inspected'",
    unit: 'i',
    subject: "'heldOn', i.held_on",
  }),
  event({
    kind: 'inspection',
    rank: 10,
    of: 'f',
    from: 'inspection_follow_ups AS f JOIN inspections AS i ON i.id = f.inspection_id',
    action: "'inspectionFollowedUp'",
    unit: 'i',
    subject: "'heldOn', i.held_on",
  }),
  event({
    kind: 'task',
    rank: 11,
    of: 't',
    from: 'task_reports AS t',
    action: "'taskReported'",
    unit: 't',
    period: 't.period',
    ...revised('t'),
    subject: ofTask,
  }),
  event({
    kind: 'task',
    rank: 12,
    of: 't',
    from: 'task_documents AS t',
    action: "'taskDocumentAdded'",
    unit: 't',
    subject: `${ofTask}, 'file', t.name`,
  }),
  event({
    kind: 'budget',
    rank: 13,
    of: 'b',
    from: 'budget_lines AS b',
    action: "iif(b.is_removed, 'budgetLineRemoved', 'budgetLineRecorded')",
    unit: 'b',
    ...revised('b'),
    subject: "'budgetYear', b.year, 'line', b.title",
  }),
  event({
    kind: 'report',
    rank: 14,
    of: 'r',
    from: 'reports AS r',
    action: "'reportMade'",
    unit: 'r',
    period: reportQuarter,
    subject: "'report', r.period, 'isDraft', r.is_draft",
  }),
  event({
    kind: 'boundaries',
    rank: 15,
    of: 'g',
    from: 'boundary_files AS g',
    action: "'boundariesGiven'",
    subject: "'file', g.name",
  }),
  event({
    kind: 'evidence',
    rank: 16,
    of: 'v',
    from: 'evidence AS v',
    action: "'evidenceAdded'",
    unit: 'v',
    ...ofFigure('v'),
    subject: "'file', v.name",
    isSettled: isHandedOver('v'),
  }),
  event({
    kind: 'report',
    rank: 17,
    of: 'r',
    from: 'report_sections AS r',
    action: "'reportSectionWritten'",
    unit: 'r',
    period: reportQuarter,
    revision: 'r.revision',
    subject: "'report', r.period, 'section', r.section",
  }),
  event({
    kind: 'report',
    rank: 18,
    of: 's',
    from: 'report_settings AS s',
    action: "'reportFormSet'",
    unit: 's',
    revision: 's.revision',
  }),
  event({
    kind: 'plan',
    rank: 19,
    of: 'p',
    from: 'target_proposals AS p',
    action: "'targetProposed'",
    unit: 'p',
    number: 'p.indicator_number',
    reason: 'p.reason',
    subject: ofProposal,
    isSettled: 'EXISTS (SELECT 1 FROM target_proposal_decisions AS d WHERE d.proposal_id = p.id)',
  }),
  event({
    kind: 'plan',
    rank: 20,
    of: 'd',
    from: 'target_proposal_decisions AS d JOIN target_proposals AS p ON p.id = d.proposal_id',
    id: 'd.proposal_id',
    action: "iif(d.change_id IS NULL, 'targetRefused', 'targetAccepted')",
    unit: 'p',
    number: 'p.indicator_number',
    reason: 'd.reason',
    subject: ofProposal,
  }),
  event({
    kind: 'period',
    rank: 21,
    of: 'w',
    from: 'reporting_period_changes AS w',
    action: "'periodDaysSet'",
    period: 'w.period',
    ...revised('w'),
    subject: "'from', w.from_day, 'to', w.to_day, 'dueOn', w.due_on",
  }),
  event({
    kind: 'evidence',
    rank: 22,
    of: 'w',
    from: 'evidence_withdrawals AS w JOIN evidence AS v ON v.id = w.evidence_id',
    id: 'w.evidence_id',
    action: "'evidenceWithdrawn'",
    unit: 'v',
    ...ofFigure('v'),
    reason: 'w.reason',
    subject: "'file', v.name",
    isSettled: '0',
  }),
  event({
    kind: 'evidence',
    rank: 23,
    of: 'e',
    from: 'evidence_erasures AS e JOIN evidence AS v ON v.id = e.evidence_id',
    id: 'e.evidence_id',
    action: "'evidenceErased'",
    unit: 'v',
    ...ofFigure('v'),
    subject: "'file', v.name",
    isSettled: '0',
  }),
  event({
    kind: 'backup',
    rank: 24,
    of: 'b',
    from: 'backup_events AS b',
    action: 'b.action',
    reason: 'b.note',
    subject: "'text', b.subject",
  }),
  event({
    kind: 'plan',
    rank: 25,
    of: 'r',
    from: 'target_readings AS r JOIN targets AS t ON t.id = r.target_id',
    action: "'targetRead'",
    at: 'r.recorded_at',
    by: 'r.recorded_by',
    unit: 't',
    number: 't.indicator_number',
    subject: "'milestone', t.milestone, 'target', t.text",
  }),
  event({
    kind: 'report',
    rank: 26,
    of: 't',
    from: 'report_templates AS t',
    action: "iif(t.name IS NULL, 'reportTemplateDropped', 'reportTemplateGiven')",
    unit: 't',
    revision: 't.revision',
    subject: "'file', t.name",
  }),
]

const columns = {
  kind: text().notNull(),
  rank: integer().notNull(),
  id: integer().notNull(),
  action: text().notNull(),
  at: text().notNull(),
  by: text().notNull(),
  unitCode: text(),
  period: text(),
  indicatorNumber: integer(),
  revision: integer(),
  value: integer(),
  numerator: text(),
  denominator: text(),
  comparator: text(),
  username: text(),
  reason: text(),
  subject: text({ mode: 'json' }),
  isSettled: integer({ mode: 'boolean' }).notNull(),
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const heads = Object.keys(columns).map(snakeCase).join(', ')

/** Who did what, when and why. */
export const auditEvents = sqliteView('audit_events', columns).as(
  sql.raw(`WITH events (${heads}) AS (\n${events.join('\nUNION ALL\n')}\n)\nSELECT ${heads} FROM events`),
)
