import { reminderTime } from '@moc57/shared'
import { Cron } from 'croner'

/** Runs the job at the reminder time of every working day in Viet Nam, and at once for what was missed; returns how to stop. */
export function scheduleReminders(job: () => Promise<void>): () => void {
  const cron = new Cron(
    `${reminderTime.minute} ${reminderTime.hour} * * 1-5`,
    { timezone: 'Asia/Ho_Chi_Minh', protect: true, unref: true },
    job,
  )
  void cron.trigger()
  return () => cron.stop()
}
