import { z } from 'zod'
import { AdministrativeUnit } from '../administrative-unit.ts'
import { endpoint } from './endpoint.ts'
import { longest } from './fields.ts'
import { answer } from './parts.ts'

/** Units whose name, or the name of a former commune merged into them, contains the words. */
export const listUnits = endpoint({
  method: 'GET',
  url: '/api/units',
  right: 'public',
  schema: {
    summary: 'The administrative units, or those that a search finds',
    tags: ['units'],
    querystring: z.strictObject({
      q: z
        .string()
        .max(longest.search)
        .optional()
        .meta({ description: 'With or without diacritics and "phường", "xã"' }),
    }),
    response: {
      200: answer({
        items: z.array(
          AdministrativeUnit.extend({
            formerNames: z
              .array(z.string())
              .meta({ description: 'Former communes merged into it whose names the search met' }),
          }),
        ),
      }),
    },
  },
})
