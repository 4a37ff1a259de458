import { z } from 'zod'
import { Reminder } from '../people/reminder.ts'
import { endpoint } from './endpoint.ts'
import { longest } from './fields.ts'
import { answer } from './parts.ts'

const reminders = answer({
  items: z.array(Reminder.extend({ sentence: z.string() })).meta({ description: 'Overdue first' }),
  settings: z.object({ email: z.string().nullable(), byEmail: z.boolean() }),
  isMailSet: z.boolean().meta({ description: 'Whether the service can send letters at all' }),
  lastLetter: z
    .object({ day: z.string(), sentAt: z.string().nullable(), failure: z.string().nullable() })
    .nullable()
    .meta({ description: 'The last digest; `failure` says why it could not be handed over' }),
})

/** What waits for the person who is signed in. */
export const readReminders = endpoint({
  method: 'GET',
  url: '/api/reminders',
  right: 'readReminders',
  schema: {
    summary: 'What waits for the person who is signed in',
    tags: ['reminders'],
    response: { 200: reminders },
  },
})

/** Switches the daily letter on or off, and says where it goes. */
export const changeReminderSettings = endpoint({
  method: 'PUT',
  url: '/api/reminders/settings',
  right: 'readReminders',
  schema: {
    summary: 'Switch the daily letter with what waits on or off',
    tags: ['reminders'],
    body: z.strictObject({
      email: z
        .email('Địa chỉ thư điện tử chưa đúng, ví dụ: van.hoa@haiphong.gov.vn')
        .max(longest.email)
        .nullable(),
      byEmail: z.boolean(),
    }),
    response: { 200: reminders },
  },
})
