import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

/** Answers once the database is open and migrated. */
export const readHealth = endpoint({
  method: 'GET',
  url: '/api/health',
  schema: {
    summary: 'Whether the service is ready',
    tags: ['service'],
    response: { 200: z.object({ status: z.literal('ok') }) },
  },
})
