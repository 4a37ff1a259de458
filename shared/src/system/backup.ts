import { z } from 'zod'
import { todayInVietnam } from '../quarter.ts'

/** Why a backup was made. */
export const BackupReason = z.enum(['nightly', 'byHand', 'beforeUpgrade', 'beforeRestore'])
export type BackupReason = z.infer<typeof BackupReason>

/** A backup as its name tells it; `at` in ISO 8601. */
export type Backup = { name: string; at: string; reason: BackupReason }

export const BackupAction = z.enum([
  'backedUp',
  'backupFailed',
  'backupDownloaded',
  'restored',
  'leftoversRemoved',
])
export type BackupAction = z.infer<typeof BackupAction>

/** Of how many days, weeks and months that have one the newest backup is kept. */
export const backupsKept = { days: 14, weeks: 8, months: 24 }

/** Hours after which the newest backup is too old. */
export const oldestBackupHours = 48

/**
 * The backups that may go: of each reason stays the newest of each of the last days, weeks and months that have one.
 * Each reason counts for itself, so that a night never displaces what a restore or an upgrade took the place of.
 * Days, weeks (from Monday) and months are those of Viet Nam.
 */
export function outlivedBackups(backups: readonly Backup[], kept = backupsKept): Backup[] {
  const newestFirst = [...backups].sort((a, b) => (a.at < b.at ? 1 : -1))
  const staying = new Set(
    BackupReason.options.flatMap((reason) => {
      const ofReason = newestFirst.filter((backup) => backup.reason === reason)
      return [
        ...newestOfEach(ofReason, dayOf, kept.days),
        ...newestOfEach(ofReason, mondayOf, kept.weeks),
        ...newestOfEach(ofReason, monthOf, kept.months),
      ]
    }),
  )
  return newestFirst.filter((backup) => !staying.has(backup))
}

function newestOfEach(
  newestFirst: readonly Backup[],
  spanOf: (at: string) => string,
  spans: number,
): Backup[] {
  const newest = new Map<string, Backup>()
  for (const backup of newestFirst) {
    const span = spanOf(backup.at)
    if (!newest.has(span)) newest.set(span, backup)
  }
  return [...newest.values()].slice(0, spans)
}

const dayOf = (at: string) => todayInVietnam(new Date(at))
const monthOf = (at: string) => dayOf(at).slice(0, 7)

function mondayOf(at: string): string {
  const day = new Date(`${dayOf(at)}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7))
  return day.toISOString().slice(0, 10)
}

const marks: Record<BackupReason, string> = {
  nightly: '-hang-dem',
  byHand: '',
  beforeUpgrade: '-truoc-khi-nang-cap',
  beforeRestore: '-truoc-khi-khoi-phuc',
}

const hoursAheadOfUtc = 7

/** The name of a backup file, in the time of Viet Nam: `moc57-real-20261122-101500-hang-dem.db`. */
export function backupName(dataSet: string, { at, reason }: Omit<Backup, 'name'>): string {
  const local = new Date(Date.parse(at) + hoursAheadOfUtc * 3_600_000).toISOString()
  const [day, time] = [local.slice(0, 10), local.slice(11, 19)].map((part) => part.replace(/\D/g, ''))
  return `moc57-${dataSet}-${day}-${time}${marks[reason]}.db`
}

/** Reads what `backupName` wrote for the data set; `undefined` for any other file. */
export function readBackupName(dataSet: string, name: string): Backup | undefined {
  const [, day, time, mark] = /^moc57-[a-z]+-(\d{8})-(\d{6})([a-z-]*)\.db$/.exec(name) ?? []
  const reason = BackupReason.options.find((option) => marks[option] === mark)
  if (!day || !time || !reason) return undefined
  const local = `${day.replace(/(....)(..)(..)/, '$1-$2-$3')}T${time.replace(/(..)(..)(..)/, '$1:$2:$3')}Z`
  const moment = Date.parse(local) - hoursAheadOfUtc * 3_600_000
  if (Number.isNaN(moment)) return undefined
  const backup = { name, at: new Date(moment).toISOString(), reason }
  return backupName(dataSet, backup) === name ? backup : undefined
}

export const backupReasonLabels: Record<BackupReason, string> = {
  nightly: 'Hằng đêm',
  byHand: 'Theo yêu cầu',
  beforeUpgrade: 'Trước khi nâng cấp',
  beforeRestore: 'Trước khi khôi phục',
}
