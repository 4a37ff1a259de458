import { Direction, ReportingFrequency, SettledKind, TargetKind } from '@moc57/shared'
import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { tenThousandths } from './column-types.ts'
import { isOneOf, isQuarter, word } from './columns.ts'
import { documentId, period, unitCode } from './ground.ts'

/** Every kind of target has the bounds that it needs and no other; a reach has one, by the indicator's direction. */
const hasBoundsOfKind = ({ kind, lower, upper }: Record<'kind' | 'lower' | 'upper', AnySQLiteColumn>): SQL =>
  sql`CASE ${kind}
    WHEN 'range' THEN ${lower} IS NOT NULL AND ${upper} IS NOT NULL AND ${lower} < ${upper}
    WHEN 'reach' THEN (${lower} IS NULL) <> (${upper} IS NULL)
    ELSE (${lower} IS NOT NULL) = (${kind} IN ('atLeast', 'moreThan')) AND (${upper} IS NOT NULL) = (${kind} IN ('atMost', 'lessThan'))
  END`

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

export const leaderId = () => text().references(() => leaders.id)

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

/** Append-only: a target that the assessment at the end of a year proposes to change, and why. */
export const targetProposals = sqliteTable(
  'target_proposals',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    /** The year that was assessed. */
    year: integer().notNull(),
    indicatorNumber: indicatorNumber().notNull(),
    milestone: integer().notNull(),
    text: text().notNull(),
    reason: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    index('target_proposals_of_a_review').on(table.unitCode, table.year),
    check('target_proposals_year', sql`${table.year} BETWEEN 2025 AND 2050`),
    check('target_proposals_milestone', sql`${table.milestone} BETWEEN 2025 AND 2050`),
    check('target_proposals_reason', sql`${table.reason} <> ''`),
  ],
)

/** Append-only: what became of a proposal; an accepted one became a change of the plan. */
export const targetProposalDecisions = sqliteTable(
  'target_proposal_decisions',
  {
    proposalId: integer()
      .primaryKey()
      .references(() => targetProposals.id),
    changeId: integer().references(() => planChanges.id),
    /** Due where it was not accepted. */
    reason: text(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (table) => [
    check(
      'target_proposal_decisions_reason',
      sql`${table.changeId} IS NOT NULL OR ifnull(${table.reason}, '') <> ''`,
    ),
  ],
)
