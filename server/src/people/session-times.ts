import type { SessionAccount, SessionMoment } from '@moc57/db'

const minute = 60_000
const hour = 60 * minute

/** However much it is used, a session ends after a week. */
export const longestSession = 7 * 24 * hour
/** Without use it ends overnight; at a PC that others use too, over lunch. */
const longestIdle = 12 * hour
const longestIdleOnSharedDevice = hour
/** A use is written down when the last one that was is this part of the idle time ago: reading costs no write. */
const notedPart = 12

/** What sessions are open at the instant. */
export function sessionMoment(now: Date): SessionMoment {
  const ago = (time: number) => new Date(now.getTime() - time).toISOString()
  return {
    now: now.toISOString(),
    idleSince: ago(longestIdle),
    sharedIdleSince: ago(longestIdleOnSharedDevice),
  }
}

/** Whether this use of the session is to be written down. */
export function isUseToBeNoted(
  { lastUsedAt, onSharedDevice }: Pick<SessionAccount, 'lastUsedAt' | 'onSharedDevice'>,
  now: Date,
): boolean {
  const idle = onSharedDevice ? longestIdleOnSharedDevice : longestIdle
  return now.getTime() - Date.parse(lastUsedAt) >= idle / notedPart
}
