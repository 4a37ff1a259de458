import type { LeadBody } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'

export type Debt = { body: LeadBody; items: ProgressItem[] }

/** Which body owes which figures; the one that owes the most first. An indicator of two bodies counts for both. */
export function debtsOf(items: readonly ProgressItem[], bodies: readonly LeadBody[]): Debt[] {
  const overdue = items.filter(({ flags }) => flags.includes('overdue'))
  return bodies
    .flatMap((body): Debt[] => {
      const owed = overdue.filter(({ assignment }) => assignment?.leadBodies.some(({ id }) => id === body.id))
      return owed.length > 0 ? [{ body, items: owed }] : []
    })
    .sort((a, b) => b.items.length - a.items.length)
}
