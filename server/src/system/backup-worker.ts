import { parentPort, workerData } from 'node:worker_threads'
import { DatabaseError, EvidenceError } from '@moc57/db'
import { type BackupTask, makeBackup } from './make-backup.ts'

/** Posts what was made, or in words why it could not be. */
parentPort?.postMessage(
  await makeBackup(workerData as BackupTask).catch((error) => {
    if (error instanceof DatabaseError || error instanceof EvidenceError) return { refusal: error.message }
    throw error
  }),
)
