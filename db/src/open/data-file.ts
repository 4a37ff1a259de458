import { copyFileSync, fstatSync, openSync, readSync, type Stats, statSync, truncateSync } from 'node:fs'
import type { Database } from './open.ts'
import { prepared } from './prepared.ts'

/**
 * What has happened to the open file behind the program's back. `gone`: deleted, moved, or another file took its place.
 * `overwritten`: the same file, filled with something else. `logGone`: the log beside it (-wal, -shm) was taken away.
 */
export type FileTrouble = 'gone' | 'overwritten' | 'logGone'

export type DataFile = {
  /**
   * Why nothing may be written any more: what is written would vanish. To be asked before a write and again before it
   * is acknowledged; it takes three looks at the folder.
   */
  trouble: () => FileTrouble | undefined
  /** Takes what lies in the log into the file itself, as far as nobody is reading; does nothing without a log. */
  checkpoint: () => void
  /**
   * Writes a number that means nothing into the head of the file, in a durable commit: whether writing works at all. It
   * counts as no change of the data.
   */
  mark: () => void
}

/** The file of an open database, watched from the first call on. One in memory is never in trouble. */
export const dataFileOf = prepared((database) =>
  database.file === ':memory:'
    ? { trouble: () => undefined, checkpoint: () => {}, mark: () => void mark(database) }
    : watch(database),
)

/** Returns the number that it wrote. */
function mark({ sqlite }: Database): number {
  const number = Math.floor(Math.random() * 0x7fffffff)
  sqlite.pragma(`user_version = ${number}`)
  return number
}

function watch(database: Database): DataFile {
  const { sqlite, file } = database
  const log = `${file}-wal`
  const index = `${file}-shm`
  const opened = [file, log, index].map(statOf)
  const { lookAtFile, lookAtIndex } = looker(file, index)
  let known = { ...lookAtFile(), moved: lookAtIndex().moved }
  let found: FileTrouble | undefined

  /**
   * Only moving the log changes the file, and the index tells of that before it begins. So a file with another head, or
   * a shorter one, without a move in the index was overwritten.
   */
  const isOverwritten = () => {
    const now = lookAtFile()
    const { moved, isMoving } = lookAtIndex()
    if (isMoving) return false
    const isOther = now.size < known.size || !now.head.equals(known.head)
    if (isOther && moved.equals(known.moved)) return true
    known = { ...now, moved }
    return false
  }

  const see = (): FileTrouble | undefined => {
    if (found === 'overwritten') return found
    const stats = statOf(file)
    if (stats?.ino !== opened[0]?.ino || stats?.dev !== opened[0]?.dev) return 'gone'
    const hasChanged = stats?.mtimeMs !== known.mtimeMs || stats.size !== known.size
    if (hasChanged && isOverwritten()) return 'overwritten'
    // A log that begins anew is no move.
    if (!hasChanged) known.moved = lookAtIndex().moved
    const isLogThere = [log, index].every((path, at) => statOf(path)?.ino === opened[at + 1]?.ino)
    return isLogThere ? undefined : 'logGone'
  }

  const move = () => {
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
    known = { ...lookAtFile(), moved: lookAtIndex().moved }
  }

  /**
   * SQLite would take the log into whatever file lies at the path at the next start. It goes into the file that it
   * belongs to while that is still open; where that file itself was overwritten it is put aside.
   */
  const keepLogApart = (trouble: FileTrouble) => {
    try {
      if (trouble === 'overwritten') {
        copyFileSync(log, `${log}-${Date.now()}`)
        truncateSync(log)
      } else move()
    } catch {
      // Another connection reads, or the disk gives way: the trouble itself is told all the same.
    }
  }

  return {
    trouble: () => {
      const seen = see()
      if (seen !== undefined && seen !== found) keepLogApart(seen)
      found = seen
      return seen
    },
    checkpoint: () => {
      if (see() !== undefined || (statOf(log)?.size ?? 0) === 0) return
      // No earlier copy of the file has this mark, so that one that is copied over it is recognised.
      const marked = mark(database)
      move()
      const isMoved = (statOf(log)?.size ?? 0) === 0
      // One was copied over it just now, while the log was moved.
      if (isMoved && known.head.readUInt32BE(markAt) !== marked) found = 'overwritten'
    },
    mark: () => {
      mark(database)
      see()
    },
  }
}

const headBytes = 100
/** Where the head of a database file has `user_version` ("Database File Format", 1.3). */
const markAt = 60
/** Of SQLite's index of a log ("wal-index format"): the salt of the log, how far it was moved, how far that was begun. */
const indexBytes = 132
const [salt, moved, begun] = [
  [32, 40],
  [96, 100],
  [128, 132],
] as const

/**
 * The two files stay open until the program ends: closing any descriptor of a file ends the locks that SQLite holds on
 * it in the same process.
 */
function looker(file: string, index: string) {
  const [ofFile, ofIndex] = [openSync(file, 'r'), openSync(index, 'r')]
  return {
    lookAtFile: () => {
      const { mtimeMs, size } = fstatSync(ofFile)
      return { mtimeMs, size, head: bytesOf(ofFile, headBytes) }
    },
    lookAtIndex: () => {
      const bytes = bytesOf(ofIndex, indexBytes)
      const part = ([from, to]: readonly [number, number]) => bytes.subarray(from, to)
      return {
        moved: Buffer.concat([part(salt), part(moved)]),
        isMoving: !part(moved).equals(part(begun)),
      }
    },
  }
}

function bytesOf(descriptor: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  readSync(descriptor, bytes, 0, length, 0)
  return bytes
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false })
}
