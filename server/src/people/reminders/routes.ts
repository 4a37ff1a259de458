import {
  changeReminderSettings as change,
  lastDigest,
  readReminderSettings,
  type SessionAccount,
} from '@moc57/db'
import { reminderSentence } from '@moc57/shared'
import { changeReminderSettings, readReminders } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../../http/context.ts'
import { badField } from '../../http/problem.ts'
import { remindersOfAccount } from './reminders-of-account.ts'

/** What waits for the person who is signed in, and the letter that tells it every day. */
export const reminderRoutes: FastifyPluginAsyncZod<Context & { isMailSet: boolean }> = async (
  app,
  { database, calendar, notice, isMailSet },
) => {
  const read = (account: SessionAccount) => ({
    notice,
    items: remindersOfAccount(database, account, calendar()).map((reminder) => ({
      ...reminder,
      sentence: reminderSentence(reminder),
    })),
    settings: readReminderSettings(database, account.id),
    isMailSet,
    lastLetter: lastDigest(database, account.id) ?? null,
  })

  app.route({
    ...readReminders,
    handler: async ({ signedIn: account }) => {
      return read(account)
    },
  })

  app.route({
    ...changeReminderSettings,
    handler: async ({ signedIn: account, body }) => {
      if (body.byEmail && body.email === null) {
        throw badField('#/email', 'Hãy ghi địa chỉ thư điện tử để nhận thư nhắc việc.')
      }
      change(database, account.id, body)
      return read(account)
    },
  })
}
