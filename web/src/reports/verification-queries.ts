import type { Output } from '@moc57/shared'
import type { verifyChains, verifyReport } from '@moc57/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../lib/api-client.ts'

export type Proof = Output<typeof verifyReport>
export type CheckedChains = Output<typeof verifyChains>

export function proofQuery(code: string) {
  return queryOptions({
    queryKey: ['verification', code],
    queryFn: ({ signal }) => call('GET /api/verification/:code', { params: { code } }, signal),
  })
}

/** "entries" in a key drops the answer when another account signs in. */
export function chainsQuery(username: string) {
  return queryOptions({
    queryKey: ['verification', 'entries', username],
    queryFn: ({ signal }) => call('GET /api/verification', {}, signal),
    gcTime: 0,
  })
}
