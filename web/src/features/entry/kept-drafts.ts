import type { ReportingPeriod } from '@moc57/shared'
import { keptFiguresPrefix, keysWith } from '../session/kept-work.ts'
import type { Draft, Queue } from './save-queue.ts'

export type DraftPlace = { username: string; unitCode: string; period: ReportingPeriod }

/** Where drafts are kept from one visit to the next: in the browser, one entry a row, so that two tabs do not collide. */
export type KeptDrafts = {
  load: () => Queue
  put: (number: number, draft: Draft | undefined) => void
  /** Calls back when another tab changed a row. */
  watch: (callback: (number: number, draft: Draft | null) => void) => () => void
}

export function keptDrafts({ username, unitCode, period }: DraftPlace): KeptDrafts {
  const prefix = `${keptFiguresPrefix(username)}${unitCode}:${period}:`
  const numberOf = (key: string) => Number(key.slice(prefix.length))
  return {
    load: () =>
      new Map(
        keysWith(prefix).flatMap((key) => {
          const draft = read(localStorage.getItem(key))
          return draft ? [[numberOf(key), draft] as const] : []
        }),
      ),
    put: (number, draft) => {
      if (draft) localStorage.setItem(prefix + number, JSON.stringify(draft))
      else localStorage.removeItem(prefix + number)
    },
    watch: (callback) => {
      const handleStorage = ({ key, newValue }: StorageEvent) => {
        if (key?.startsWith(prefix)) callback(numberOf(key), read(newValue))
      }
      addEventListener('storage', handleStorage)
      return () => removeEventListener('storage', handleStorage)
    },
  }
}

/** What was under way when it was kept may have arrived or not; its revision lets it be sent again without harm. */
function read(json: string | null): Draft | null {
  const draft = json === null ? null : (JSON.parse(json) as Draft)
  return draft && { ...draft, sent: null }
}
