import { type Database, listPeople } from '@moc57/db'
import { type Account, bodyName, type Person, personName } from '@moc57/shared'
import plugin from 'fastify-plugin'

/**
 * Who did something, for one reader: the full name and position for who has an account, the body for the public. What
 * is no account's name, as the program itself, stays as it is.
 */
export function namesFor(database: Database, reader: Account | null): (username: string) => string {
  let people: Map<string, Person> | undefined
  return (username) => {
    people ??= listPeople(database)
    const person = people.get(username)
    if (!person) return username
    return reader ? personName(person) : bodyName(person)
  }
}

/** The fields that say who did something. The database keeps usernames there, as names change. */
const signatures = new Set(['by', 'recordedBy'])

/**
 * Usernames are nobody's business but their owner's and the administrator's: on its way out every answer, problems
 * included, gets names in their place, so that no route has to think of it. Files say it themselves.
 */
export const names = plugin<{ database: Database }>(async (app, { database }) => {
  app.addHook('preSerialization', async ({ account }, _reply, payload) =>
    named(payload, namesFor(database, account)),
  )
})

function named(value: unknown, nameOf: (username: string) => string): unknown {
  if (Array.isArray(value)) {
    // A column of thousands of numbers, as the city's answers have them, holds nobody's name.
    if (value.every((item) => typeof item !== 'object' || item === null)) return value
    const items = value.map((item) => named(item, nameOf))
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  if (typeof value !== 'object' || value === null) return value
  let changed: Record<string, unknown> | undefined
  for (const [field, inner] of Object.entries(value)) {
    const outer = signatures.has(field) && typeof inner === 'string' ? nameOf(inner) : named(inner, nameOf)
    if (outer === inner) continue
    changed ??= { ...value }
    changed[field] = outer
  }
  return changed ?? value
}
