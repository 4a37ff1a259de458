import { assignmentsInForce, type Database, listExplanations, listPeriods } from '@moc57/db'
import {
  type Account,
  byUrgency,
  isAnswerDue,
  isOverdue,
  may,
  type Reminder,
  remindersOfQuarter,
  shiftQuarter,
  stateOfRow,
} from '@moc57/shared'
import { mayAnswer, mayDecide } from '../../explanations/explanation-rights.ts'
import type { Calendar } from '../../http/clock.ts'
import { gateOf, readUnitQuarter } from '../../measurements/unit-quarter.ts'

/** What waits for a person on a day, the most urgent first: figures of the quarters around it, and explanations. */
export function remindersOfAccount(database: Database, account: Account, calendar: Calendar): Reminder[] {
  return [
    ...remindersOfFigures(database, account, calendar),
    ...remindersOfExplanations(database, account, calendar),
  ].sort(byUrgency)
}

function remindersOfFigures(database: Database, account: Account, calendar: Calendar): Reminder[] {
  const { unitCode } = account
  if (unitCode === null) return []
  const { currentQuarter, today } = calendar
  const before = shiftQuarter(currentQuarter, -1)
  return listPeriods(database)
    .filter(({ period, from, dueOn }) => today >= from && (period >= before || today <= dueOn))
    .flatMap(({ period, ...window }) => {
      const { isOpen } = gateOf(database, unitCode, period, calendar)
      const { rows } = readUnitQuarter(database, { unitCode, period, account, calendar })
      const reminded = rows.map((row) => ({ ...row, state: stateOfRow(row) }))
      const maySubmit = may(account, 'submit', { unitCode })
      return remindersOfQuarter(reminded, { unitCode, period, today, window, isOpen, maySubmit })
    })
}

/** A reminder of one figure, before those of a quarter are told together. */
type FigureReminder = Omit<Reminder, 'numbers' | 'dueOn'> & { number: number; dueOn: string }

function remindersOfExplanations(database: Database, account: Account, { today }: Calendar): Reminder[] {
  const { unitCode } = account
  const found = listExplanations(database, unitCode === null ? {} : { unitCode }).flatMap(
    (explanation): FigureReminder[] => {
      const { period, number, state, dueOn } = explanation
      const place = { unitCode: explanation.unitCode, period, number, dueOn }
      const assignment = assignmentsInForce(database, place.unitCode, period).get(number) ?? null
      if (isAnswerDue(state) && mayAnswer(account, place.unitCode, assignment, explanation)) {
        return [{ ...place, kind: 'explanationOwed', isOverdue: isOverdue(explanation, today) }]
      }
      return state === 'answered' && mayDecide(account, place.unitCode, assignment, explanation)
        ? [{ ...place, kind: 'explanationWaiting', isOverdue: false }]
        : []
    },
  )
  const groups = Map.groupBy(found, ({ kind, unitCode, period }) => `${kind} ${unitCode} ${period}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
    if (!first) return []
    const { number: _, ...reminder } = first
    return [{ ...reminder, numbers: group.map(({ number }) => number).toSorted((one, other) => one - other) }]
  })
}
