import { beginReminderRun, claimDigest, closeDigest, type Database, listLetterReceivers } from '@moc57/db'
import { formatDay, lastReminderDay, reminderSentence, todayInVietnam } from '@moc57/shared'
import { calendarAt } from '../clock.ts'
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
}

/**
 * Sends the letters of the last reminder day, once: a day that was missed while the service was off is made up by the
 * next call, several missed days by one. Nobody gets two letters in one day, and one person's failure is not another's.
 */
export async function sendDueDigests({ database, send, now, publicUrl, notice }: Sending): Promise<void> {
  if (!beginReminderRun(database, lastReminderDay(now()), now().toISOString())) return
  const day = todayInVietnam(now())
  for (const account of listLetterReceivers(database)) {
    const reminders = remindersOfAccount(database, account, calendarAt(database, now()))
    if (reminders.length === 0) continue
    const id = claimDigest(database, { accountId: account.id, day, email: account.email })
    if (id === undefined) continue
    const sentences = reminders.map(reminderSentence)
    try {
      await send(letterOf({ to: account.email, day, sentences, publicUrl, notice }))
      closeDigest(database, id, { sentAt: now().toISOString() })
    } catch (error) {
      closeDigest(database, id, { failure: (error as Error).message.slice(0, 500) })
      console.error(`Không gửi được thư nhắc việc tới ${account.email}: ${(error as Error).message}`)
    }
  }
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
    ...(publicUrl ? [`Xem và làm tại: ${new URL('/viec-can-lam', publicUrl).href}`, ''] : []),
    'Thư này do phần mềm Mốc 57 gửi, mỗi ngày làm việc nhiều nhất một thư. Có thể tắt ở trang Việc cần làm.',
  ]
  return { to, subject: `${mark}Mốc 57: ${sentences.length} việc cần làm`, text: lines.join('\n') }
}
