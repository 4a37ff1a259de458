import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Database, dataFileOf, storageFaultOf, waitForWriter } from '@moc57/db'
import type { FastifyBaseLogger } from 'fastify'
import { problemOfFault, troubleInWords } from './storage-problems.ts'

/** One thing without which the service does not do what it is for. */
export type HealthCheck = {
  /** As it stands in the answer. */
  name: string
  /** What is wrong, in words that anybody may read: no paths, no names; `undefined` while all is well. */
  run: () => Promise<string | undefined>
}

/** What each check found, in their order; one that cannot be made fails. */
export async function resultsOf(
  checks: readonly HealthCheck[],
  log: FastifyBaseLogger,
): Promise<{ name: string; detail: string | undefined }[]> {
  return Promise.all(
    checks.map(async ({ name, run }) => {
      const detail = await run().catch((error) => {
        log.error(error)
        return 'Không kiểm tra được.'
      })
      return { name, detail }
    }),
  )
}

/** Bytes of free room below which the disk counts as full: the log of a busy day, and a few files of evidence. */
export const fewestFreeBytes = 100 * 1024 * 1024

const patience = 1000
/** Milliseconds for which one write stands for the next: anybody may ask, and each is a write to the disk. */
const writeHolds = 5000

/** The file at its path, reading and writing, room on the disk. */
export function storageChecks(database: Database): HealthCheck[] {
  const { sqlite, file } = database
  const dataFile = dataFileOf(database)
  const read = sqlite.prepare('SELECT count(*) FROM settings')
  let written: { at: number; outcome: Promise<string | undefined> } | undefined

  const write = async () => {
    if (!(await waitForWriter(database, patience))) return problemOfFault('busy').title
    return faultOf(() => dataFile.mark())
  }
  return [
    {
      name: 'dataFile',
      run: async () => {
        const trouble = dataFile.trouble()
        return trouble && troubleInWords(trouble)
      },
    },
    {
      name: 'database',
      run: async () => {
        // Into a file that is another one now nothing is written.
        if (dataFile.trouble()) return 'Chưa ghi thử được.'
        if (!written || Date.now() - written.at > writeHolds) written = { at: Date.now(), outcome: write() }
        return faultOf(() => read.get()) ?? written.outcome
      },
    },
    {
      name: 'disk',
      run: async () => {
        if (file === ':memory:') return undefined
        const { bavail, bsize } = await statfs(dirname(file))
        return bavail * bsize < fewestFreeBytes ? problemOfFault('full').title : undefined
      },
    },
  ]
}

function faultOf(run: () => unknown): string | undefined {
  try {
    run()
    return undefined
  } catch (error) {
    const fault = storageFaultOf(error)
    if (!fault) throw error
    return problemOfFault(fault).title
  }
}
