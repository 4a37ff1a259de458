import type { Database } from '../open/open.ts'
import { inOneCommit } from './one-commit.ts'

/** Runs a write and resolves with what it returns once that is on disk; a write that throws leaves nothing behind. */
export type GroupCommit = <Result>(write: () => Result) => Promise<Result>

type Waiting = { write: (isAlone: boolean) => void; settle: () => void; fail: (error: unknown) => void }

/**
 * Writes that wait at the same moment share one durable commit, so that many people who save at once wait for the disk
 * once. Each stands alone in it: what one does is undone when it throws, and the others are kept.
 */
export function groupCommit(database: Database): GroupCommit {
  const { sqlite } = database
  let waiting: Waiting[] = []

  const commitAll = () => {
    const group = waiting
    waiting = []
    try {
      inOneCommit(database, () => {
        for (const { write } of group) write(group.length === 1)
      })
    } catch (error) {
      for (const { fail } of group) fail(error)
      return
    }
    for (const { settle } of group) settle()
  }

  return (write) =>
    new Promise((resolve, reject) => {
      let settle = () => {}
      waiting.push({
        write: (isAlone) => {
          try {
            const result = isAlone ? write() : sqlite.transaction(write)()
            settle = () => resolve(result)
          } catch (error) {
            // A full disk ends the whole transaction: then nobody's write is kept. One that is alone is undone with it.
            if (isAlone || !sqlite.inTransaction) throw error
            settle = () => reject(error)
          }
        },
        settle: () => settle(),
        fail: reject,
      })
      if (waiting.length === 1) setImmediate(commitAll)
    })
}
