import { z } from 'zod'
import { BackupReason } from '../system/backup.ts'
import { endpoint } from './endpoint.ts'
import { answer } from './parts.ts'

const bytes = z.number().meta({ description: 'Bytes' })

/** How the service is, for whoever runs it. */
const SystemStatus = answer({
  version: z.string(),
  commit: z.string().nullable().meta({ description: 'Of the source; null where it is not known' }),
  startedAt: z.string().meta({ description: 'Instant in ISO 8601' }),
  checks: z
    .array(z.object({ name: z.string(), problem: z.string().nullable() }))
    .meta({ description: 'Those of /api/health' }),
  database: z.object({ bytes, evidenceFiles: z.int() }),
  disk: z.object({ free: bytes, total: bytes }).nullable(),
  backups: z
    .object({
      folder: z.string(),
      time: z.string().meta({ description: 'Every night, in Viet Nam', example: '01:30' }),
      isOnSameDisk: z.boolean().meta({ description: 'As the data: lost together with it' }),
      isRunning: z.boolean(),
      failure: z
        .object({ at: z.string(), words: z.string() })
        .nullable()
        .meta({ description: 'Of the last one, if it failed' }),
      items: z.array(
        z.object({
          name: z.string(),
          at: z.string(),
          reason: BackupReason,
          bytes,
          hasEvidence: z.boolean(),
        }),
      ),
    })
    .nullable()
    .meta({ description: 'Newest first; null where the service makes none' }),
})

const tags: [string] = ['service']

export const readSystem = endpoint({
  method: 'GET',
  url: '/api/system',
  right: 'manageSystem',
  schema: {
    summary: 'How the service is: checks, backups, room, version',
    tags,
    response: { 200: SystemStatus },
  },
})

/** Begins a backup; reading the status tells when it is done and how. */
export const beginBackup = endpoint({
  method: 'POST',
  url: '/api/system/backups',
  right: 'manageSystem',
  schema: { summary: 'Back up now', tags, response: { 200: answer({ isRunning: z.boolean() }) } },
})

/** Where a backup is downloaded: the database alone, or a .zip with its evidence. */
export const backupUrl = '/api/system/backups/:name'
