import { reminderTime } from '@moc57/shared'
import { Cron } from 'croner'
import type { Log } from '../../http/log.ts'

/** Milliseconds after which what failed is tried again: another program was writing, or the disk was full. */
const pause = 10 * 60_000

/**
 * Runs the job at the reminder time of every working day in Viet Nam, and at once for what was missed; returns how to
 * stop. A job that throws is told in the log and tried again: letters are no reason to end the service.
 */
export function scheduleReminders(
  job: () => Promise<void>,
  log: Pick<Log, 'error'>,
  tryAgainAfter = pause,
): () => void {
  let again: NodeJS.Timeout | undefined
  const cron = new Cron(
    `${reminderTime.minute} ${reminderTime.hour} * * 1-5`,
    { timezone: 'Asia/Ho_Chi_Minh', protect: true, unref: true },
    async () => {
      clearTimeout(again)
      await job().catch((error) => {
        log.error({ err: error }, 'reminders failed')
        again = setTimeout(() => void cron.trigger(), tryAgainAfter)
        again.unref()
      })
    },
  )
  void cron.trigger()
  return () => {
    cron.stop()
    clearTimeout(again)
  }
}
