import { storedFigures } from '../../lib/stored-work.ts'
import { readStored, removeStored, store, storedNames, watchStored } from '../../lib/vault.ts'
import type { QuarterOfAccount } from './quarter-of-account.ts'
import type { Draft, Queue } from './save-queue.ts'

/** Where drafts are kept from one visit to the next: in the browser, one entry a row, so that two tabs do not collide. */
export type StoredDrafts = {
  load: () => Queue
  put: (number: number, draft: Draft | undefined) => void
  /** Calls back when another tab changed a row. */
  watch: (callback: (number: number, draft: Draft | null) => void) => () => void
}

export function storedDrafts({ unitCode, period }: QuarterOfAccount): StoredDrafts {
  const prefix = `${storedFigures}${unitCode}:${period}:`
  const numberOf = (name: string) => Number(name.slice(prefix.length))
  return {
    load: () =>
      new Map(
        storedNames(prefix).flatMap((name) => {
          const draft = read(readStored(name))
          return draft ? [[numberOf(name), draft] as const] : []
        }),
      ),
    put: (number, draft) => {
      if (draft) store(prefix + number, JSON.stringify(draft))
      else removeStored(prefix + number)
    },
    watch: (callback) => watchStored(prefix, (name, json) => callback(numberOf(name), read(json))),
  }
}

/** What was under way when it was kept may have arrived or not; its revision lets it be sent again without harm. */
function read(json: string | null): Draft | null {
  const draft = json === null ? null : (JSON.parse(json) as Draft)
  return draft && { ...draft, sent: null }
}
