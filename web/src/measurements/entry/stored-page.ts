import { dehydrate, hydrate, type QueryClient } from '@tanstack/react-query'
import { storedPages } from '../../lib/stored-work.ts'
import { readStored, removeStored, store } from '../../lib/vault.ts'
import type { QuarterOfAccount } from './quarter-of-account.ts'

const lastPage = `${storedPages}cuoi`

/** Keeps what the quarter's page is made of, so that it opens without a connection; the last one opened replaces it. */
export function storePage(queryClient: QueryClient, { unitCode, period }: QuarterOfAccount): void {
  const kept = dehydrate(queryClient, {
    shouldDehydrateQuery: ({ queryKey, state }) => {
      const [subject, unit, part, of] = queryKey
      if (state.status !== 'success') return false
      if (subject === 'session' || subject === 'indicators') return true
      return (
        unit === unitCode &&
        (part === 'entries' || part === 'progress') &&
        (of === period || of === 'current')
      )
    },
  })
  try {
    store(lastPage, JSON.stringify(kept))
  } catch {
    // A full store must not stop the entry: the page then merely needs the line to open.
    removeStored(lastPage)
  }
}

/** Brings back the page of the account that is signed in; what the server answers replaces it. */
export function restorePage(queryClient: QueryClient): void {
  const kept = readStored(lastPage)
  if (kept !== null) hydrate(queryClient, JSON.parse(kept))
}

/** The pages themselves without a connection. Browsers allow it over https and on this machine only. */
export function storeProgram(): void {
  if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js')
}
