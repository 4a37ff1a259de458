import type { Person } from '@moc57/shared'
import { eq, sql } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { prepared } from '../open/prepared.ts'
import { administrativeUnits } from '../schema/ground.ts'
import { accounts } from '../schema/people.ts'
import { leadBodies } from '../schema/plans.ts'

const everybody = prepared(({ orm }) =>
  orm
    .select({
      username: accounts.username,
      role: accounts.role,
      leadBody: leadBodies.name,
      unitTitle: sql<string | null>`${administrativeUnits.type} || ' ' || ${administrativeUnits.name}`,
      fullName: accounts.fullName,
      position: accounts.position,
    })
    .from(accounts)
    .leftJoin(leadBodies, eq(leadBodies.id, accounts.leadBodyId))
    .leftJoin(administrativeUnits, eq(administrativeUnits.code, accounts.unitCode))
    .prepare(),
)

/** Everybody who has or had an account, by the username that their deeds are stored under. */
export function listPeople(db: Database): Map<string, Person> {
  return new Map(
    everybody(db)
      .all()
      .map(({ username, ...person }) => [username, person]),
  )
}
