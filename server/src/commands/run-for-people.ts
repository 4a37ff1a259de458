import { DatabaseError, EvidenceError, SeedError } from '@moc57/db'
import { readSettings, type Settings, SettingsError } from '../env.ts'
import { type Log, openLog } from '../http/log.ts'

/**
 * Runs a program with its settings and its log. What a person has to mend is told in words, without a stack; anything
 * else is logged. Either ends the program with 1.
 *
 * @param descriptor where its log goes: see `openLog`
 */
export async function runForPeople(
  program: (settings: Settings, log: Log) => Promise<void>,
  descriptor: 1 | 2 = 2,
): Promise<void> {
  // What a program makes (the data, a log, a backup, evidence) is for its owner alone.
  process.umask(0o077)
  let log: Log | undefined
  try {
    const settings = readSettings(process.env)
    log = await openLog(settings.logLevel, descriptor)
    await program(settings, log)
  } catch (error) {
    if (isForPeople(error)) console.error(`\n${error.message}\n`)
    else if (log) log.fatal({ err: error }, 'crashed')
    else throw error
    process.exit(1)
  }
}

function isForPeople(error: unknown): error is Error {
  return [SettingsError, DatabaseError, EvidenceError, SeedError].some((kind) => error instanceof kind)
}
