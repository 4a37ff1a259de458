import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { accounts, digests, reminderRuns, reminderSettings } from '../schema/people.ts'
import type { StoredAccount } from './accounts.ts'
import { listAccounts } from './accounts.ts'

/** Where the daily letter of a person goes, and whether it is wanted. */
export type ReminderSettings = { email: string | null; byEmail: boolean }

export function readReminderSettings({ orm }: Database, accountId: number): ReminderSettings {
  const { email, byEmail } = reminderSettings
  const found = orm
    .select({ email, byEmail })
    .from(reminderSettings)
    .where(eq(reminderSettings.accountId, accountId))
    .get()
  return found ?? { email: null, byEmail: false }
}

export function changeReminderSettings(
  { orm }: Database,
  accountId: number,
  settings: ReminderSettings,
): void {
  orm
    .insert(reminderSettings)
    .values({ accountId, ...settings })
    .onConflictDoUpdate({ target: reminderSettings.accountId, set: settings })
    .run()
}

/** Who wants a letter, and may sign in. */
export function listLetterReceivers(db: Database): (StoredAccount & { email: string })[] {
  const wanted = db.orm
    .select({ id: reminderSettings.accountId, email: reminderSettings.email })
    .from(reminderSettings)
    .innerJoin(accounts, eq(accounts.id, reminderSettings.accountId))
    .where(
      and(
        eq(reminderSettings.byEmail, true),
        isNotNull(reminderSettings.email),
        isNull(accounts.disabledAt),
        eq(accounts.mustChangePassword, false),
      ),
    )
    .all()
  const emails = new Map(wanted.map(({ id, email }) => [id, email]))
  return listAccounts(db).flatMap((account) => {
    const email = emails.get(account.id)
    return email ? [{ ...account, email }] : []
  })
}

/** Whether the letters of the day have all been tried. */
export function isReminderRunDone({ orm }: Database, day: string): boolean {
  return orm.select().from(reminderRuns).where(eq(reminderRuns.day, day)).get() !== undefined
}

/** Marks the day as done, so that it goes out once; what was broken off before is made up by the next run. */
export function endReminderRun({ orm }: Database, day: string, at: string): void {
  orm.insert(reminderRuns).values({ day, at }).onConflictDoNothing().run()
}

/**
 * Takes the one letter of a person and day, before it is handed over: `undefined` where it was taken before. A letter
 * that fails is not tried again that day, as nobody knows whether it arrived.
 */
export function claimDigest(
  { orm }: Database,
  digest: { accountId: number; day: string; email: string },
): number | undefined {
  return orm.insert(digests).values(digest).onConflictDoNothing().returning({ id: digests.id }).get()?.id
}

/** What became of a letter: handed over at an instant, or the failure. */
export function closeDigest(
  { orm }: Database,
  id: number,
  outcome: { sentAt: string } | { failure: string },
): void {
  orm.update(digests).set(outcome).where(eq(digests.id, id)).run()
}

/** The last letter of a person. */
export function lastDigest({ orm }: Database, accountId: number) {
  const { day, sentAt, failure } = digests
  return orm
    .select({ day, sentAt, failure })
    .from(digests)
    .where(eq(digests.accountId, accountId))
    .orderBy(desc(digests.id))
    .limit(1)
    .get()
}
