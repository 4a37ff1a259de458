import { statSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import {
  type BackupContent,
  type Database,
  evidenceFolder,
  firstUsedAt,
  lastBackupEvent,
  recordBackupEvent,
  removeUnfinished,
} from '@moc57/db'
import { type Backup, type BackupReason, formatNumber, oldestBackupHours } from '@moc57/shared'
import type { FastifyBaseLogger } from 'fastify'
import type { HealthCheck } from '../http/health-checks.ts'
import { type BackupResult, type BackupTask, newestFirst, targetOf } from './make-backup.ts'

/** Who makes what nobody asked for. */
const byItself = 'máy chủ'

type ListedBackup = Backup & {
  /** Of the database alone. */
  bytes: number
  hasEvidence: boolean
}

/** The backups of a running service. */
export type Backups = {
  folder: string
  /** "01:30" */
  time: string
  /** On the disk of the data a backup is lost together with it. */
  isOnSameDisk: () => boolean
  isRunning: () => boolean
  /** The last one that was tried, if it failed. */
  failure: () => { at: string; words: string } | null
  /** Newest first; read from the folder. */
  list: () => Promise<ListedBackup[]>
  /** Hours since the newest was made or, without any, since there has been something to back up; as last seen. */
  ageInHours: () => number
  /** There is none yet and none was tried: the service has just begun, and makes the first one soon. */
  isFirstToCome: () => boolean
  /** Begins one in a thread of its own; `false` where one is being made. */
  begin: (reason: BackupReason, by?: string) => boolean
  /** Once the one that is being made, if any, has ended; it never rejects. */
  settled: () => Promise<void>
  /** Breaks off the one that is being made, and takes away what there is of it. */
  stop: () => Promise<void>
}

type BackupSettings = { folder: string; time: string; now?: () => Date; log?: BackupLog | undefined }
type BackupLog = Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>

/** Milliseconds after the start within which the first backup is awaited. */
const timeForFirst = 3_600_000

export async function openBackups(
  database: Database,
  { folder, time, now = () => new Date(), log }: BackupSettings,
): Promise<Backups> {
  const { file: databasePath, dataSet } = database
  const openedAt = now().getTime()
  let newestAt: string | null = null
  let running: Promise<void> | undefined
  let worker: Worker | undefined
  let isStopping = false
  let unwritten: { at: string; words: string } | null = null

  const list = async (): Promise<ListedBackup[]> => {
    const backups = newestFirst(await readdir(folder).catch(() => []), dataSet)
    const listed = await Promise.all(
      backups.map(async (backup) => {
        const path = join(folder, backup.name)
        const [found, evidence] = await Promise.all([
          stat(path).catch(() => undefined),
          stat(evidenceFolder(path)).catch(() => undefined),
        ])
        return found?.isFile() ? [{ ...backup, bytes: found.size, hasEvidence: evidence !== undefined }] : []
      }),
    )
    const files = listed.flat()
    newestAt = files[0]?.at ?? null
    return files
  }

  const inThread = async (task: BackupTask): Promise<BackupResult | { refusal: string }> => {
    const thread = new Worker(new URL('./backup-worker.ts', import.meta.url), { workerData: task })
    worker = thread
    try {
      return await new Promise((resolve, reject) => {
        thread.once('message', resolve)
        thread.once('error', reject)
        thread.once('exit', () => reject(new Error('the thread ended without an answer')))
      })
    } finally {
      await thread.terminate()
      worker = undefined
    }
  }

  /** What cannot be written into the log of the database is still in that of the service, and on the page. */
  const record = (event: Parameters<typeof recordBackupEvent>[1]) => {
    try {
      recordBackupEvent(database, event)
      return true
    } catch (error) {
      log?.error({ err: error }, 'backup not recorded')
      return false
    }
  }

  const run = async (reason: BackupReason, by: string) => {
    const at = now().toISOString()
    const task: BackupTask = { databasePath, folder, dataSet, reason, at }
    const target = targetOf(task)
    const begun = performance.now()
    try {
      const result = await inThread(task)
      if ('refusal' in result) throw new RefusedBackup(result.refusal)
      const { content, leftovers, outlived } = result
      const ms = Math.round(performance.now() - begun)
      log?.info({ file: target, reason, by, ...content, outlived, leftovers, ms }, 'backup made')
      if (leftovers.length > 0) {
        record({ action: 'leftoversRemoved', subject: leftovers.join(', '), note: null, by: byItself, at })
      }
      record({
        action: 'backedUp',
        subject: basename(target),
        note: contentInWords(content, outlived),
        by,
        at,
      })
      unwritten = null
    } catch (error) {
      removeUnfinished(target)
      if (isStopping) return
      const isTold = error instanceof RefusedBackup
      const words = isTold ? error.message : 'Lỗi ngoài dự kiến, xem nhật ký của chương trình trên máy chủ.'
      log?.error({ err: error, file: target, reason, by }, 'backup failed')
      const isRecorded = record({ action: 'backupFailed', subject: basename(target), note: words, by, at })
      unwritten = isRecorded ? null : { at, words }
    }
    await list()
  }

  const newest = await list()
  if (newest.length > 0) log?.info({ folder, newest: newest[0]?.name }, 'backups found')

  const failure = () => {
    const last = lastBackupEvent(database, ['backedUp', 'backupFailed'])
    if (unwritten) return unwritten
    return last?.action === 'backupFailed' ? { at: last.at, words: last.note ?? '' } : null
  }

  return {
    folder,
    time,
    isOnSameDisk: () => deviceOf(folder) === deviceOf(dirname(databasePath)),
    isRunning: () => running !== undefined,
    failure,
    list,
    isFirstToCome: () => newestAt === null && failure() === null && now().getTime() - openedAt < timeForFirst,
    ageInHours: () => {
      const since = newestAt ?? firstUsedAt(database)
      return since === null ? 0 : (now().getTime() - Date.parse(since)) / 3_600_000
    },
    begin: (reason, by = byItself) => {
      if (running || isStopping) return false
      running = run(reason, by).finally(() => {
        running = undefined
      })
      return true
    },
    settled: async () => running,
    stop: async () => {
      isStopping = true
      await worker?.terminate()
      await running
    },
  }
}

class RefusedBackup extends Error {}

/** "3.534 số liệu, 115 tài khoản, 12 tệp minh chứng (thiếu hoặc hỏng 1)" */
function contentInWords(content: BackupContent, outlived: readonly string[]): string {
  const { measurements, accounts, evidenceFiles, missingFiles } = content
  const missing = missingFiles > 0 ? ` (thiếu hoặc hỏng ${formatNumber(missingFiles)})` : ''
  const gone = outlived.length > 0 ? `; đã bỏ ${outlived.length} bản hết hạn giữ` : ''
  return `${formatNumber(measurements)} lần ghi số liệu, ${formatNumber(accounts)} tài khoản, ${formatNumber(evidenceFiles)} tệp minh chứng${missing}${gone}`
}

/** Of the folder, or of the one it will be made in. */
function deviceOf(folder: string): number | undefined {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found) return found.dev
  return dirname(folder) === folder ? undefined : deviceOf(dirname(folder))
}

/** Fails where the newest is too old, or there is none and the first is not about to be made. */
export function backupCheck(backups: Backups): HealthCheck {
  return {
    name: 'backup',
    run: async () =>
      backups.ageInHours() > oldestBackupHours && !backups.isFirstToCome()
        ? `Bản sao lưu mới nhất đã quá ${oldestBackupHours / 24} ngày, hoặc chưa có bản nào.`
        : undefined,
  }
}
