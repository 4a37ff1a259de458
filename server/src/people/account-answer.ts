import type { StoredAccount } from '@moc57/db'
import type { Account } from '@moc57/shared'

/** What is told of an account, to its owner and to the administrator: never its password. */
export function shown({
  username,
  role,
  unitCode,
  leader,
  leadBody,
  fullName,
  position,
  mustChangePassword,
  secondFactor,
}: StoredAccount | Account): Account {
  return { username, role, unitCode, leader, leadBody, fullName, position, mustChangePassword, secondFactor }
}
