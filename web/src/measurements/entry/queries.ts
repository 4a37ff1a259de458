import type { Output } from '@moc57/shared'
import type { EntryRow, readEntries } from '@moc57/shared/api'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { ApiError, call } from '../../lib/api-client.ts'
import type { Sending } from './draft-store.ts'
import type { QuarterOfAccount } from './quarter-of-account.ts'
import { checkRow, entryFields, type FieldErrors } from './row-text.ts'
import type { Draft } from './save-queue.ts'

/** A unit's quarter as its office sees it. */
export type Entries = Output<typeof readEntries>

/** The account is part of the key: an answer that was read for one person is never shown to another. */
export function entriesQuery({ username, unitCode, period }: QuarterOfAccount) {
  return queryOptions({
    queryKey: ['units', unitCode, 'entries', period, username],
    queryFn: ({ signal }) =>
      call('GET /api/units/:unitCode/entries/:period', { params: { unitCode, period }, query: {} }, signal),
    staleTime: 15_000,
  })
}

/** The names of the groups, which the rows of a quarter tell by their code alone. */
export const groupNamesQuery = queryOptions({
  queryKey: ['indicators', 'group names'],
  queryFn: async ({ signal }) => {
    const { items } = await call('GET /api/indicators', { query: {} }, signal)
    return Object.fromEntries(items.map(({ group }) => [group.code, group.name]))
  },
  staleTime: Number.POSITIVE_INFINITY,
})

/** After this long a line that swallows everything counts as lost. */
const longestSend = 20_000

/** Sends a row as it stands; the answer becomes what the page knows of the row. */
export async function sendRow(
  queryClient: QueryClient,
  place: QuarterOfAccount,
  number: number,
  { text, revision }: Draft,
): Promise<Sending> {
  const { unitCode, period } = place
  const { queryKey } = entriesQuery(place)
  const row = queryClient.getQueryData(queryKey)?.items.find((item) => item.number === number)
  if (!row) return { type: 'away' }
  const checked = checkRow(text, row)
  if (checked.kind !== 'ready') return { type: 'refused', errors: checked.errors }
  try {
    const { questions, ...current } = await call(
      'PUT /api/units/:unitCode/indicators/:number/measurements/:period',
      { params: { unitCode, number: String(number), period }, body: { ...checked.input, revision } },
      () => AbortSignal.timeout(longestSend),
    )
    await updateRow(queryClient, place, { number, current, questions })
    return { type: 'saved', revision: current.revision }
  } catch (error) {
    const sending = failedSending(error)
    if (sending.type === 'stale') await updateRow(queryClient, place, { number, current: sending.current })
    return sending
  }
}

type RowUpdate = Pick<EntryRow, 'number' | 'current'> & Partial<Pick<EntryRow, 'questions'>>

async function updateRow(
  queryClient: QueryClient,
  place: QuarterOfAccount,
  update: RowUpdate,
): Promise<void> {
  const { queryKey } = entriesQuery(place)
  // A read that began earlier would bring the row back as it was.
  await queryClient.cancelQueries({ queryKey })
  queryClient.setQueryData(
    queryKey,
    (entries) =>
      entries && {
        ...entries,
        items: entries.items.map((item) => (item.number === update.number ? { ...item, ...update } : item)),
      },
  )
}

/** Submits the quarter. */
export function submitQuarter({ unitCode, period }: QuarterOfAccount) {
  return call('POST /api/units/:unitCode/submissions/:period/:action', {
    params: { unitCode, period, action: 'submit' },
    body: {},
  })
}

function failedSending(error: unknown): Sending {
  if (!(error instanceof ApiError)) return { type: 'away' }
  const { status, detail, errors = [], current } = error.problem
  if (status === 409 && current) return { type: 'stale', current }
  if (status === 503 || status === 507) return { type: 'unable', why: detail }
  if (status < 400 || status >= 500 || status === 408 || status === 429) return { type: 'away' }
  const named = errors.map((found) => [fieldOf(found.pointer), found.detail] as const)
  return {
    type: 'refused',
    errors: named.length > 0 ? (Object.fromEntries(named) as FieldErrors) : { value: detail },
  }
}

function fieldOf(pointer: string): string {
  return entryFields.find((field) => pointer === `#/${field}`) ?? 'value'
}
