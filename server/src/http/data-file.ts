import { type Database, dataFileOf, waitForWriter } from '@moc57/db'
import plugin from 'fastify-plugin'
import { isWrite } from './account.ts'
import { ProblemError } from './problem.ts'
import { problemOfFault, problemOfTrouble, troubleInWords } from './storage-problems.ts'

/** Milliseconds that a write waits for another program to end its own, while other requests go on. */
const patience = 3000
const lookEvery = 1000

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Waits until nobody else is writing; 503 where that takes too long, or where the open file is no longer the one at
     * its path. Requests that are a write have done so; a reading that has to write asks for it.
     */
    readyToWrite: () => Promise<void>
  }
}

export type DataFileOptions = {
  database: Database
  /** Milliseconds after which what was written stands in the file itself, not only in the log beside it. */
  checkpointAfter?: number | undefined
}

/**
 * Guards the one file that holds everything. A write begins only where the open file is still the one at its path and
 * nobody else is writing, and is acknowledged only where that file is still there after it. What was written is moved
 * from the log into the file soon, so that a copy of the file alone has it.
 */
export const dataFile = plugin<DataFileOptions>(async (app, { database, checkpointAfter = 30_000 }) => {
  const file = dataFileOf(database)
  // SQLite waits without letting anything else go on; what has to wait does so below.
  database.sqlite.pragma('busy_timeout = 0')

  const refuseInTrouble = () => {
    const trouble = file.trouble()
    if (trouble) throw new ProblemError(problemOfTrouble(trouble))
  }
  app.decorate('readyToWrite', async () => {
    refuseInTrouble()
    if (!(await waitForWriter(database, patience))) throw new ProblemError(problemOfFault('busy'))
  })
  app.addHook('preHandler', async (request) => {
    if (isWrite(request)) await app.readyToWrite()
  })
  app.addHook('onSend', async (request, reply) => {
    if (isWrite(request) && reply.statusCode < 400) refuseInTrouble()
  })

  const keepUp = () => {
    try {
      file.checkpoint()
    } catch (error) {
      // Tried again at the next turn: another program is writing, or the disk is full, which every write tells.
      app.log.warn(error)
    }
  }
  let told = file.trouble()
  const look = () => {
    const trouble = file.trouble()
    if (trouble && trouble !== told) app.log.error(troubleInWords(trouble))
    told = trouble
  }
  keepUp()
  const timers = [setInterval(look, lookEvery), setInterval(keepUp, checkpointAfter)]
  for (const timer of timers) timer.unref()
  app.addHook('onClose', async () => {
    for (const timer of timers) clearInterval(timer)
    keepUp()
  })
})
