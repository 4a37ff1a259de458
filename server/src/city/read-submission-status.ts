import {
  assignmentsInForce,
  listIndicatorsOfUnit,
  listUnits,
  readReportingWindow,
  type SubmittedFigure,
  submittedFigures,
} from '@moc57/db'
import {
  type AdministrativeUnit,
  compareSubmissionStatus,
  isDueIn,
  type Output,
  type Quarter,
  submissionStatusOf,
} from '@moc57/shared'
import type { readSubmissionStatus, SubmissionStatusItem } from '@moc57/shared/api'
import type { Calendar } from '../http/clock.ts'
import type { Context } from '../http/context.ts'
import { gateOf } from '../measurements/unit-quarter.ts'

/** Who has reported a quarter: every unit, who owes the most first. */
export function submissionStatusOfCity(
  { database, notice }: Pick<Context, 'database' | 'notice'>,
  period: Quarter,
  calendar: Calendar,
): Output<typeof readSubmissionStatus> {
  const window = readReportingWindow(database, period)
  const { from, dueOn } = window
  const { today } = calendar
  const cells = Map.groupBy(submittedFigures(database, period), ({ unitCode }) => unitCode)

  const items = listUnits(database).map(({ formerNames: _, ...unit }): SubmissionStatusItem => {
    const due = listIndicatorsOfUnit(database, unit.code, period)
      .filter(({ frequency }) => isDueIn(period, frequency))
      .map(({ number }) => number)
    const known = new Map(cells.get(unit.code)?.map((cell) => [cell.number, cell]))
    const assignments = assignmentsInForce(database, unit.code, period)
    const bodiesOf = (number: number) => assignments.get(number)?.leadBodies.map(({ name }) => name) ?? []
    const reporting = submissionOfUnit(unit, due, known, bodiesOf)
    return {
      ...reporting,
      standing: submissionStatusOf({
        reported: due.map((number) => sentAt(known.get(number))),
        today,
        from,
        dueOn,
      }),
      isOpen: gateOf(database, unit.code, period, calendar).isOpen,
    }
  })
  return {
    notice,
    period,
    today,
    isDue: today > dueOn,
    window,
    items: items.sort(compareSubmissionStatus),
  }
}

/** When the figure was sent up. What is a draft, was returned or taken back is owed, unless one has been approved. */
function sentAt(cell: SubmittedFigure | undefined): string | null {
  const isOwed = !cell || (cell.approvedAt === null && cell.state !== 'submitted')
  return isOwed ? null : cell.submittedAt
}

function submissionOfUnit(
  unit: AdministrativeUnit,
  due: readonly number[],
  known: ReadonlyMap<number, SubmittedFigure>,
  bodiesOf: (number: number) => string[],
): Omit<SubmissionStatusItem, 'standing' | 'isOpen'> {
  const owed = due.filter((number) => sentAt(known.get(number)) === null)
  const stateOf = (number: number) => {
    const cell = known.get(number)
    return cell?.approvedAt ? 'approved' : (cell?.state ?? 'missing')
  }
  const states = due.map(stateOf)
  const count = (state: string) => states.filter((found) => found === state).length
  const latest = (instants: readonly (string | null | undefined)[]) =>
    instants.reduce<string | null>((last, at) => (at && (!last || at > last) ? at : last), null)
  const bodies = [...new Set(due.flatMap(bodiesOf))].map((name) => {
    const own = due.filter((number) => bodiesOf(number).includes(name))
    return { name, due: own.length, owed: own.filter((number) => owed.includes(number)) }
  })
  return {
    unit,
    due: due.length,
    counts: {
      missing: count('missing'),
      draft: count('draft'),
      submitted: count('submitted'),
      returned: count('returned'),
      approved: count('approved'),
    },
    owed,
    submittedAt: latest(due.map((number) => sentAt(known.get(number)))),
    approvedAt: states.every((state) => state === 'approved')
      ? latest(due.map((number) => known.get(number)?.approvedAt))
      : null,
    bodies,
  }
}
