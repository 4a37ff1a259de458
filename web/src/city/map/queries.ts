import type { Output } from '@moc57/shared'
import type { readBoundaries } from '@moc57/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'

export type UnitBoundaries = Output<typeof readBoundaries>

export const boundariesQuery = queryOptions({
  queryKey: ['boundaries'],
  queryFn: ({ signal }) => call('GET /api/boundaries', { query: {} }, signal),
})
