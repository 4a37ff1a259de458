/**
 * What an open database, or the folder of files beside it, cannot do at the moment. `busy`: another program is writing.
 * `full`: no room on the disk. `readOnly`: writing was taken away. `broken`: a page is damaged. `failing`: the disk
 * does not read or write.
 */
export type StorageFault = 'busy' | 'full' | 'readOnly' | 'broken' | 'failing'

const faults: [RegExp, StorageFault][] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'busy'],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'full'],
  [/^(SQLITE_READONLY|SQLITE_PERM|EROFS)/, 'readOnly'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'broken'],
  [/^(SQLITE_IOERR|SQLITE_CANTOPEN|EIO)/, 'failing'],
]

/** The fault that an error, or what caused it, tells of; `undefined` for any other error. */
export function storageFaultOf(error: unknown): StorageFault | undefined {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? String(error.code) : ''
  return faults.find(([pattern]) => pattern.test(code))?.[1] ?? storageFaultOf(error.cause)
}
