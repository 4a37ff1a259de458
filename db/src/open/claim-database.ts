import { existsSync, realpathSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { DatabaseError, explainOpenError } from './database-error.ts'
import { makeFolder } from './open.ts'

/**
 * Says that a server works on the file, until the function it returns is called or the process is gone, however it
 * ends: what is held is a lock of the operating system, on an empty file beside the database. Where another server holds
 * it, throws a `DatabaseError`. Commands such as a backup work beside the server and claim nothing.
 */
export function claimDatabase(file: string): () => void {
  try {
    makeFolder(dirname(file))
    const mark = `${existsSync(file) ? realpathSync(file) : file}-running`
    const sqlite = new BetterSqlite3(mark, { timeout: 0 })
    try {
      const opened = statSync(mark).ino
      sqlite.exec('BEGIN EXCLUSIVE')
      // Removed by a server that has just ended: whoever comes next would lock a new one.
      if (statSync(mark, { throwIfNoEntry: false })?.ino !== opened) return claimAgain(sqlite, file)
    } catch (error) {
      sqlite.close()
      throw error
    }
    return () => {
      // While it is locked; Windows removes no open file, where an empty one stays behind.
      if (process.platform !== 'win32') rmSync(mark, { force: true })
      sqlite.close()
    }
  } catch (error) {
    throw isHeld(error) ? new DatabaseError('alreadyServed', file, error) : explainOpenError(error, file)
  }
}

function claimAgain(sqlite: BetterSqlite3.Database, file: string): () => void {
  sqlite.close()
  return claimDatabase(file)
}

function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code))
}
