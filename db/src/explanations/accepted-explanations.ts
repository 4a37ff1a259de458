import type { Quarter } from '@moc57/shared'
import type { Database } from '../open/open.ts'
import { listExplanations } from './explanations.ts'

/** What a body answered and its asker accepted: why a figure is as it is, and what is done about it until when. */
export type AcceptedExplanation = {
  number: number
  shortName: string
  cause: string
  measure: string
  doneBy: string
}

/** The accepted explanations on a unit's figures of the quarters, in the order of the indicators. */
export function acceptedExplanations(
  db: Database,
  unitCode: string,
  { first, last }: { first: Quarter; last: Quarter },
): AcceptedExplanation[] {
  return listExplanations(db, { unitCode })
    .filter(({ state, period }) => state === 'accepted' && period >= first && period <= last)
    .flatMap(({ number, shortName, answer }) => {
      const { cause, measure, doneBy } = answer ?? {}
      return cause && measure && doneBy ? [{ number, shortName, cause, measure, doneBy }] : []
    })
    .sort((a, b) => a.number - b.number)
}
