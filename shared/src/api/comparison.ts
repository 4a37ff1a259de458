import { z } from 'zod'
import { AdministrativeUnit } from '../administrative-unit.ts'
import { CityFigure } from '../city/comparison.ts'
import { UnitOrder } from '../city/unit-order.ts'
import { Comparator } from '../indicators/figure.ts'
import { Indicator } from '../indicators/indicator.ts'
import { planMilestones } from '../indicators/milestone.ts'
import { ProgressFlag, ProgressStatus, Verdict } from '../indicators/status.ts'
import { Quarter } from '../quarter-schema.ts'
import { endpoint } from './endpoint.ts'
import { AsOf, answer, compared, KnownOn } from './parts.ts'

/** One unit on one indicator. */
const ComparisonCell = z.object({
  value: z.number().nullable(),
  period: Quarter.nullable().meta({ description: 'The quarter the value was measured in' }),
  comparator: Comparator.nullable(),
  status: ProgressStatus,
  milestone: z
    .int()
    .nullable()
    .meta({ description: 'What it is compared to: the next milestone, or the one asked for' }),
  bound: z
    .number()
    .nullable()
    .meta({ description: 'What is to be reached there, in the unit of measure; null where there is none' }),
  strict: z.boolean().meta({ description: 'Whether the bound itself does not meet it yet' }),
  gap: z
    .number()
    .nullable()
    .meta({ description: 'To that milestone; of the judged value where the milestone is due' }),
  missingShare: z.number().nullable().meta({ description: 'The same as a share of the way, 0 to 1' }),
  verdict: Verdict.nullable().meta({ description: 'On that milestone, where it is due' }),
  rank: z.int().nullable().meta({
    description: 'null where it has no value of at most four quarters, or more than 20 % have none',
  }),
  flags: z.array(ProgressFlag),
})
export type ComparisonCell = z.infer<typeof ComparisonCell>

const cell = ComparisonCell.shape

/** One indicator over the units: every array is a column in the order of `units`. */
export const ComparisonItem = Indicator.pick({
  number: true,
  shortName: true,
  unitOfMeasure: true,
  naturalMaximum: true,
  direction: true,
})
  .extend({
    groupCode: z.string(),
    city: CityFigure,
    value: z.array(cell.value),
    period: z.array(cell.period),
    comparator: z.array(cell.comparator),
    status: z.array(cell.status),
    milestone: z.array(cell.milestone),
    bound: z.array(cell.bound),
    strict: z.array(cell.strict),
    gap: z.array(cell.gap),
    missingShare: z.array(cell.missingShare),
    verdict: z.array(cell.verdict),
    rank: z.array(cell.rank),
    flags: z.array(cell.flags),
  })
  .meta({ id: 'ComparisonItem' })
export type ComparisonItem = z.infer<typeof ComparisonItem>

/** How the unit at this place of `units` stands. */
export function comparisonCell(item: ComparisonItem, place: number): ComparisonCell {
  const {
    value,
    period,
    comparator,
    status,
    milestone,
    bound,
    strict,
    gap,
    missingShare,
    verdict,
    rank,
    flags,
  } = item
  return {
    value: value[place] ?? null,
    period: period[place] ?? null,
    comparator: comparator[place] ?? null,
    status: status[place] ?? 'noData',
    milestone: milestone[place] ?? null,
    bound: bound[place] ?? null,
    strict: strict[place] ?? false,
    gap: gap[place] ?? null,
    missingShare: missingShare[place] ?? null,
    verdict: verdict[place] ?? null,
    rank: rank[place] ?? null,
    flags: flags[place] ?? [],
  }
}

export const ComparisonQuery = z.strictObject({
  asOf: AsOf,
  knownOn: KnownOn,
  milestone: z
    .enum(['next', ...planMilestones.map(String)])
    .default('next')
    .meta({ description: 'The milestone to compare to: the next one of each, or a year of the plan' }),
  ...compared,
})
export type ComparisonQuery = z.infer<typeof ComparisonQuery>

/** What the files of it are asked with: the view, and the order of the page. */
export const ComparisonFileQuery = ComparisonQuery.extend({
  sapXep: UnitOrder.optional().meta({
    description:
      'The order of the units, as in the address of the page; in official order where it is left out',
  }),
})
export type ComparisonFileQuery = z.infer<typeof ComparisonFileQuery>

/** Units by indicators as of a quarter, in columns: a third of the bytes that a list of cells would take. */
export const readComparison = endpoint({
  method: 'GET',
  url: '/api/comparison',
  right: 'public',
  schema: {
    summary: 'The units of the city side by side',
    tags: ['comparison'],
    querystring: ComparisonQuery,
    response: {
      200: answer({
        asOf: Quarter,
        knownOn: z.string().nullable().meta({ description: 'null: as known today' }),
        units: z.array(AdministrativeUnit),
        items: z.array(ComparisonItem),
      }),
    },
  },
})
