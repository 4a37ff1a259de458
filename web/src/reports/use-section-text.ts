import type { WrittenSection } from '@moc57/shared/api'
import { useEffect, useRef } from 'react'
import { type ReportPlace, useWriteSection } from './queries.ts'
import { useStoredText } from './stored-text.ts'
import { useUnsavedText } from './unsaved-texts.ts'

/** Milliseconds without a key after which what was typed is sent. */
const pauseAfterTyping = 800

/** The text of a section while it is written: kept in the browser with each key, and sent when the writer pauses. */
export function useSectionText(place: ReportPlace, written: WrittenSection) {
  const { section, revision } = written
  const [kept, keep] = useStoredText(place, section)
  const { write, readAgain } = useWriteSection(place, section)
  const latest = useRef(kept)
  const sending = useRef<Promise<boolean>>(undefined)
  /** Whether the page around the section says something older than it does. */
  const isAhead = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const change = (next: typeof kept) => {
    latest.current = next
    keep(next)
  }

  const send = async (): Promise<boolean> => {
    const given = latest.current
    if (!given) return true
    try {
      const { revision } = await write.mutateAsync(given)
      const after = latest.current
      change(after && after.text !== given.text ? { text: after.text, revision } : null)
      return true
    } catch {
      return false
    }
  }
  /** One at a time: the next is written on the revision that the one before has made. */
  const save = async (): Promise<boolean> => {
    clearTimeout(timer.current)
    await sending.current
    sending.current = send()
    const isSaved = await sending.current
    return isSaved && latest.current ? save() : isSaved
  }
  useUnsavedText(save)
  useEffect(() => () => clearTimeout(timer.current), [])

  // Somebody else has saved a newer revision than the one that this text was begun on.
  const isStale = kept !== null && kept.revision < revision
  return {
    text: kept?.text ?? written.text,
    isUnsaved: kept !== null,
    isStale,
    isSending: write.isPending,
    error: write.error,
    handleType: (text: string) => {
      clearTimeout(timer.current)
      change({ text, revision: latest.current?.revision ?? revision })
      isAhead.current = true
      if (!isStale) timer.current = setTimeout(save, pauseAfterTyping)
    },
    /** The writer goes elsewhere, most likely to look at what has become of it. */
    handleLeave: async () => {
      if (!isAhead.current || isStale || !(await save())) return
      isAhead.current = false
      readAgain()
    },
    /** Writes over what somebody else has saved in the meantime. */
    handleOverwrite: async () => {
      change({ text: latest.current?.text ?? '', revision })
      if (await save()) readAgain()
    },
    handleDrop: () => change(null),
  }
}
