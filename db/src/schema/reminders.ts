import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { accounts } from '../schema.ts'

/** Whether a person wants reminders by e-mail, and where to. Without a row: none. */
export const reminderSettings = sqliteTable(
  'reminder_settings',
  {
    accountId: integer()
      .primaryKey()
      .references(() => accounts.id),
    email: text(),
    byEmail: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [check('reminder_settings_by_email', sql`${table.byEmail} IN (0, 1)`)],
)

/** The days on which reminders were sent out, so that a day is made up once and never done twice. */
export const reminderRuns = sqliteTable('reminder_runs', {
  day: text().primaryKey(),
  at: text().notNull(),
})

/** At most one a day and person: the row is written before the letter is handed over. */
export const digests = sqliteTable(
  'digests',
  {
    id: integer().primaryKey(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    day: text().notNull(),
    email: text().notNull(),
    /** Why it could not be handed over; `null` while it is being sent and when it was. */
    failure: text(),
    sentAt: text(),
  },
  (table) => [unique('digests_of_a_day').on(table.accountId, table.day)],
)
