import { removeStored, storedNames } from './vault.ts'

/** What the browser stores of an account's work until the server has it: the beginnings of its names. */
export const storedFigures = 'so-lieu:'
export const storedPlans = 'ke-hoach:'
export const storedTexts = 'bao-cao:'
/** Pages that open without a connection; the server has all of them. */
export const storedPages = 'trang:'

/** How much of the account's work the server does not have yet: rows of figures, plans of units, texts of reports. */
export function countStoredWork(): { figures: number; plans: number; texts: number } {
  const count = (start: string) => storedNames(start).length
  return { figures: count(storedFigures), plans: count(storedPlans), texts: count(storedTexts) }
}

/** Forgets what the server has anyway. */
export function removeStoredPages(): void {
  for (const name of storedNames(storedPages)) removeStored(name)
}
