import { z } from 'zod'
import { Measurement } from '../measurements/measurement.ts'

/** The body of every error: RFC 9457, `application/problem+json`, with words that say what to do next. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z
      .array(z.object({ pointer: z.string(), detail: z.string() }))
      .optional()
      .meta({ description: 'The bad fields: `#/asOf`, `#/value`' }),
    requestId: z.string().optional().meta({ description: 'From 500 on: what the log has the request under' }),
    current: Measurement.optional().meta({ description: 'With a stale revision: what stands there now' }),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
