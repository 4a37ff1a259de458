import { DatabaseError, EvidenceError, SeedError } from '@moc57/db'
import { SettingsError } from './env.ts'

/** Runs a program; what a person has to mend is told in words, without a stack, and ends it with 1. */
export async function runForPeople(program: () => Promise<void>): Promise<void> {
  // What a program makes (the data, a log, a backup, evidence) is for its owner alone.
  process.umask(0o077)
  try {
    await program()
  } catch (error) {
    if (!isForPeople(error)) throw error
    console.error(`\n${error.message}\n`)
    process.exit(1)
  }
}

function isForPeople(error: unknown): error is Error {
  return [SettingsError, DatabaseError, EvidenceError, SeedError].some((kind) => error instanceof kind)
}
