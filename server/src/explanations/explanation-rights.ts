import { assignmentsInForce, type Database, listExplanations } from '@moc57/db'
import {
  type Account,
  type Asker,
  type Assignment,
  type Explanation,
  type FigureKey,
  isAnswerDue,
  may,
} from '@moc57/shared'

/** Whose side an account asks and decides for. */
export function askerOf(account: Account | null): Asker {
  return account?.role === 'city' ? 'city' : 'leader'
}

/** An explanation is answered by the body it names alone, also where the indicator has two, or by the unit's officer. */
export function mayAnswer(
  account: Account | null,
  unitCode: string,
  assignment: Assignment | null,
  { leadBody }: Pick<Explanation, 'leadBody'>,
): boolean {
  const named = assignment && {
    ...assignment,
    leadBodies: assignment.leadBodies.filter(({ name }) => name === leadBody),
  }
  return may(account, 'answerExplanation', { unitCode, indicator: { assignment: named } })
}

/** The side that asked decides: the city on its own questions, the leaders of the indicator on theirs. */
export function mayDecide(
  account: Account | null,
  unitCode: string,
  assignment: Assignment | null,
  { askedAs }: Pick<Explanation, 'askedAs'>,
): boolean {
  return (
    askerOf(account) === askedAs && may(account, 'askExplanation', { unitCode, indicator: { assignment } })
  )
}

/** Whether the account owes an answer on the figure: then it adds evidence also where the quarter is closed. */
export function owesAnswer(database: Database, account: Account | null, figure: FigureKey): boolean {
  const { unitCode, number, period } = figure
  const assignment = assignmentsInForce(database, unitCode, period).get(number) ?? null
  return listExplanations(database, figure).some(
    (explanation) => isAnswerDue(explanation.state) && mayAnswer(account, unitCode, assignment, explanation),
  )
}
