import { z } from 'zod'
import { Indicator } from '../indicators/indicator.ts'
import { MilestoneTarget } from '../indicators/milestone.ts'
import { Assignment } from '../plans/assignment.ts'
import { endpoint } from './endpoint.ts'
import { answer } from './parts.ts'

/** The reference plan: Phụ lục 01 of phường Kiến An, as printed. */
export const listIndicators = endpoint({
  method: 'GET',
  url: '/api/indicators',
  right: 'public',
  schema: {
    summary: 'The indicators of the reference plan with their targets and assignments, as printed',
    tags: ['plan'],
    querystring: z.strictObject({}),
    response: {
      200: answer({
        items: z.array(
          Indicator.extend({
            targets: z.array(MilestoneTarget.omit({ source: true })),
            assignment: Assignment.nullable(),
          }),
        ),
      }),
    },
  },
})
