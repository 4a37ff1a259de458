import {
  countEvidence,
  type Database,
  findCell,
  lastGate,
  latestRevision,
  listSubmissionEvents,
  readPlanView,
  readReportingWindow,
  revisionsOfQuarter,
  type StoredCell,
  type StoredRevision,
  type targetsInForceOfCity,
} from '@moc57/db'
import {
  type Account,
  askedOfAll,
  type CountedMeasurement,
  countStates,
  type EarlierValue,
  type EntryQuestion,
  isQuarterOpen,
  type Measurement,
  may,
  nextTarget,
  type Quarter,
  questionsOfFigure,
  type Subject,
  type Submission,
  submissionState,
} from '@moc57/shared'
import type { EntryRow } from '@moc57/shared/api'
import type { Calendar } from '../http/clock.ts'

type Asked = {
  unitCode: string
  period: Quarter
  account: Account | null
  calendar: Calendar
  /** The targets of every unit in that quarter, where many units are read after each other. */
  targetsOfCity?: ReturnType<typeof targetsInForceOfCity>
}

/** What a figure would raise if it were entered. */
type QuestionsOf = (
  number: number,
  figure: Pick<Measurement, 'value' | 'comparator' | 'source'>,
) => EntryQuestion[]

/** A unit's quarter as its office works on it: every indicator with its figure, drafts included, and how far it is. */
export function readUnitQuarter(
  database: Database,
  { unitCode, period, account, calendar, targetsOfCity }: Asked,
): { submission: Submission; rows: EntryRow[]; questions: QuestionsOf } {
  const revisions = Map.groupBy(revisionsOfQuarter(database, unitCode, period), ({ number }) => number)
  const gate = gateOf(database, unitCode, period, calendar)
  const { items } = readPlanView(database, { code: unitCode }, { asOf: period }, targetsOfCity)
  const files = countEvidence(database, unitCode, period)

  const rows = items.map(({ indicator, targets, assignment, measurements }) => {
    const ofIndicator = revisions.get(indicator.number)
    const cell = {
      indicator,
      latest: ofIndicator?.at(-1),
      approved: ofIndicator?.findLast(({ state }) => state === 'approved'),
      counted: () => measurements,
      targets: () => targets,
      assignment: () => assignment,
    }
    return entryRow(cell, { unitCode, period, account, gate, evidence: files.get(indicator.number) ?? 0 })
  })
  const counts = countStates(rows)
  return {
    rows: askedOfAll(rows),
    questions: (number, figure) => {
      const planned = items.find(({ indicator }) => indicator.number === number)
      if (!planned) return []
      const { indicator, targets, measurements } = planned
      const earlier = earlierValues(measurements, period)
      return questionsOfFigure({ ...figure, period }, indicator, earlier, () => targets)
    },
    submission: {
      period,
      state: submissionState(counts, gate),
      isOpen: gate.isOpen,
      window: gate.window,
      isDue: gate.isDue,
      counts,
      events: listSubmissionEvents(database, unitCode, period),
    },
  }
}

/** What a figure that is put into a cell has to fit. */
export type EntryCell = Pick<
  EntryRow,
  'number' | 'unitOfMeasure' | 'naturalMaximum' | 'approved' | 'mayEnter'
>
type SavedFigure = Pick<EntryRow, 'current' | 'questions'>

type OpenCell = { cell: EntryCell; gate: Gate; readSaved: () => SavedFigure }

/** One cell of it, read without the others, and how to read it again once a figure has been put into it. */
export function readEntryCell(database: Database, asked: Asked & { number: number }): OpenCell | undefined {
  const { unitCode, period, number, calendar } = asked
  const stored = findCell(database, { unitCode, number, period })
  if (!stored) return undefined
  const gate = gateOf(database, unitCode, period, calendar)
  const given = { ...asked, gate }
  const readSaved = () => {
    const saved = savedFigure(stored, latestRevision(database, { unitCode, number, period }), period)
    if (saved.current?.value !== full) return saved
    // Only a full figure can make every figure full, which takes the whole quarter to know.
    return readUnitQuarter(database, asked).rows.find((other) => other.number === number) ?? saved
  }
  return { cell: entryCell(stored, given), gate, readSaved }
}

const full = 100

type Given = Omit<Asked, 'calendar'> & { gate: Gate }

function entryCell(stored: StoredCell, { unitCode, account, gate }: Given): EntryCell {
  const { indicator, approved } = stored
  return {
    number: indicator.number,
    unitOfMeasure: indicator.unitOfMeasure,
    naturalMaximum: indicator.naturalMaximum,
    approved: approved ?? null,
    mayEnter: gate.isOpen && may(account, 'enter', subjectOf(unitCode, stored)),
  }
}

function savedFigure(
  { indicator, counted, targets }: Pick<StoredCell, 'indicator' | 'counted' | 'targets'>,
  latest: StoredRevision | undefined,
  period: Quarter,
): SavedFigure {
  if (!latest) return { current: null, questions: [] }
  const earlier = earlierValues(counted(), period)
  return { current: latest, questions: questionsOfFigure(latest, indicator, earlier, targets) }
}

function entryRow(stored: StoredCell, given: Given & { evidence: number }): EntryRow {
  const { indicator, latest, counted, targets } = stored
  const { unitCode, period, account, gate } = given
  return {
    ...entryCell(stored, given),
    ...savedFigure(stored, latest, period),
    name: indicator.name,
    shortName: indicator.shortName,
    direction: indicator.direction,
    numerator: indicator.numerator,
    denominator: indicator.denominator,
    groupCode: indicator.group.code,
    target: nextTarget(targets(), period),
    previous: earlierValues(counted(), period).at(-1) ?? null,
    evidence: given.evidence,
    returnedWith: latest?.state === 'returned' ? latest.stateReason : null,
    mayDecide: !gate.isLocked && may(account, 'decide', subjectOf(unitCode, stored)),
  }
}

function subjectOf(unitCode: string, { assignment }: StoredCell): Subject {
  return {
    unitCode,
    indicator: {
      get assignment() {
        return assignment()
      },
    },
  }
}

type Gate = ReturnType<typeof gateOf>

/** Whether a unit's quarter takes figures now: begun, and neither past nor locked unless the city reopened it. */
export function gateOf(database: Database, unitCode: string, period: Quarter, calendar: Calendar) {
  const window = readReportingWindow(database, period)
  const last = lastGate(database, unitCode, period)
  return {
    window,
    isBegun: calendar.today >= window.from,
    isDue: calendar.today > window.dueOn,
    isOpen: isQuarterOpen(period, { ...calendar, window }, last),
    isLocked: last === 'lock',
  }
}

function earlierValues(counted: readonly CountedMeasurement[], period: Quarter): EarlierValue[] {
  return counted.flatMap((figure) =>
    figure.period < period && figure.value !== null ? [{ period: figure.period, value: figure.value }] : [],
  )
}
