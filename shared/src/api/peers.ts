import { z } from 'zod'
import { AdministrativeUnit } from '../administrative-unit.ts'
import { PeerPlace, peerVerdict } from '../city/peers.ts'
import { Quarter } from '../quarter-schema.ts'
import { ComparisonItem } from './comparison.ts'
import { endpoint } from './endpoint.ts'
import { AsOf, answer, KnownOn, longestList } from './parts.ts'

/** One indicator of the units that are asked for, beside what the others have; columns in the order of `units`. */
export const PeerItem = ComparisonItem.omit({
  rank: true,
  missingShare: true,
  verdict: true,
  milestone: true,
  bound: true,
  strict: true,
})
  .extend({
    middle: z
      .object({ lower: z.number(), median: z.number(), upper: z.number(), units: z.int() })
      .nullable()
      .meta({
        description:
          'The middle half of the approved values of the others, at most four quarters old; null for fewer than four',
      }),
    place: z.array(PeerPlace.nullable()),
  })
  .meta({ id: 'PeerItem' })
export type PeerItem = z.infer<typeof PeerItem>

const mostUnits = 4

const UnitCodes = z
  .string()
  .max(longestList)
  .transform((text) => text.split(','))
  .pipe(
    z
      .array(z.string().regex(/^\d{5}$/, 'Mã đơn vị gồm 5 chữ số'))
      .max(mostUnits, `Đặt cạnh nhau tối đa ${mostUnits} đơn vị`)
      .refine((codes) => new Set(codes).size === codes.length, 'Mỗi đơn vị chỉ nêu một lần'),
  )
  .meta({
    description: 'One to four codes with commas; the first one decides what is like it',
    example: '11443,11407',
  })

/** How a unit stands among others of its kind, or of the whole city, on every indicator of the plan. */
export const readPeers = endpoint({
  method: 'GET',
  url: '/api/comparison/peers',
  right: 'public',
  schema: {
    summary: 'One to four units beside the middle half of the others and the figure of the city',
    tags: ['comparison'],
    querystring: z.strictObject({
      units: UnitCodes,
      among: z.enum(['type', 'all']).optional().meta({
        description: 'The others: units of the same type as the first (where it is left out), or all',
      }),
      asOf: AsOf,
      knownOn: KnownOn,
    }),
    response: {
      200: answer({
        asOf: Quarter,
        knownOn: z.string().nullable().meta({ description: 'null: as known today' }),
        among: z.enum(['type', 'all']),
        units: z.array(AdministrativeUnit),
        others: z.int().meta({ description: 'How many units the middle half is of' }),
        items: z.array(PeerItem),
      }),
    },
  },
})

export type PeerQuery = z.infer<typeof readPeers.schema.querystring>

/** What the files of it are asked with: the view, and the order of the page. */
export const PeerFileQuery = readPeers.schema.querystring.extend({
  sapXep: z.enum(['thap-nhat']).optional().meta({
    description:
      'What is worse than the middle half first, as on the page; in the order of the plan where it is left out',
  }),
})
export type PeerFileQuery = z.infer<typeof PeerFileQuery>

/** Where the first unit is worse than the middle half first; what cannot be compared last. */
export function worstFirst(a: PeerItem, b: PeerItem): number {
  const standings = ['worse', 'within', 'better']
  const orderOf = ({ place: [first], direction }: PeerItem) =>
    first ? standings.indexOf(peerVerdict(first, direction)) : standings.length
  return orderOf(a) - orderOf(b) || a.number - b.number
}
