import { createContext, useContext, useEffect } from 'react'

/** Sends what is typed in a section; resolves to whether the server has all of it. */
type Save = () => Promise<boolean>

/** The sections of a page that may hold text which is not sent yet, so that no report is made without it. */
export class UnsavedTexts {
  readonly #saves = new Set<Save>()

  add(save: Save): () => void {
    this.#saves.add(save)
    return () => this.#saves.delete(save)
  }

  /** Whether the server has every section. */
  async saveAll(): Promise<boolean> {
    const results = await Promise.all([...this.#saves].map((save) => save()))
    return results.every(Boolean)
  }
}

export const UnsavedTextsContext = createContext(new UnsavedTexts())

export function useUnsavedText(save: Save): void {
  const texts = useContext(UnsavedTextsContext)
  useEffect(() => texts.add(save))
}
