import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Where files lie under the hash of what is in them: nothing of their names reaches the disk. */
export type EvidenceStore = {
  /** Resolves with the hash once the file is on disk; a damaged one of that hash is replaced. */
  keep: (bytes: Buffer) => Promise<string>
  read: (sha256: string) => ReadStream
  /** `undefined` where there is none, or where it is no longer what its hash says. */
  readWhole: (sha256: string) => Promise<Buffer | undefined>
  /** For good; what was never there is gone, too. */
  erase: (sha256: string) => Promise<void>
  /** Puts the file of another folder here as well, without a second copy on the disk; says whether that could be done. */
  share: (sha256: string, folder: string) => Promise<boolean>
}

/** The folder of files beside a database. */
export function evidenceFolder(databaseFile: string): string {
  return `${databaseFile}-evidence`
}

/** The files of a database; one in memory has a folder that is gone with the machine's temporary files. */
export function openEvidenceStore({ file }: { file: string }): EvidenceStore {
  return evidenceStoreIn(
    file === ':memory:' ? join(tmpdir(), `moc57-evidence-${randomUUID()}`) : evidenceFolder(file),
  )
}

export function evidenceStoreIn(folder: string): EvidenceStore {
  const place = (sha256: string) => evidencePlace(folder, sha256)
  const readWhole = async (sha256: string) => {
    const bytes = await readFile(place(sha256)).catch(() => undefined)
    return bytes && hashOf(bytes) === sha256 ? bytes : undefined
  }
  return {
    keep: async (bytes) => {
      const sha256 = hashOf(bytes)
      if (!(await readWhole(sha256))) await writeWhole(place(sha256), bytes)
      return sha256
    },
    read: (sha256) => createReadStream(place(sha256)),
    readWhole,
    erase: (sha256) => rm(place(sha256), { force: true }),
    share: async (sha256, other) => {
      if (!(await evidenceStoreIn(other).readWhole(sha256))) return false
      await mkdir(dirname(place(sha256)), { recursive: true })
      return link(evidencePlace(other, sha256), place(sha256)).then(
        () => true,
        () => false,
      )
    },
  }
}

export function evidencePlace(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256)
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Under its name there is either the whole file or none, also after a power cut. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
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
