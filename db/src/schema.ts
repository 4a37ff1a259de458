import {
  AccountAction,
  Comparator,
  Direction,
  EvidenceType,
  MeasurementState,
  ReportingFrequency,
  ReportSection,
  Role,
  SettledKind,
  SignInMethod,
  SourceDocument,
  SubmissionAction,
  TargetKind,
  UnitType,
} from '@moc57/shared'
import { type SQL, sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { decimalText, tenThousandths } from './columns.ts'

/*
 * Every table. The migration adds by hand what drizzle cannot say: STRICT, and the triggers that let nobody change
 * or remove a row of an append-only table (plan_changes, withdrawn_indicators, targets, target_readings, assignments,
 * assignment_lead_bodies, leader_positions, measurements, measurement_states, submission_events, account_events, evidence,
 * evidence_withdrawals, evidence_erasures, report_settings,
 * report_sections, reports, boundary_files, backup_events).
 */

const quarterPattern = sql.raw(`'[0-9][0-9][0-9][0-9]-Q[1-4]'`)
export const isQuarter = (column: AnySQLiteColumn): SQL => sql`${column} GLOB ${quarterPattern}`
export const isOneOf = (column: AnySQLiteColumn, words: readonly string[]): SQL =>
  sql`${column} IN (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`

/** Every kind of target has the bounds that it needs and no other; a reach has one, by the indicator's direction. */
const hasBoundsOfKind = ({ kind, lower, upper }: Record<'kind' | 'lower' | 'upper', AnySQLiteColumn>): SQL =>
  sql`CASE ${kind}
    WHEN 'range' THEN ${lower} IS NOT NULL AND ${upper} IS NOT NULL AND ${lower} < ${upper}
    WHEN 'reach' THEN (${lower} IS NULL) <> (${upper} IS NULL)
    ELSE (${lower} IS NOT NULL) = (${kind} IN ('atLeast', 'moreThan')) AND (${upper} IS NOT NULL) = (${kind} IN ('atMost', 'lessThan'))
  END`

export const word = <Word extends string>(words: readonly Word[]) =>
  text({ enum: words as [Word, ...Word[]] })

/** What the file itself says: which data set it holds and which units were loaded. */
export const settings = sqliteTable('settings', {
  key: text().primaryKey(),
  value: text().notNull(),
})

export const administrativeUnits = sqliteTable(
  'administrative_units',
  {
    code: text().primaryKey(),
    name: text().notNull(),
    type: word(UnitType.options).notNull(),
    provinceCode: text().notNull(),
    /** Folded; two units may share it, so it is never a key. */
    searchName: text().notNull(),
  },
  (table) => [
    check('administrative_units_code', sql`${table.code} GLOB '[0-9][0-9][0-9][0-9][0-9]'`),
    check('administrative_units_type', isOneOf(table.type, UnitType.options)),
  ],
)

export const unitCode = () => text().references(() => administrativeUnits.code)

/** The communes that were merged, wholly or in part, into a unit of 01/7/2025. */
export const formerUnits = sqliteTable(
  'former_units',
  {
    unitCode: unitCode().notNull(),
    /** With its type: "Xã An Phụ". */
    name: text().notNull(),
    district: text().notNull(),
    searchName: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.unitCode, table.name, table.district] })],
)

/** Data window and due day of each quarter: data, because the city may change them. */
export const reportingPeriods = sqliteTable(
  'reporting_periods',
  {
    period: text().primaryKey(),
    fromDay: text().notNull(),
    toDay: text().notNull(),
    dueOn: text().notNull(),
  },
  (table) => [
    check('reporting_periods_period', isQuarter(table.period)),
    check(
      'reporting_periods_days',
      sql`${table.fromDay} <= ${table.toDay} AND ${table.toDay} <= ${table.dueOn}`,
    ),
  ],
)

export const period = () => text().references(() => reportingPeriods.period)

const documentKinds = SourceDocument.shape.kind.options

export const documents = sqliteTable(
  'documents',
  {
    id: text().primaryKey(),
    unitCode: unitCode().notNull(),
    kind: word(documentKinds).notNull(),
    number: text(),
    issuedOn: text(),
    title: text().notNull(),
    note: text(),
  },
  (table) => [check('documents_kind', isOneOf(table.kind, documentKinds))],
)

const documentId = () => text().references(() => documents.id)

/** The plan of a unit. One of them serves the others as a yardstick. */
export const plans = sqliteTable(
  'plans',
  {
    unitCode: unitCode().primaryKey(),
    documentId: documentId().notNull(),
    isReference: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [
    check('plans_is_reference', sql`${table.isReference} IN (0, 1)`),
    uniqueIndex('plans_one_reference').on(table.isReference).where(sql`${table.isReference} = 1`),
  ],
)

export const indicatorGroups = sqliteTable('indicator_groups', {
  code: text().primaryKey(),
  name: text().notNull(),
})

/**
 * Append-only: what a unit changed of its plan at one time. Targets, assignments, indicators and withdrawals point to
 * the change that made them; those of the seeds point to none.
 */
export const planChanges = sqliteTable(
  'plan_changes',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    effectiveFrom: period().notNull(),
    documentId: documentId().notNull(),
    /** From then on the document is the unit's plan, and the reference list is adopted with it. */
    adopts: integer({ mode: 'boolean' }).notNull(),
    reason: text().notNull(),
    recordedBy: text().notNull(),
    recordedAt: text().notNull(),
  },
  (table) => [
    index('plan_changes_of_a_unit').on(table.unitCode),
    check('plan_changes_effective_from', isQuarter(table.effectiveFrom)),
    check('plan_changes_adopts', sql`${table.adopts} IN (0, 1)`),
    check('plan_changes_reason', sql`${table.reason} <> ''`),
  ],
)

const changeId = () => integer().references(() => planChanges.id)

/** The indicators of the reference plan and, each with the change that added it, those that units add of their own. */
export const indicators = sqliteTable(
  'indicators',
  {
    number: integer().primaryKey(),
    groupCode: text()
      .notNull()
      .references(() => indicatorGroups.code),
    name: text().notNull(),
    shortName: text().notNull(),
    unitOfMeasure: text().notNull(),
    naturalMaximum: tenThousandths(),
    direction: word(Direction.options).notNull(),
    frequency: word(ReportingFrequency.options).notNull(),
    numerator: text(),
    denominator: text(),
    deliverable: text(),
    changeId: changeId(),
  },
  (table) => [
    check('indicators_direction', isOneOf(table.direction, Direction.options)),
    check('indicators_frequency', isOneOf(table.frequency, ReportingFrequency.options)),
  ],
)

export const indicatorNumber = () => integer().references(() => indicators.number)

/** Append-only: an indicator of its own that a unit follows no more. */
export const withdrawnIndicators = sqliteTable('withdrawn_indicators', {
  indicatorNumber: indicatorNumber().primaryKey(),
  changeId: changeId().notNull(),
})

/**
 * Append-only. A later `effectiveFrom`, and in the same quarter a later row, replaces a target from that quarter on; the
 * earlier one stays for past views.
 */
export const targets = sqliteTable(
  'targets',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    indicatorNumber: indicatorNumber().notNull(),
    milestone: integer().notNull(),
    text: text().notNull(),
    kind: word(TargetKind.options).notNull(),
    lower: tenThousandths(),
    upper: tenThousandths(),
    strict: integer({ mode: 'boolean' }).notNull(),
    /** What the number is counted on, as printed. */
    object: text(),
    aspirational: integer({ mode: 'boolean' }).notNull(),
    effectiveFrom: period().notNull(),
    documentId: documentId().notNull(),
    quotation: text(),
    note: text(),
    /** The statement of the seeds it was loaded from. */
    statement: text().unique(),
    changeId: changeId(),
  },
  (table) => [
    uniqueIndex('targets_of_a_day')
      .on(table.unitCode, table.indicatorNumber, table.milestone, table.effectiveFrom)
      .where(sql`${table.changeId} IS NULL`),
    unique('targets_of_a_change').on(table.changeId, table.indicatorNumber, table.milestone),
    check('targets_milestone', sql`${table.milestone} BETWEEN 2025 AND 2050`),
    check('targets_kind', isOneOf(table.kind, TargetKind.options)),
    check('targets_bounds', hasBoundsOfKind(table)),
    check('targets_strict', sql`${table.strict} = (${table.kind} IN ('moreThan', 'lessThan'))`),
    check('targets_aspirational', sql`${table.aspirational} IN (0, 1)`),
    check('targets_effective_from', isQuarter(table.effectiveFrom)),
  ],
)

/** Append-only: how a person reads a target that the program could not. The latest reading counts from then on. */
export const targetReadings = sqliteTable(
  'target_readings',
  {
    id: integer().primaryKey(),
    targetId: integer()
      .notNull()
      .references(() => targets.id),
    kind: word(SettledKind.options).notNull(),
    lower: tenThousandths(),
    upper: tenThousandths(),
    recordedBy: text().notNull(),
    recordedAt: text().notNull(),
  },
  (table) => [
    index('target_readings_of_a_target').on(table.targetId),
    check('target_readings_kind', isOneOf(table.kind, SettledKind.options)),
    check('target_readings_bounds', hasBoundsOfKind(table)),
  ],
)

/** With the position that they had when the plan first named them. */
export const leaders = sqliteTable('leaders', {
  id: text().primaryKey(),
  unitCode: unitCode().notNull(),
  name: text().notNull(),
  position: text().notNull(),
})

const leaderId = () => text().references(() => leaders.id)

/** Append-only: the position that a change of the plan gives a leader from its quarter on. */
export const leaderPositions = sqliteTable(
  'leader_positions',
  {
    id: integer().primaryKey(),
    leaderId: leaderId().notNull(),
    position: text().notNull(),
    changeId: changeId().notNull(),
  },
  (table) => [
    unique('leader_positions_of_a_change').on(table.leaderId, table.changeId),
    check('leader_positions_position', sql`${table.position} <> ''`),
  ],
)

export const leadBodies = sqliteTable('lead_bodies', {
  id: text().primaryKey(),
  unitCode: unitCode().notNull(),
  name: text().notNull(),
})

/** Append-only and dated like targets. The printed words stand beside the people and bodies they mean. */
export const assignments = sqliteTable(
  'assignments',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    indicatorNumber: indicatorNumber().notNull(),
    directingLeader: text().notNull(),
    responsibleOfficer: text().notNull(),
    leadBody: text().notNull(),
    leaderId: leaderId().notNull(),
    effectiveFrom: period().notNull(),
    documentId: documentId().notNull(),
    changeId: changeId(),
  },
  (table) => [
    uniqueIndex('assignments_of_a_day')
      .on(table.unitCode, table.indicatorNumber, table.effectiveFrom)
      .where(sql`${table.changeId} IS NULL`),
    unique('assignments_of_a_change').on(table.changeId, table.indicatorNumber),
    check('assignments_effective_from', isQuarter(table.effectiveFrom)),
  ],
)

/** Append-only. Indicators 25, 26 and 29 have two bodies. */
export const assignmentLeadBodies = sqliteTable(
  'assignment_lead_bodies',
  {
    assignmentId: integer()
      .notNull()
      .references(() => assignments.id),
    leadBodyId: text()
      .notNull()
      .references(() => leadBodies.id),
    /** From 1, in the order of print. */
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.assignmentId, table.position] }),
    unique('assignment_lead_bodies_once').on(table.assignmentId, table.leadBodyId),
  ],
)

export const tasks = sqliteTable(
  'tasks',
  {
    unitCode: unitCode().notNull(),
    number: integer().notNull(),
    name: text().notNull(),
    directingLeader: text().notNull(),
    responsible: text().notNull(),
    product: text().notNull(),
    schedule: text().notNull(),
    leaderId: leaderId().notNull(),
  },
  (table) => [primaryKey({ columns: [table.unitCode, table.number] })],
)

/** Append-only: a change is a new revision. */
export const measurements = sqliteTable(
  'measurements',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    indicatorNumber: indicatorNumber().notNull(),
    period: period().notNull(),
    revision: integer().notNull(),
    /** `null` where the denominator is 0 or the figure was taken back; of a share it is rounded, exact are its counts. */
    value: tenThousandths(),
    numerator: decimalText(),
    denominator: decimalText(),
    comparator: word(Comparator.options),
    documentId: documentId(),
    source: text(),
    quotation: text(),
    note: text(),
    reason: text(),
    /** The statement of the seeds it was loaded from. */
    statement: text().unique(),
    recordedBy: text().notNull(),
    recordedAt: text().notNull(),
  },
  (table) => [
    unique('measurements_revisions').on(table.unitCode, table.indicatorNumber, table.period, table.revision),
    check('measurements_period', isQuarter(table.period)),
    check('measurements_revision', sql`${table.revision} >= 1`),
    check('measurements_share', sql`(${table.numerator} IS NULL) = (${table.denominator} IS NULL)`),
    check('measurements_numerator', isDecimal(table.numerator)),
    check('measurements_denominator', isDecimal(table.denominator)),
    // A share has its value unless its denominator is 0; a figure without counts may be taken back.
    check(
      'measurements_value',
      sql`${table.denominator} IS NULL OR (${table.value} IS NULL) = (CAST(${table.denominator} AS REAL) = 0)`,
    ),
    check('measurements_comparator', isOneOf(table.comparator, Comparator.options)),
  ],
)

/** Not negative; `NULL` passes, as in every check. */
function isDecimal(column: AnySQLiteColumn): SQL {
  return sql`${column} GLOB '[0-9]*' AND ${column} NOT GLOB '*[^0-9.]*' AND ${column} NOT GLOB '*.*.*'`
}

/** Append-only: the state of a measurement is its latest row. */
export const measurementStates = sqliteTable(
  'measurement_states',
  {
    id: integer().primaryKey(),
    measurementId: integer()
      .notNull()
      .references(() => measurements.id),
    state: word(MeasurementState.options).notNull(),
    by: text().notNull(),
    at: text().notNull(),
    reason: text(),
  },
  (table) => [
    index('measurement_states_of_a_measurement').on(table.measurementId),
    check('measurement_states_state', isOneOf(table.state, MeasurementState.options)),
  ],
)

/** Append-only. The file itself lies beside the database, under the hash of what is in it. */
export const evidence = sqliteTable(
  'evidence',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    indicatorNumber: indicatorNumber().notNull(),
    period: period().notNull(),
    name: text().notNull(),
    type: word(EvidenceType.options).notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    index('evidence_of_a_figure').on(table.unitCode, table.indicatorNumber, table.period),
    check('evidence_period', isQuarter(table.period)),
    check('evidence_type', isOneOf(table.type, EvidenceType.options)),
    check('evidence_size', sql`${table.size} > 0`),
    check('evidence_sha256', sql`length(${table.sha256}) = 64 AND ${table.sha256} NOT GLOB '*[^0-9a-f]*'`),
  ],
)

/** Append-only: files that are shown to nobody any more, with the reason. */
export const evidenceWithdrawals = sqliteTable(
  'evidence_withdrawals',
  {
    evidenceId: integer()
      .primaryKey()
      .references(() => evidence.id),
    reason: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [check('evidence_withdrawals_reason', sql`${table.reason} <> ''`)],
)

/** Append-only: withdrawn files whose bytes were erased; what was erased stays known by name and hash. */
export const evidenceErasures = sqliteTable('evidence_erasures', {
  evidenceId: integer()
    .primaryKey()
    .references(() => evidenceWithdrawals.evidenceId),
  by: text().notNull(),
  at: text().notNull(),
})

/** Who may sign in. The administrator and the city have no unit; a leader and a body are those of a unit's plan. */
export const accounts = sqliteTable(
  'accounts',
  {
    id: integer().primaryKey(),
    /** In lower case. */
    username: text().notNull().unique(),
    /** argon2id in PHC form. */
    passwordHash: text().notNull(),
    mustChangePassword: integer({ mode: 'boolean' }).notNull(),
    role: word(Role.options).notNull(),
    unitCode: unitCode(),
    leaderId: text().references(() => leaders.id),
    leadBodyId: text().references(() => leadBodies.id),
    createdAt: text().notNull(),
    /** Since when it may not sign in; `null` while it may. */
    disabledAt: text(),
    /** By which others see the person; `null` until it is given. */
    fullName: text(),
    position: text(),
  },
  (table) => [
    check('accounts_role', isOneOf(table.role, Role.options)),
    check(
      'accounts_unit',
      sql`(${table.unitCode} IS NULL) = (${table.role} IN ('administrator', 'city'))
        AND (${table.leaderId} IS NULL OR ${table.role} = 'leader')
        AND (${table.leadBodyId} IS NOT NULL) = (${table.role} = 'bodyOfficer')`,
    ),
    check('accounts_full_name', sql`${table.fullName} <> ''`),
    check('accounts_position', sql`${table.position} <> ''`),
  ],
)

/** Open sessions; a row that is gone is a session that has ended. */
export const sessions = sqliteTable(
  'sessions',
  {
    /** Of the token in the cookie, so that a copy of the file opens no session. */
    tokenHash: text().primaryKey(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
    method: word(SignInMethod.options).notNull().default('password'),
    /** To within some minutes: one that nobody has used for long ends. */
    lastUsedAt: text().notNull(),
    /** On a PC that others use too: it ends with the browser, and soon without use. */
    onSharedDevice: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [
    index('sessions_of_an_account').on(table.accountId),
    check('sessions_on_shared_device', sql`${table.onSharedDevice} IN (0, 1)`),
    check('sessions_method', isOneOf(table.method, SignInMethod.options)),
  ],
)

/** What an account proves itself by beside its password (RFC 6238); not in force until a first code has been confirmed. */
export const secondFactors = sqliteTable('second_factors', {
  accountId: integer()
    .primaryKey()
    .references(() => accounts.id),
  /** In base32. */
  secret: text().notNull(),
  confirmedAt: text(),
  /** The step of 30 seconds whose code was used last: neither it nor an earlier one is taken again. */
  lastStep: integer().notNull(),
})

/** Codes for who has lost the second factor; one that is used is gone. */
export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    codeHash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.codeHash] })],
)

/** Browsers that have signed in to an account; a row that is gone is one that is known no more. */
export const knownDevices = sqliteTable('known_devices', {
  /** Of the token in the cookie. */
  tokenHash: text().primaryKey(),
  accountId: integer()
    .notNull()
    .references(() => accounts.id),
  expiresAt: text().notNull(),
})

/** Wrong passwords of late, by which sign-in is locked for a while. */
export const signInFailures = sqliteTable(
  'sign_in_failures',
  {
    id: integer().primaryKey(),
    username: text().notNull(),
    address: text().notNull(),
    at: text().notNull(),
    /** The hash of the token of a browser that the account knows; `null` of all others. */
    device: text(),
  },
  (table) => [index('sign_in_failures_at').on(table.at)],
)

/** What was done with a quarter of a unit as a whole; append-only. */
export const submissionEvents = sqliteTable(
  'submission_events',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    period: period().notNull(),
    action: word(SubmissionAction.options).notNull(),
    reason: text(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    index('submission_events_of_a_quarter').on(table.unitCode, table.period),
    check('submission_events_period', isQuarter(table.period)),
    check('submission_events_action', isOneOf(table.action, SubmissionAction.options)),
    check('submission_events_reason', sql`${table.reason} IS NOT NULL OR ${table.action} <> 'return'`),
  ],
)

/**
 * What was done with accounts, and every sign-in; append-only. Never a password. The unit is the account's on that day,
 * as it may move to another.
 */
export const accountEvents = sqliteTable(
  'account_events',
  {
    id: integer().primaryKey(),
    username: text().notNull(),
    action: word(AccountAction.options).notNull(),
    by: text().notNull(),
    at: text().notNull(),
    unitCode: unitCode(),
    /** Rights before and after, in words. */
    subject: text(),
  },
  (table) => [check('account_events_action', isOneOf(table.action, AccountAction.options))],
)

/**
 * The unit boundaries that the administrator has given, simplified for drawing; the latest row is in force. In the
 * database, so that a new file takes the place of the old one in one commit and a backup holds it. Append-only.
 */
export const boundaryFiles = sqliteTable(
  'boundary_files',
  {
    id: integer().primaryKey(),
    /** Of the file as it was given. */
    name: text().notNull(),
    size: integer().notNull(),
    /** A `Boundaries` as JSON. */
    content: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    check('boundary_files_size', sql`${table.size} > 0`),
    check('boundary_files_content', sql`json_valid(${table.content})`),
  ],
)

const reportPeriodCheck = (column: AnySQLiteColumn): SQL =>
  sql`${column} GLOB ${quarterPattern} OR ${column} GLOB ${sql.raw(`'[0-9][0-9][0-9][0-9]-H[12]'`)} OR ${column} GLOB ${sql.raw(`'[0-9][0-9][0-9][0-9]-Y'`)}`

/** Append-only: how the reports of a unit look; the latest revision is in force. */
export const reportSettings = sqliteTable(
  'report_settings',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    revision: integer().notNull(),
    placeName: text().notNull(),
    superior: text().notNull(),
    issuer: text().notNull(),
    symbol: text().notNull(),
    basis: text().notNull(),
    addressees: text().notNull(),
    authority: text().notNull(),
    signerTitle: text().notNull(),
    signerName: text().notNull(),
    recipients: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    unique('report_settings_revisions').on(table.unitCode, table.revision),
    check('report_settings_revision', sql`${table.revision} >= 1`),
  ],
)

/** Append-only: what people wrote into a section of a unit's report; the latest revision stands. */
export const reportSections = sqliteTable(
  'report_sections',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    /** A quarter, a half-year `2026-H1` or a year `2026-Y`. */
    period: text().notNull(),
    section: word(ReportSection.options).notNull(),
    revision: integer().notNull(),
    text: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    unique('report_sections_revisions').on(table.unitCode, table.period, table.section, table.revision),
    check('report_sections_period', reportPeriodCheck(table.period)),
    check('report_sections_section', isOneOf(table.section, ReportSection.options)),
    check('report_sections_revision', sql`${table.revision} >= 1`),
  ],
)

/** Append-only: reports as they were made, each with its whole content, from which its documents are drawn again. */
export const reports = sqliteTable(
  'reports',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    period: text().notNull(),
    isDraft: integer({ mode: 'boolean' }).notNull(),
    /** JSON of a `ReportContent`. */
    content: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    index('reports_of_a_period').on(table.unitCode, table.period),
    check('reports_period', reportPeriodCheck(table.period)),
    check('reports_is_draft', sql`${table.isDraft} IN (0, 1)`),
    check('reports_content', sql`json_valid(${table.content})`),
  ],
)
