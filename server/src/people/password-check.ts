import { type Database, listUnits, type StoredAccount } from '@moc57/db'
import { guessedWords, isHardToGuess, type PasswordUse, weakPassword } from '@moc57/shared'
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { badField } from '../http/problem.ts'

let made: Promise<ZxcvbnFactory> | undefined

/** Loaded with the first password that is set: its lists take a moment and some memory. */
function guesser(): Promise<ZxcvbnFactory> {
  made ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(
    ([{ ZxcvbnFactory: Guesser }, { dictionary, adjacencyGraphs: graphs }]) =>
      new Guesser({ dictionary, graphs }),
  )
  return made
}

/**
 * Refuses a password that is soon guessed, as by the world's lists, by Vietnamese words, by the names of units, or by
 * the names of the account.
 *
 * @param use one's own, or a first one that must be changed
 */
export async function refuseWeakPassword(
  database: Database,
  {
    password,
    account,
    use,
    pointer,
  }: {
    password: string
    account: Pick<StoredAccount, 'username' | 'fullName'>
    use: PasswordUse
    pointer: string
  },
): Promise<void> {
  const words = guessedWords(
    account,
    listUnits(database).map(({ name }) => name),
  )
  const check = await guesser()
  if (!isHardToGuess((text) => check.check(text, words).score, { password, use })) {
    throw badField(pointer, weakPassword)
  }
}
