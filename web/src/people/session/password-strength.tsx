import { guessedWords, isHardToGuess } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { useDeferredValue, useMemo } from 'react'
import { sessionQuery } from '../../lib/session-query.ts'
import { unitsQuery } from '../../units/queries.ts'
import { strengthWords } from '../own-account/wording.ts'

const guesser = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })

/** How soon the new password is guessed, while it is typed; the server decides. Its lists are large, so it is loaded apart. */
export function PasswordStrength({ username, password }: { username: string; password: string }) {
  const { data: account } = useQuery(sessionQuery)
  const { data: units } = useQuery(unitsQuery(''))
  const typed = useDeferredValue(password)
  const isHard = useMemo(() => {
    const words = guessedWords(
      { username, fullName: account?.fullName ?? null },
      (units?.items ?? []).map(({ name }) => name),
    )
    return isHardToGuess((text) => guesser.check(text, words).score, { password: typed, use: 'own' })
  }, [username, account, units, typed])
  return (
    <p role="status" className="note">
      {typed !== '' && (isHard ? strengthWords.strong : strengthWords.weak)}
    </p>
  )
}
