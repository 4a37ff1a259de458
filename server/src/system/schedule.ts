import { Cron } from 'croner'
import type { Backups } from './backups.ts'

const hoursOfADay = 24
/** Milliseconds after the start in which a missed night is not yet made up: the service has better things to do then. */
const quietAfterStart = 10 * 60_000

/** Makes one every night in Viet Nam, and one that was missed some time after the start; returns how to stop. */
export function scheduleBackups(backups: Backups): () => Promise<void> {
  const [hour, minute] = backups.time.split(':').map(Number)
  const makeOne = () => void backups.begin('nightly')
  const nightly = new Cron(
    `${minute} ${hour} * * *`,
    { timezone: 'Asia/Ho_Chi_Minh', protect: true, unref: true },
    makeOne,
  )
  const missed = setTimeout(() => {
    if (backups.ageInHours() > hoursOfADay) makeOne()
  }, quietAfterStart)
  missed.unref()
  return async () => {
    nightly.stop()
    clearTimeout(missed)
    await backups.stop()
  }
}
