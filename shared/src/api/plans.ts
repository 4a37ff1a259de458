import { z } from 'zod'
import { AdministrativeUnit } from '../administrative-unit.ts'
import { SourceDocument } from '../document.ts'
import { Direction, Indicator, IndicatorGroup } from '../indicators/indicator.ts'
import { MilestoneTarget } from '../indicators/milestone.ts'
import { SettledKind } from '../indicators/settled-reading.ts'
import { Target } from '../indicators/target.ts'
import { Assignment, LeadBody, Leader } from '../plans/assignment.ts'
import { PlanChange } from '../plans/plan-change.ts'
import { Quarter } from '../quarter-schema.ts'
import { endpoint } from './endpoint.ts'
import { largestValue, longest } from './fields.ts'
import { AsOf, answer, KnownOn, UnitParams } from './parts.ts'
import { PlanOfUnit } from './progress.ts'

/** An indicator of a unit's plan with its targets and who is assigned. */
export const PlanItem = Indicator.extend({
  isOwn: z.boolean().meta({ description: "The unit's own, not of the reference list" }),
  targets: z.array(MilestoneTarget),
  assignment: Assignment.nullable(),
}).meta({ id: 'PlanItem' })
export type PlanItem = z.infer<typeof PlanItem>

/** A change of a unit's plan as it was made. */
export const MadePlanChange = z
  .object({
    id: z.int(),
    effectiveFrom: Quarter,
    document: SourceDocument,
    adopts: z.boolean(),
    reason: z.string(),
    recordedBy: z.string().nullable().meta({ description: 'Full name and position; null for the public' }),
    recordedAt: z.string(),
    targets: z.array(
      Target.extend({
        number: z.int(),
        milestone: z.int(),
        before: z.string().nullable().meta({ description: 'What it replaced, as printed; null for nothing' }),
      }),
    ),
    assignments: z.array(
      z.object({
        number: z.int(),
        directingLeader: z.string(),
        responsibleOfficer: z.string(),
        leadBody: z.string(),
      }),
    ),
    positions: z
      .array(z.object({ leader: z.string(), before: z.string(), position: z.string() }))
      .meta({ description: 'Leaders who got another position' }),
    added: z.array(z.object({ number: z.int(), name: z.string() })),
    withdrawn: z.array(z.int()),
  })
  .meta({ id: 'MadePlanChange' })
export type MadePlanChange = z.infer<typeof MadePlanChange>

/** How a person settled a target that the program could not read. */
export const TargetReading = z
  .object({
    number: z.int(),
    milestone: z.int(),
    text: z.string().meta({ description: 'As printed; it stays' }),
    kind: SettledKind,
    lower: z.number().nullable(),
    upper: z.number().nullable(),
    recordedBy: z.string().nullable().meta({ description: 'Username; null for the public' }),
    recordedAt: z.string(),
  })
  .meta({ id: 'TargetReading' })
export type TargetReading = z.infer<typeof TargetReading>

const plan = answer({
  unit: AdministrativeUnit,
  asOf: Quarter,
  knownOn: z.string().nullable().meta({ description: 'null: as known today' }),
  currentQuarter: Quarter,
  plan: PlanOfUnit,
  mayEdit: z.boolean().meta({ description: 'Never of an earlier day' }),
  lastChange: z.int().meta({ description: 'What a change is based on; 0 where there is none yet' }),
  documents: z.array(SourceDocument).meta({ description: "The unit's documents" }),
  groups: z.array(IndicatorGroup),
  leaders: z.array(Leader),
  leadBodies: z.array(LeadBody),
  items: z.array(PlanItem),
  changes: z.array(MadePlanChange).meta({ description: 'Every change, the latest first' }),
  readings: z.array(TargetReading).meta({ description: 'Targets that a person settled, the latest first' }),
})

/** The plan of a unit as of a quarter and how it came about; the table also at `.xlsx` in the layout of Phụ lục 01. */
export const readPlan = endpoint({
  method: 'GET',
  url: '/api/units/:unitCode/plan',
  right: 'public',
  schema: {
    summary: 'The plan of a unit as of a quarter, and its changes',
    tags: ['plan'],
    params: UnitParams,
    querystring: z.strictObject({ asOf: AsOf, knownOn: KnownOn }),
    response: { 200: plan },
  },
})

/** Changes the plan of a unit from a quarter on: dated, with author and reason; an earlier as-of view keeps the earlier plan. */
export const changePlan = endpoint({
  method: 'POST',
  url: '/api/units/:unitCode/plan/changes',
  right: 'changePlan',
  // A whole plan with every target and assignment.
  bodyLimit: 256 * 1024,
  schema: {
    summary: 'Change the plan of a unit from a quarter on',
    tags: ['plan'],
    params: UnitParams,
    body: PlanChange,
    response: { 200: plan },
  },
})

const bound = z
  .number('Hãy ghi một số')
  .min(0, 'Số không được âm')
  .max(largestValue, 'Số quá lớn')
  .refine((value) => Number(value.toFixed(4)) === value, 'Tối đa 4 chữ số thập phân')

/** What a printed target means, said by who may change the plan that prints it. */
export const settleTarget = endpoint({
  method: 'POST',
  url: '/api/units/:unitCode/plan/readings',
  right: 'changePlan',
  schema: {
    summary: 'Settle a target that the program could not read; the printed text stays',
    tags: ['plan'],
    params: UnitParams,
    body: z.strictObject({
      asOf: Quarter,
      number: z.int(),
      milestone: z.int(),
      text: z
        .string()
        .max(longest.target)
        .meta({ description: 'The printed text that was read; 409 when it is another' }),
      kind: SettledKind,
      bound: bound.meta({ description: 'In the unit of measure; of a range the lower one' }),
      to: bound.nullable().default(null).meta({ description: 'The upper bound of a range' }),
    }),
    response: { 200: plan },
  },
})

/** A cell of a plan's file: where it stands, what is stored, what the file says, and why it is refused. */
export const PlanFileRow = z
  .object({
    row: z.int().meta({ description: 'Of the sheet, from 1' }),
    number: z.int().nullable(),
    name: z.string(),
    isNew: z.boolean().meta({ description: 'Would become an indicator of the unit' }),
    direction: Direction.nullable().meta({
      description: 'Of a new one: as its row says, or as its name proposes',
    }),
    targets: z.array(
      z.object({
        cell: z.string().meta({ description: 'Address in the sheet' }),
        milestone: z.int(),
        before: z.string().nullable(),
        after: Target,
      }),
    ),
    assignment: z
      .object({ directingLeader: z.string(), responsibleOfficer: z.string(), leadBody: z.string() })
      .nullable()
      .meta({ description: 'As the file prints it, where that is a change' }),
    refusals: z.array(z.object({ cell: z.string(), detail: z.string() })),
    asks: z.array(z.object({ cell: z.string(), detail: z.string() })).meta({
      description: 'What has to be answered before `change` has anything of the row',
    }),
    mayBeNew: z.boolean().meta({
      description: 'Of an asked row: it may also be an indicator of the unit, which is the answer 0',
    }),
  })
  .meta({ id: 'PlanFileRow' })
export type PlanFileRow = z.infer<typeof PlanFileRow>

/** Reads a plan from a file with targets by year and says what it would change; writes nothing. */
export const previewPlanFile = endpoint({
  method: 'POST',
  url: '/api/units/:unitCode/plan/import',
  right: 'changePlan',
  schema: {
    summary:
      'What a file with targets by year would change of a plan. Body: multipart/form-data with `file` (.xlsx, .docx, .pdf or .csv, at most 5 MB) and optional `sheet`, `answers` (JSON, row to indicator, 0 for one of the unit). `change` is what to send to /plan/changes',
    tags: ['plan'],
    params: UnitParams,
    querystring: z.strictObject({ asOf: AsOf }),
    response: {
      200: answer({
        fileName: z.string(),
        sheet: z.string(),
        sheets: z.array(z.string()).meta({ description: 'Every sheet that has a plan' }),
        sheetQuestion: z
          .string()
          .nullable()
          .meta({ description: 'Why the sheet has to be picked, in words; nothing is read before' }),
        items: z.array(PlanFileRow).meta({ description: 'Rows that change something or are refused' }),
        unchanged: z.int(),
        change: PlanChange.pick({ targets: true, assignments: true, indicators: true }),
      }),
    },
  },
})
