import { useState } from 'react'
import { storedTexts } from '../lib/stored-work.ts'
import { readStored, removeStored, store } from '../lib/vault.ts'
import type { ReportPlace } from './queries.ts'

type StoredText = { text: string; revision: number }

/**
 * A text that is being written, kept in the browser until the server has it: closing the page, a lost line or an
 * expired session lose nothing. `null` while there is nothing that is not saved.
 */
export function useStoredText(
  { unitCode, period }: ReportPlace,
  name: string,
): [StoredText | null, (kept: StoredText | null) => void] {
  const key = `${storedTexts}${unitCode}:${period}:${name}`
  const [kept, setKept] = useState(() => read(key))
  const keep = (next: StoredText | null) => {
    setKept(next)
    try {
      if (next) store(key, JSON.stringify(next))
      else removeStored(key)
    } catch {
      // A full store keeps nothing; the text still stands on the page.
    }
  }
  return [kept, keep]
}

function read(key: string): StoredText | null {
  try {
    const kept: unknown = JSON.parse(readStored(key) ?? 'null')
    const isKept = kept !== null && typeof kept === 'object' && 'text' in kept && 'revision' in kept
    return isKept ? { text: String(kept.text), revision: Number(kept.revision) } : null
  } catch {
    return null
  }
}
