import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Database } from '@moc57/db'

/** Where files lie under the hash of what is in them: nothing of their names reaches the disk. */
export type EvidenceStore = {
  /** Resolves with the hash once the file is on disk. */
  keep: (bytes: Buffer) => Promise<string>
  read: (sha256: string) => ReadStream
}

/** The folder beside the database file; a database in memory has one that is gone with the machine's temporary files. */
export function openEvidenceStore({ file }: Pick<Database, 'file'>): EvidenceStore {
  const folder = file === ':memory:' ? join(tmpdir(), `moc57-evidence-${randomUUID()}`) : `${file}-evidence`
  const place = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  return {
    keep: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      await writeOnce(place(sha256), bytes)
      return sha256
    },
    read: (sha256) => createReadStream(place(sha256)),
  }
}

/** Under its name there is either the whole file or none, also after a power cut. */
async function writeOnce(path: string, bytes: Buffer): Promise<void> {
  const known = await stat(path).catch(() => undefined)
  if (known?.size === bytes.length) return
  const folder = dirname(path)
  await mkdir(folder, { recursive: true })
  const partial = join(folder, `${randomUUID()}.part`)
  try {
    const handle = await open(partial, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
  await syncFolder(folder)
}

/** Makes the new name itself durable; Windows opens no folder and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}
