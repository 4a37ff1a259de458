import { z } from 'zod'
import { AdministrativeUnit, UnitType } from '../administrative-unit.ts'
import { CityFigure } from '../comparison.ts'
import { endpoint } from '../endpoint.ts'
import { Comparator } from '../measurement.ts'
import { ProgressFlag, ProgressStatus } from '../progress.ts'
import { ReportingPeriod } from '../reporting-period.ts'
import { AsOf, answer } from './parts.ts'

/** One unit on one indicator. */
export const ComparisonCell = z
  .object({
    value: z.number().nullable(),
    period: ReportingPeriod.nullable(),
    comparator: Comparator.nullable(),
    status: ProgressStatus,
    gap: z.number().nullable().meta({ description: 'To the next milestone' }),
    rank: z.int().nullable().meta({ description: 'null where it has no value, or more than 20 % have none' }),
    flags: z.array(ProgressFlag),
  })
  .meta({ id: 'ComparisonCell' })

export const ComparisonQuery = z.strictObject({
  asOf: AsOf,
  indicator: z.string().max(10).optional().meta({ description: 'Only this indicator, by its number' }),
  type: UnitType.optional().meta({ description: 'Only units of this kind' }),
})
export type ComparisonQuery = z.infer<typeof ComparisonQuery>

/** Units by indicators as of a quarter: columns of cells in the order of `units`. */
export const readComparison = endpoint({
  method: 'GET',
  url: '/api/comparison',
  schema: {
    summary: 'The units of the city side by side',
    tags: ['comparison'],
    querystring: ComparisonQuery,
    response: {
      200: answer({
        asOf: ReportingPeriod,
        units: z.array(AdministrativeUnit),
        items: z.array(
          z.object({
            number: z.int(),
            shortName: z.string(),
            city: CityFigure,
            cells: z.array(ComparisonCell),
          }),
        ),
      }),
    },
  },
})
