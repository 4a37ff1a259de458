import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { indicatorNumber, planChanges, unitCode } from '../schema.ts'

/** Append-only: a target that the yearly review of a unit proposes to change, and why. */
export const targetProposals = sqliteTable(
  'target_proposals',
  {
    id: integer().primaryKey(),
    unitCode: unitCode().notNull(),
    /** The year that was reviewed. */
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
