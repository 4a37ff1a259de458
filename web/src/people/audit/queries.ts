import type { Output } from '@moc57/shared'
import type { readAudit } from '@moc57/shared/api'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'
import { type AuditSearch, auditFilter } from './search.ts'

export type Audit = Output<typeof readAudit>

export function auditQuery(search: AuditSearch) {
  const query = { ...auditFilter(search), ...(search.trang && { page: search.trang }) }
  return queryOptions({
    queryKey: ['audit', 'entries', query],
    queryFn: ({ signal }) => call('GET /api/audit', { query }, signal),
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
}
