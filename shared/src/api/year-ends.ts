import { z } from 'zod'
import { AdministrativeUnit } from '../administrative-unit.ts'
import { SourceDocument } from '../document.ts'
import { Indicator, IndicatorGroup } from '../indicators/indicator.ts'
import { PlanDocument, TargetChange } from '../plans/plan-change.ts'
import { OutcomeCounts, YearEnd, YearOfPlan } from '../plans/year-end.ts'
import { Quarter } from '../quarter-schema.ts'
import { endpoint } from './endpoint.ts'
import { longest, text } from './fields.ts'
import { answer, UnitParams } from './parts.ts'
import { PlanOfUnit } from './progress.ts'

const reason = text(longest.planReason).min(1, 'Hãy ghi lý do')

/** A target that is proposed at a year's end to change, and what became of the proposal. */
export const TargetProposal = z
  .object({
    id: z.int(),
    number: z.int(),
    milestone: z.int(),
    before: z.string().nullable().meta({ description: 'The target in force at the end of the year' }),
    text: z.string(),
    reason: z.string(),
    by: z.string().nullable().meta({ description: 'Full name and position; null for the public' }),
    at: z.string(),
    decision: z
      .object({
        isAccepted: z.boolean(),
        reason: z.string().nullable(),
        by: z.string().nullable().meta({ description: 'Full name and position; null for the public' }),
        at: z.string(),
      })
      .nullable(),
    mayDecide: z.boolean(),
  })
  .meta({ id: 'TargetProposal' })
export type TargetProposal = z.infer<typeof TargetProposal>

const yearEnd = answer({
  unit: AdministrativeUnit,
  year: z.int(),
  isOver: z.boolean().meta({ description: 'Whether the figures of the last quarter are due' }),
  plan: PlanOfUnit,
  counts: OutcomeCounts,
  groups: z.array(IndicatorGroup),
  items: z.array(
    YearEnd.extend({
      ...Indicator.pick({ number: true, name: true, shortName: true, unitOfMeasure: true, direction: true })
        .shape,
      groupCode: z.string(),
      targets: z.array(z.object({ milestone: z.int(), text: z.string() })),
    }),
  ),
  proposals: z.array(TargetProposal).meta({ description: 'Empty for the public until they are decided on' }),
  documents: z.array(SourceDocument),
  mayPropose: z.boolean(),
})

const YearParams = UnitParams.extend({ year: YearOfPlan })

/**
 * How a unit ended a year: each target of the year met or missed and by how much, and what is proposed to change; the
 * same at `.csv` and `.xlsx`.
 */
export const readYearEnd = endpoint({
  method: 'GET',
  url: '/api/units/:unitCode/reviews/:year',
  right: 'public',
  schema: {
    summary: 'How a unit ended a year',
    tags: ['year-end'],
    params: YearParams,
    response: { 200: yearEnd },
  },
})

/** Proposes to change a target, with the reason; nothing changes until a leader accepts it. */
export const proposeTarget = endpoint({
  method: 'POST',
  url: '/api/units/:unitCode/reviews/:year/proposals',
  right: 'changePlan',
  schema: {
    summary: 'Propose to change a target',
    tags: ['year-end'],
    params: YearParams,
    body: z.strictObject({ ...TargetChange.shape, reason }),
    response: { 200: yearEnd },
  },
})

/** Accepts a proposal, which becomes a dated change of the plan; or refuses it with a reason. */
export const decideProposal = endpoint({
  method: 'POST',
  url: '/api/units/:unitCode/reviews/:year/proposals/:id/:decision',
  right: 'decideTarget',
  subject: 'proposal',
  schema: {
    summary: 'Accept or refuse a proposed target',
    tags: ['year-end'],
    params: YearParams.extend({ id: z.coerce.number().int(), decision: z.enum(['accept', 'refuse']) }),
    body: z.strictObject({
      reason: reason.nullish().meta({ description: 'Due for refuse' }),
      effectiveFrom: Quarter.nullish().meta({
        description: 'Of an accepted target; the first quarter of the next year where it is left out',
      }),
      documentId: z.string().max(longest.id).nullish(),
      document: PlanDocument.nullish().meta({
        description: 'The decision of the unit, where it has no plan yet',
      }),
    }),
    response: { 200: yearEnd },
  },
})
