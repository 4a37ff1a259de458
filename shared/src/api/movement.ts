import { z } from 'zod'
import { AdministrativeUnit } from '../administrative-unit.ts'
import { CityFigure } from '../city/comparison.ts'
import { MovementKind } from '../city/movement.ts'
import { Indicator } from '../indicators/indicator.ts'
import { Quarter } from '../quarter-schema.ts'
import { vietnameseOrder } from '../text.ts'
import { endpoint } from './endpoint.ts'
import { answer, compared, KnownOn } from './parts.ts'

const figures = z.array(z.number().nullable())

/** What became of one indicator between two quarters: every array is a column in the order of `units`. */
export const MovementItem = Indicator.pick({
  number: true,
  shortName: true,
  unitOfMeasure: true,
  direction: true,
})
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
  from: Quarter.optional().meta({ description: 'The quarter before `to` where it is left out' }),
  to: Quarter.optional().meta({ description: 'The quarter of today where it is left out' }),
  knownOn: KnownOn,
  ...compared,
})
export type MovementQuery = z.infer<typeof MovementQuery>

/** The difference between two quarters: who rose, fell, newly met a milestone or lost one; also `.csv`, `.xlsx`. */
export const readMovement = endpoint({
  method: 'GET',
  url: '/api/comparison/movement',
  right: 'public',
  schema: {
    summary: 'What moved between two quarters, units by indicators',
    tags: ['comparison'],
    querystring: MovementQuery,
    response: {
      200: answer({
        from: Quarter,
        to: Quarter,
        knownOn: z.string().nullable().meta({ description: 'null: as known today' }),
        units: z.array(AdministrativeUnit),
        items: z.array(MovementItem),
      }),
    },
  },
})

/** What the files of it are asked with: the view, and what the page lists in its order. */
export const MovementFileQuery = MovementQuery.extend({
  loaiBienDong: MovementKind.optional().meta({ description: 'Only movements of this kind in the list' }),
  sapXep: z.enum(['thay-doi']).optional().meta({
    description:
      'The list as the page has it: lost milestones, then the largest changes; official order where left out',
  }),
})
export type MovementFileQuery = z.infer<typeof MovementFileQuery>

/** One unit on one indicator, between the two quarters. */
export type Move = {
  unit: AdministrativeUnit
  item: MovementItem
  kind: MovementKind
  before: number | null
  after: number | null
  change: number | null
}

/** What is listed where no kind is asked for. */
export const listedKinds: readonly MovementKind[] = ['lost', 'newlyMet']

type Moved = { units: readonly AdministrativeUnit[]; items: readonly MovementItem[] }

/** The single moves of some kinds, in the order of the units and of the plan. */
export function listMoves({ units, items }: Moved, kinds: readonly MovementKind[]): Move[] {
  return units.flatMap((unit, place) =>
    items.flatMap((item): Move[] => {
      const kind = item.kind[place]
      if (kind === undefined || !kinds.includes(kind)) return []
      const at = (column: readonly (number | null)[]) => column[place] ?? null
      return [{ unit, item, kind, before: at(item.before), after: at(item.after), change: at(item.change) }]
    }),
  )
}

/** The same with lost milestones first, then the largest change; what is equal by unit and indicator. */
export function sortedMoves(moved: Moved, kinds: readonly MovementKind[]): Move[] {
  return listMoves(moved, kinds).sort(
    (a, b) =>
      Number(b.kind === 'lost') - Number(a.kind === 'lost') ||
      Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0) ||
      vietnameseOrder.compare(a.unit.name, b.unit.name) ||
      a.item.number - b.item.number,
  )
}
