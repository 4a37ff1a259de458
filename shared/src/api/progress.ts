import { z } from 'zod'
import { AdministrativeUnit } from '../administrative-unit.ts'
import { SourceDocument } from '../document.ts'
import { Indicator, IndicatorGroup } from '../indicators/indicator.ts'
import { Progress } from '../indicators/progress.ts'
import { ProgressStatus } from '../indicators/status.ts'
import { Measurement } from '../measurements/measurement.ts'
import { Assignment, LeadBody, Leader } from '../plans/assignment.ts'
import { Quarter, ReportingWindow } from '../quarter-schema.ts'
import { endpoint } from './endpoint.ts'
import { longest } from './fields.ts'
import { AsOf, answer, KnownOn, oneOrMore, UnitParams } from './parts.ts'

/** How an indicator of a unit stands, with what a list of them shows. */
export const ProgressItem = Progress.extend({
  ...Indicator.pick({
    number: true,
    name: true,
    shortName: true,
    unitOfMeasure: true,
    naturalMaximum: true,
    direction: true,
  }).shape,
  groupCode: z.string(),
  urgencyRank: z.int().meta({
    description: 'Place in the order "gấp nhất" among all indicators of the unit, from 1',
  }),
  assignment: Assignment.nullable().meta({
    description: 'Never borrowed: null until the unit names its own',
  }),
  previous: z
    .object({ asOf: Quarter, value: z.number().nullable(), status: ProgressStatus })
    .nullable()
    .meta({ description: 'As of the quarter before' }),
}).meta({ id: 'ProgressItem' })
export type ProgressItem = z.infer<typeof ProgressItem>

/** The plan that a unit is measured by. */
export const PlanOfUnit = z.object({
  source: z.enum(['own', 'reference']).meta({ description: 'reference: the plan of Kiến An as a yardstick' }),
  unit: AdministrativeUnit.meta({ description: 'Whose plan it is' }),
  document: SourceDocument,
})

export const ProgressQuery = z.strictObject({
  asOf: AsOf,
  knownOn: KnownOn,
  leader: z
    .string()
    .max(longest.bodyName)
    .optional()
    .meta({ description: 'A leader of the unit, by name or id' }),
  leadBody: z
    .string()
    .max(longest.bodyName)
    .optional()
    .meta({ description: 'A lead body of the unit, by name or id' }),
  group: z.string().max(longest.code).optional().meta({ description: 'A group of the plan: I, II, III, IV' }),
  status: oneOrMore(ProgressStatus).optional().meta({ description: 'One status, or several with commas' }),
})
export type ProgressQuery = z.infer<typeof ProgressQuery>

const unitAndQuarter = {
  unit: AdministrativeUnit,
  asOf: Quarter,
  currentQuarter: Quarter,
  window: ReportingWindow.meta({ description: 'The days of the as-of quarter' }),
  plan: PlanOfUnit,
}

/** The indicators of a unit in the order of the plan; the same at `.csv` and `.xlsx`. */
export const readProgress = endpoint({
  method: 'GET',
  url: '/api/units/:unitCode/progress',
  right: 'public',
  schema: {
    summary: 'How the indicators of a unit stand as of a quarter',
    tags: ['progress'],
    params: UnitParams,
    querystring: ProgressQuery,
    response: {
      200: answer({
        ...unitAndQuarter,
        knownOn: z.string().nullable().meta({ description: 'null: as known today' }),
        groups: z.array(IndicatorGroup),
        leaders: z.array(Leader),
        leadBodies: z.array(LeadBody),
        items: z.array(ProgressItem),
      }),
    },
  },
})

/** One indicator of a unit with its whole series and where its targets come from. */
export const readIndicator = endpoint({
  method: 'GET',
  url: '/api/units/:unitCode/indicators/:number',
  right: 'public',
  schema: {
    summary: 'One indicator of a unit with its measurements up to a quarter',
    tags: ['progress'],
    params: UnitParams.extend({
      number: z.string().meta({ description: 'Number in the plan', example: '1' }),
    }),
    querystring: z.strictObject({ asOf: AsOf, knownOn: KnownOn }),
    response: {
      200: answer({
        ...unitAndQuarter,
        knownOn: z.string().nullable().meta({ description: 'null: as known today' }),
        ...ProgressItem.shape,
        group: IndicatorGroup,
        ...Indicator.pick({
          frequency: true,
          numerator: true,
          denominator: true,
          deliverable: true,
        }).shape,
        ownTargets: z
          .array(
            z.object({
              milestone: z.int(),
              document: SourceDocument,
              quotation: z.string().nullable(),
              note: z.string().nullable(),
            }),
          )
          .meta({
            description: "Where the unit's own targets are stated, where that is not its plan's table",
          }),
        series: z
          .array(Measurement)
          .meta({ description: 'Every revision up to the as-of quarter, oldest first' }),
      }),
    },
  },
})
