import { AccountAction, Role, SignInMethod } from '@moc57/shared'
import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { isOneOf, word } from './columns.ts'
import { unitCode } from './ground.ts'
import { leadBodies, leaders } from './plans.ts'

/** Who may sign in. The administrator and the city have no unit; a leader and a body are those of a unit's plan. */
export const accounts = sqliteTable(
  'accounts',
  {
    id: integer().primaryKey(),
    /** In lower case. */
    username: text().notNull().unique(),
    /** argon2id in PHC form. */
    passwordHash: text().notNull(),
    mustChangePassword: integer({ mode: 'boolean' }).notNull(),
    role: word(Role.options).notNull(),
    unitCode: unitCode(),
    leaderId: text().references(() => leaders.id),
    leadBodyId: text().references(() => leadBodies.id),
    createdAt: text().notNull(),
    /** Since when it may not sign in; `null` while it may. */
    disabledAt: text(),
    /** By which others see the person; `null` until it is given. */
    fullName: text(),
    position: text(),
  },
  (table) => [
    check('accounts_role', isOneOf(table.role, Role.options)),
    check(
      'accounts_unit',
      sql`(${table.unitCode} IS NULL) = (${table.role} IN ('administrator', 'city'))
        AND (${table.leaderId} IS NULL OR ${table.role} = 'leader')
        AND (${table.leadBodyId} IS NOT NULL) = (${table.role} = 'bodyOfficer')`,
    ),
    check('accounts_full_name', sql`${table.fullName} <> ''`),
    check('accounts_position', sql`${table.position} <> ''`),
  ],
)

/** Open sessions; a row that is gone is a session that has ended. */
export const sessions = sqliteTable(
  'sessions',
  {
    /** Of the token in the cookie, so that a copy of the file opens no session. */
    tokenHash: text().primaryKey(),
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
    method: word(SignInMethod.options).notNull().default('password'),
    /** To within some minutes: one that nobody has used for long ends. */
    lastUsedAt: text().notNull(),
    /** On a PC that others use too: it ends with the browser, and soon without use. */
    onSharedDevice: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [
    index('sessions_of_an_account').on(table.accountId),
    check('sessions_on_shared_device', sql`${table.onSharedDevice} IN (0, 1)`),
    check('sessions_method', isOneOf(table.method, SignInMethod.options)),
  ],
)

/** What an account proves itself by beside its password (RFC 6238); not in force until a first code has been confirmed. */
export const secondFactors = sqliteTable('second_factors', {
  accountId: integer()
    .primaryKey()
    .references(() => accounts.id),
  /** In base32. */
  secret: text().notNull(),
  confirmedAt: text(),
  /** The step of 30 seconds whose code was used last: neither it nor an earlier one is taken again. */
  lastStep: integer().notNull(),
})

/** Codes for who has lost the second factor; one that is used is gone. */
export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    accountId: integer()
      .notNull()
      .references(() => accounts.id),
    codeHash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.codeHash] })],
)

/** Browsers that have signed in to an account; a row that is gone is one that is known no more. */
export const knownDevices = sqliteTable('known_devices', {
  /** Of the token in the cookie. */
  tokenHash: text().primaryKey(),
  accountId: integer()
    .notNull()
    .references(() => accounts.id),
  expiresAt: text().notNull(),
})

/** Wrong passwords of late, by which sign-in is locked for a while. */
export const signInFailures = sqliteTable(
  'sign_in_failures',
  {
    id: integer().primaryKey(),
    username: text().notNull(),
    address: text().notNull(),
    at: text().notNull(),
    /** The hash of the token of a browser that the account knows; `null` of all others. */
    device: text(),
  },
  (table) => [index('sign_in_failures_at').on(table.at)],
)

/**
 * What was done with accounts, and every sign-in; append-only. Never a password. The unit is the account's on that day,
 * as it may move to another.
 */
export const accountEvents = sqliteTable(
  'account_events',
  {
    id: integer().primaryKey(),
    username: text().notNull(),
    action: word(AccountAction.options).notNull(),
    by: text().notNull(),
    at: text().notNull(),
    unitCode: unitCode(),
    /** Rights before and after, in words. */
    subject: text(),
  },
  (table) => [check('account_events_action', isOneOf(table.action, AccountAction.options))],
)

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
