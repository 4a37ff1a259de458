import type { BackupAction } from '@moc57/shared'
import { desc, inArray, min } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { accountEvents } from '../schema/people.ts'
import { backupEvents } from '../schema/system.ts'

export type BackupEvent = {
  action: BackupAction
  subject: string
  note: string | null
  by: string
  at: string
}

export function recordBackupEvent({ orm }: Database, event: BackupEvent): void {
  orm.insert(backupEvents).values(event).run()
}

/** The last of the actions that was recorded. */
export function lastBackupEvent({ orm }: Database, actions: BackupAction[]): BackupEvent | undefined {
  return orm
    .select()
    .from(backupEvents)
    .where(inArray(backupEvents.action, actions))
    .orderBy(desc(backupEvents.id))
    .limit(1)
    .get()
}

/** Since when there has been anything to back up, in ISO 8601: the first account is made by the first start. */
export function firstUsedAt({ orm }: Database): string | null {
  return (
    orm
      .select({ at: min(accountEvents.at) })
      .from(accountEvents)
      .get()?.at ?? null
  )
}
