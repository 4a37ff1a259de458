import type { Output, Quarter } from '@moc57/shared'
import type { readPeers } from '@moc57/shared/api'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'
import { viewFields } from '../../lib/known-on.ts'

export type Peers = Output<typeof readPeers>

export function peersQuery(
  codes: readonly string[],
  among: 'type' | 'all',
  asOf: Quarter | undefined,
  knownOn: string | undefined,
) {
  const query = { units: codes.join(','), among, ...viewFields(asOf, knownOn) }
  return queryOptions({
    queryKey: ['comparison', 'peers', query],
    queryFn: ({ signal }) => call('GET /api/comparison/peers', { query }, signal),
    placeholderData: keepPreviousData,
  })
}
