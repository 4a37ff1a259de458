import type { Database } from './open.ts'
import { prepared } from './prepared.ts'
import { storageFaultOf } from './storage-fault.ts'

const pause = 25

const writers = prepared(({ sqlite }) => {
  const [begin, end] = [sqlite.prepare('BEGIN IMMEDIATE'), sqlite.prepare('ROLLBACK')]
  const isFree = () => {
    try {
      begin.run()
    } catch (error) {
      if (storageFaultOf(error) === 'busy') return false
      throw error
    }
    end.run()
    return true
  }
  return { isFree, waiting: undefined as Promise<boolean> | undefined }
})

/**
 * Resolves once no other connection is writing; with `false` when that takes longer than `patience` milliseconds.
 * Everybody who waits shares one wait, and everything else goes on meanwhile.
 */
export async function waitForWriter(database: Database, patience: number): Promise<boolean> {
  const writer = writers(database)
  if (!writer.waiting && writer.isFree()) return true
  writer.waiting ??= poll(writer.isFree, Date.now() + patience).finally(() => {
    writer.waiting = undefined
  })
  return writer.waiting
}

async function poll(isFree: () => boolean, deadline: number): Promise<boolean> {
  while (!isFree()) {
    if (Date.now() > deadline) return false
    await new Promise((resume) => setTimeout(resume, pause))
  }
  return true
}
