import type { TargetChange } from '@moc57/shared'
import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { targetProposalDecisions, targetProposals } from '../schema/plans.ts'
import type { Deed } from '../sql/deed.ts'

/** What the assessments at the end of a year proposed to change of a unit's targets, with what became of it, in the order of asking. */
export function listTargetProposals({ orm }: Database, unitCode: string, year: number) {
  return orm
    .select({
      id: targetProposals.id,
      number: targetProposals.indicatorNumber,
      milestone: targetProposals.milestone,
      text: targetProposals.text,
      reason: targetProposals.reason,
      by: targetProposals.by,
      at: targetProposals.at,
      // drizzle takes the object for missing when its first column is null.
      decision: {
        by: targetProposalDecisions.by,
        changeId: targetProposalDecisions.changeId,
        reason: targetProposalDecisions.reason,
        at: targetProposalDecisions.at,
      },
    })
    .from(targetProposals)
    .leftJoin(targetProposalDecisions, eq(targetProposalDecisions.proposalId, targetProposals.id))
    .where(and(eq(targetProposals.unitCode, unitCode), eq(targetProposals.year, year)))
    .orderBy(asc(targetProposals.id))
    .all()
}

export function addTargetProposal(
  { orm }: Database,
  {
    unitCode,
    year,
    number,
    ...proposal
  }: TargetChange & Deed & { unitCode: string; year: number; reason: string },
): void {
  orm
    .insert(targetProposals)
    .values({ ...proposal, unitCode, year, indicatorNumber: number })
    .run()
}

/** Appends the decision on a proposal: the change of the plan that it became, or why it was refused. */
export function decideTargetProposal(
  { orm }: Database,
  proposalId: number,
  decision: Deed & { changeId: number | null; reason: string | null },
): void {
  orm
    .insert(targetProposalDecisions)
    .values({ proposalId, ...decision })
    .run()
}
