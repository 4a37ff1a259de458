import { createReadStream } from 'node:fs'
import { readdir, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { countStoredFiles, type Deed, evidenceFolder, recordBackupEvent } from '@moc57/db'
import { backupUrl, beginBackup, readSystem } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { ZipFile } from 'yazl'
import { z } from 'zod'
import { commit } from '../http/commit.ts'
import type { Context } from '../http/context.ts'
import { fileOf } from '../http/files/file-of.ts'
import { type HealthCheck, resultsOf } from '../http/health-checks.ts'
import { conflict, notFound } from '../http/problem.ts'
import { version } from '../http/version.ts'
import type { Backups } from './backups.ts'

type SystemContext = Context & { checks: readonly HealthCheck[]; backups: Backups | null }

/** How the service is and its backups, for the administrator. */
export const systemRoutes: FastifyPluginAsyncZod<SystemContext> = async (app, context) => {
  const { database, notice, now, checks, backups } = context
  const startedAt = now().toISOString()

  const recordDownload = async (name: string, deed: Deed) => {
    await app.readyToWrite()
    recordBackupEvent(database, { action: 'backupDownloaded', subject: name, note: null, ...deed })
  }

  app.route({
    ...readSystem,
    handler: async ({ log }) => {
      const results = await resultsOf(checks, log)
      return {
        notice,
        version,
        commit,
        startedAt,
        checks: results.map(({ name, detail }) => ({ name, problem: detail ?? null })),
        database: { bytes: await sizeOf(database.file), evidenceFiles: countStoredFiles(database) },
        disk: await roomBeside(database.file),
        backups: backups && {
          folder: backups.folder,
          time: backups.time,
          isOnSameDisk: backups.isOnSameDisk(),
          isRunning: backups.isRunning(),
          failure: backups.failure(),
          items: await backups.list(),
        },
      }
    },
  })

  app.route({
    ...beginBackup,
    handler: async ({ signedIn }) => {
      if (!backups) throw conflict(noBackups)
      if (!backups.begin('byHand', signedIn.username)) {
        throw conflict('Đang có một bản sao lưu được làm. Hãy chờ bản đó xong.')
      }
      return { notice, isRunning: true }
    },
  })

  app.route({
    ...fileOf(readSystem, {
      url: backupUrl,
      params: z.strictObject({ name: z.string() }),
      summary: 'A backup: its database, or a .zip of it with its evidence',
      mediaType: 'application/octet-stream',
    }),
    handler: async ({ params: { name }, deed, log }, reply) => {
      // Only what is listed can be asked for, so that no name leads out of the folder.
      const found = (await backups?.list())?.find((backup) => backup.name === name)
      if (!backups || !found) throw notFound(`Không có bản sao lưu “${name}”. Hãy tải lại trang.`)
      const path = join(backups.folder, found.name)
      await recordDownload(name, deed).catch((error) => {
        // A disk that is full or failing is when a backup is needed most.
        log.error({ err: error, file: name, by: deed.by }, 'download not recorded')
      })
      const fileName = found.hasEvidence ? name.replace(/\.db$/, '.zip') : name
      reply.headers({
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'no-store',
      })
      if (!found.hasEvidence) {
        return reply.header('content-length', found.bytes).send(createReadStream(path))
      }
      return reply.send(await zipped(path, name))
    },
  })
}

const noBackups = 'Bản chạy này không giữ số liệu trong tệp nên không sao lưu được.'

async function zipped(path: string, name: string): Promise<NodeJS.ReadableStream> {
  const zip = new ZipFile()
  zip.addFile(path, name)
  const evidence = evidenceFolder(path)
  for (const file of await readdir(evidence, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const place = join(file.parentPath, file.name)
    // What is in there is compressed already.
    zip.addFile(place, `${evidenceFolder(name)}${place.slice(evidence.length).replaceAll('\\', '/')}`, {
      compress: false,
    })
  }
  zip.end()
  return zip.outputStream
}

/** With what is not in the file itself yet. */
async function sizeOf(file: string): Promise<number> {
  const sizes = await Promise.all(
    [file, `${file}-wal`].map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function roomBeside(file: string): Promise<{ free: number; total: number } | null> {
  if (file === ':memory:') return null
  const { bavail, blocks, bsize } = await statfs(dirname(file))
  return { free: bavail * bsize, total: blocks * bsize }
}
