import { z } from 'zod'
import { AdministrativeUnit } from '../administrative-unit.ts'
import { CityFigure } from '../comparison.ts'
import { endpoint } from '../endpoint.ts'
import { Indicator } from '../indicator.ts'
import { MovementKind } from '../movement.ts'
import { ReportingPeriod } from '../reporting-period.ts'
import { answer, compared, KnownOn } from './parts.ts'

const figures = z.array(z.number().nullable())

/** What became of one indicator between two quarters: every array is a column in the order of `units`. */
export const MovementItem = Indicator.pick({ number: true, shortName: true, unitOfMeasure: true })
  .extend({
    groupCode: z.string(),
    city: z.object({ before: CityFigure, after: CityFigure }),
    before: figures,
    after: figures,
    change: figures.meta({ description: 'after − before; null where there is no earlier value' }),
    kind: z.array(MovementKind),
  })
  .meta({ id: 'MovementItem' })
export type MovementItem = z.infer<typeof MovementItem>

export const MovementQuery = z.strictObject({
  from: ReportingPeriod.optional().meta({ description: 'The quarter before `to` where it is left out' }),
  to: ReportingPeriod.optional().meta({ description: 'The quarter of today where it is left out' }),
  knownOn: KnownOn,
  ...compared,
})
export type MovementQuery = z.infer<typeof MovementQuery>

/** The difference between two quarters: who rose, fell, newly met a milestone or lost one; also `.csv`, `.xlsx`. */
export const readMovement = endpoint({
  method: 'GET',
  url: '/api/comparison/movement',
  schema: {
    summary: 'What moved between two quarters, units by indicators',
    tags: ['comparison'],
    querystring: MovementQuery,
    response: {
      200: answer({
        from: ReportingPeriod,
        to: ReportingPeriod,
        knownOn: z.string().nullable().meta({ description: 'null: as known today' }),
        units: z.array(AdministrativeUnit),
        items: z.array(MovementItem),
      }),
    },
  },
})
