import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** One thing that has to work; `detail` says what is wrong with it. */
const HealthCheckResult = z.discriminatedUnion('status', [
  z.object({ status: z.literal('ok') }),
  z.object({ status: z.literal('failing'), detail: z.string() }),
])

const checked = {
  version: z.string(),
  commit: z.string().nullable(),
  checks: z.record(z.string(), HealthCheckResult),
}

/** 200 only while the service can really read and write; otherwise 503, and `checks` says which of them fails. */
export const readHealth = endpoint({
  method: 'GET',
  url: '/api/health',
  right: 'public',
  schema: {
    summary: 'Whether the service can read and write',
    tags: ['service'],
    response: {
      200: z.object({ status: z.literal('ok'), ...checked }),
      503: z.object({ status: z.literal('failing'), ...checked }),
    },
  },
})
