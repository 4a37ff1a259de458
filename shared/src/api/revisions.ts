import { z } from 'zod'
import { AdministrativeUnit } from '../administrative-unit.ts'
import { MeasurementState } from '../indicators/figure.ts'
import { Indicator } from '../indicators/indicator.ts'
import { ProgressStatus } from '../indicators/status.ts'
import { Measurement } from '../measurements/measurement.ts'
import { Quarter } from '../quarter-schema.ts'
import { endpoint } from './endpoint.ts'
import { answer, UnitParams } from './parts.ts'

const Standing = z.object({ value: z.number().nullable(), status: ProgressStatus })

/** One revision of a cell: what it said, what it replaced, what was decided on it, and what it did to the status. */
export const FigureRevision = Measurement.omit({ state: true })
  .extend({
    replaced: Measurement.pick({ revision: true, value: true, numerator: true, denominator: true })
      .nullable()
      .meta({ description: 'The revision before; null for the first' }),
    changes: z
      .array(
        z.object({
          state: MeasurementState,
          by: z.string(),
          at: z.string().meta({ description: 'Instant in ISO 8601' }),
          reason: z.string().nullable(),
        }),
      )
      .meta({ description: 'Its states in order, from the one it was recorded in' }),
    effect: z
      .object({ without: Standing, with: Standing })
      .nullable()
      .meta({ description: 'As of its quarter, when it began to count; null where it never counted' }),
  })
  .meta({ id: 'FigureRevision' })
export type FigureRevision = z.infer<typeof FigureRevision>

/** The whole history of one cell: a unit, an indicator and a quarter. */
export const readRevisions = endpoint({
  method: 'GET',
  url: '/api/units/:unitCode/indicators/:number/history',
  right: 'readDrafts',
  subject: 'indicator',
  schema: {
    summary: 'Every revision of a figure and every decision on it, oldest first',
    tags: ['entry'],
    params: UnitParams.extend({ number: z.string() }),
    querystring: z.strictObject({
      period: Quarter.optional().meta({ description: 'The quarter of today where it is left out' }),
    }),
    response: {
      200: answer({
        unit: AdministrativeUnit,
        period: Quarter,
        ...Indicator.pick({ number: true, shortName: true, unitOfMeasure: true }).shape,
        items: z.array(FigureRevision),
      }),
    },
  },
})
