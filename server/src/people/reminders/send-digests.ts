import {
  claimDigest,
  closeDigest,
  type Database,
  endReminderRun,
  isReminderRunDone,
  listLetterReceivers,
  waitForWriter,
} from '@moc57/db'
import { formatDay, lastReminderDay, reminderSentence, todayInVietnam } from '@moc57/shared'
import { calendarAt } from '../../http/clock.ts'
import type { Log } from '../../http/log.ts'
import type { Letter, SendLetter } from './mailer.ts'
import { remindersOfAccount } from './reminders-of-account.ts'

type Sending = {
  database: Database
  send: SendLetter
  now: () => Date
  /** Where the pages are opened; without it the letter has no link. */
  publicUrl: string | undefined
  /** The words that mark sample data. */
  notice: string | null
  /** Where a letter that was not taken is told. */
  log?: Log | undefined
}

/** Milliseconds that a write waits for another program to end its own. */
const patience = 3000

/**
 * Sends the letters of the last reminder day, once: a day that was missed while the service was off is made up by the
 * next call, several missed days by one. Nobody gets two letters in one day, and one person's failure is not another's.
 * It throws where nothing can be written; who got no letter yet gets it by the next call.
 */
export async function sendDueDigests({
  database,
  send,
  now,
  publicUrl,
  notice,
  log,
}: Sending): Promise<void> {
  const dueDay = lastReminderDay(now())
  if (isReminderRunDone(database, dueDay)) return
  const written = async <Result>(write: () => Result) => {
    await waitForWriter(database, patience)
    return write()
  }
  const day = todayInVietnam(now())
  for (const account of listLetterReceivers(database)) {
    const reminders = remindersOfAccount(database, account, calendarAt(database, now()))
    if (reminders.length === 0) continue
    const claim = { accountId: account.id, day, email: account.email }
    const id = await written(() => claimDigest(database, claim))
    if (id === undefined) continue
    const sentences = reminders.map(reminderSentence)
    const outcome = await send(letterOf({ to: account.email, day, sentences, publicUrl, notice })).then(
      () => ({ sentAt: now().toISOString() }),
      (error: Error) => {
        log?.warn({ err: error, account: account.username }, 'letter not sent')
        return { failure: error.message.slice(0, 500) }
      },
    )
    await written(() => closeDigest(database, id, outcome))
  }
  await written(() => endReminderRun(database, dueDay, now().toISOString()))
}

function letterOf({
  to,
  day,
  sentences,
  publicUrl,
  notice,
}: Pick<Sending, 'publicUrl' | 'notice'> & { to: string; day: string; sentences: string[] }): Letter {
  const mark = notice ? `[${notice}] ` : ''
  const lines = [
    ...(notice ? [notice, ''] : []),
    `Ngày ${formatDay(day)} đồng chí có ${sentences.length} việc cần làm:`,
    '',
    ...sentences.map((sentence) => `- ${sentence}.`),
    '',
    ...(publicUrl ? [`Xem và làm tại: ${new URL('/viec-cua-toi', publicUrl).href}`, ''] : []),
    'Thư này do phần mềm Mốc 57 gửi, mỗi ngày làm việc nhiều nhất một thư. Có thể tắt ở trang Việc của tôi.',
  ]
  return { to, subject: `${mark}Mốc 57: ${sentences.length} việc cần làm`, text: lines.join('\n') }
}
