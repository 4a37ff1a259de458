import { type AuditSearch, type Database, type listAudit, listPeople } from '@moc57/db'
import { type Account, foldText, personName } from '@moc57/shared'
import type { AuditItem } from '@moc57/shared/api'

/** The usernames that a reader of the log may mean by a part of a name; the administrator also knows people by username. */
export function usernamesMeant(
  database: Database,
  words: string | undefined,
  { role }: Account,
): AuditSearch['by'] {
  if (!words) return null
  const people = listPeople(database)
  const found = [...people].filter(
    ([username, person]) =>
      foldText(personName(person)).includes(foldText(words)) ||
      (role === 'administrator' && username === words.toLowerCase()),
  )
  // What the program did stands under names of its own, which are no account's.
  const ofProgram = people.has(words.toLowerCase()) ? [] : [words.toLowerCase()]
  return [...found.map(([username]) => username), ...ofProgram]
}

/** The items as the reader may see them: usernames, also those that strangers claimed, are for the administrator alone. */
export function withNames(
  database: Database,
  items: ReturnType<typeof listAudit>,
  { role }: Account,
): AuditItem[] {
  const people = listPeople(database)
  const isAdministrator = role === 'administrator'
  const whose = (username: string) => {
    const person = people.get(username)
    return person && personName(person)
  }
  return items.map((item) => {
    const { by, username } = item
    const isStranger = by === username && !people.has(by)
    const author = whose(by) ?? (isStranger && !isAdministrator ? 'người không có tài khoản' : by)
    return {
      ...item,
      by: isAdministrator && people.has(by) ? `${author} (${by})` : author,
      person: username === null ? null : (whose(username) ?? null),
      username: isAdministrator ? username : null,
    }
  })
}
