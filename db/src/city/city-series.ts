import {
  type Counted,
  type CountedMeasurement,
  countedPoints,
  exactValue,
  type Quarter,
  quarterNumber,
  type Series,
  seriesOf,
} from '@moc57/shared'
import { listUnits } from '../administrative-units.ts'
import { listIndicators } from '../indicators/indicators.ts'
import { countedMeasurementsOfCity, countedStates } from '../measurements/measurements.ts'
import { listPeriods } from '../measurements/reporting-periods.ts'
import type { Database } from '../open/open.ts'
import { prepared } from '../open/prepared.ts'
import { versionOfOthers } from '../sql/data-version.ts'

/** The series of an indicator of the reference list in a unit. */
export type CitySeries = (unitCode: string, number: number) => Series

/** What every unit has measured, with what counts now or with what counted before the instant `recordedBefore`. */
export function citySeries(db: Database, asOf: Quarter, recordedBefore?: string): CitySeries {
  if (recordedBefore === undefined) return presentFigures(db).series
  const measured = countedMeasurementsOfCity(db, asOf, recordedBefore)
  const now = quarterNumber(asOf)
  return (unitCode, number) => seriesOf(countedPoints(measured.get(unitCode)?.get(number) ?? [], now))
}

type Present = { others: number; lastState: number; figures: Figures }
const present = new WeakMap<Database, Present>()

/**
 * The figures that count now, kept in memory: reading every quarter of every unit for one view would take a hundred
 * times as long as computing it. The database stays the one source of truth. Its history only grows, so after a write
 * of our own the cells are read again that have a new row in the log of states; after another connection's (a restored
 * backup, say) all of them are.
 */
function presentFigures(db: Database): Figures {
  const { lastState, changedCells, figuresOfChanged } = statements(db)
  const known = present.get(db)
  const [others, last] = [versionOfOthers(db), lastState.get() ?? 0]
  if (!known || known.others !== others || last < known.lastState) {
    const figures = readFigures(db)
    present.set(db, { others, lastState: last, figures })
    return figures
  }
  if (last > known.lastState) {
    const cells = changedCells.all(known.lastState)
    if (!cells.every(([, , period]) => known.figures.holds(period))) {
      present.delete(db)
      return presentFigures(db)
    }
    for (const cell of cells) known.figures.clear(cell)
    for (const row of figuresOfChanged.all(known.lastState)) known.figures.put(row)
    known.lastState = last
  }
  return known.figures
}

type Cell = [unitCode: string, number: number, period: Quarter]
type Row = [
  ...Cell,
  value: number | null,
  numerator: string | null,
  denominator: string | null,
  comparator: CountedMeasurement['comparator'],
  state: CountedMeasurement['state'],
]

const rowsWhere = (condition: string) => `
  SELECT m.unit_code, m.indicator_number, m.period, m.value, m.numerator, m.denominator, m.comparator, s.state
  FROM measurements AS m
  JOIN measurement_states AS s
    ON s.id = (SELECT max(later.id) FROM measurement_states AS later WHERE later.measurement_id = m.id)
  WHERE s.state IN (${countedStates.map((state) => `'${state}'`).join(', ')}) AND ${condition}
  ORDER BY m.id`

const changed = `
  SELECT DISTINCT changed.unit_code, changed.indicator_number, changed.period
  FROM measurement_states AS news JOIN measurements AS changed ON changed.id = news.measurement_id
  WHERE news.id > ?`

const statements = prepared(({ sqlite }) => ({
  lastState: sqlite.prepare<[], number | null>('SELECT max(id) FROM measurement_states').pluck(),
  lastMeasurement: sqlite.prepare<[], number | null>('SELECT max(id) FROM measurements').pluck(),
  lastQuarter: sqlite.prepare<[], Quarter | null>('SELECT max(period) FROM measurements').pluck(),
  figuresBetween: sqlite.prepare<[number, number], Row>(rowsWhere('m.id > ? AND m.id <= ?')).raw(),
  changedCells: sqlite.prepare<[number], Cell>(changed).raw(),
  figuresOfChanged: sqlite
    .prepare<[number], Row>(rowsWhere(`(m.unit_code, m.indicator_number, m.period) IN (${changed})`))
    .raw(),
}))

const rowsAtOnce = 10_000

function readFigures(db: Database): Figures {
  const { lastMeasurement, figuresBetween } = statements(db)
  const figures = makeFigures(db)
  const last = lastMeasurement.get() ?? 0
  for (let from = 0; from < last; from += rowsAtOnce) {
    for (const row of figuresBetween.all(from, from + rowsAtOnce)) figures.put(row)
  }
  return figures
}

type Figures = {
  holds: (period: Quarter) => boolean
  put: (row: Row) => void
  clear: (cell: Cell) => void
  series: CitySeries
}

const quartersToCome = 4

/** The quarters up to the last one that has figures, and a year's room. */
function periodsToHold(db: Database): Quarter[] {
  const periods = listPeriods(db).map(({ period }) => period)
  const last = statements(db).lastQuarter.get()
  return periods.slice(0, (last ? periods.indexOf(last) : 0) + 1 + quartersToCome)
}

/** What is noted of a figure beside its numbers, as bits. */
const marks = { isThere: 1, isShare: 2, isUnverified: 4, isAbove: 8 }

/**
 * A place for every indicator of every unit in every quarter: 17 bytes each. A later revision of a cell is put over an
 * earlier one, so they have to come in the order in which they were recorded.
 */
function makeFigures(db: Database): Figures {
  const periods = periodsToHold(db)
  const units = new Map(listUnits(db).map(({ code }, index) => [code, index]))
  const numbers = new Map(listIndicators(db).map(({ number }, index) => [number, index]))
  const indexOfQuarter = new Map(periods.map((period, index) => [period, index]))
  const firstNumber = periods[0] ? quarterNumber(periods[0]) : 0
  const size = units.size * numbers.size * periods.length
  /** The value, or the numerator of a share. */
  const values = new Float64Array(size)
  const denominators = new Float64Array(size)
  const marksOf = new Uint8Array(size)

  const startOf = (unitCode: string, number: number) => {
    const [unit, indicator] = [units.get(unitCode), numbers.get(number)]
    return unit === undefined || indicator === undefined
      ? undefined
      : (unit * numbers.size + indicator) * periods.length
  }
  const placeOf = ([unitCode, number, period]: Cell) => {
    const [start, index] = [startOf(unitCode, number), indexOfQuarter.get(period)]
    return start === undefined || index === undefined ? undefined : start + index
  }
  const figureAt = (start: number, index: number): Counted => {
    const place = start + index
    const mark = marksOf[place] ?? 0
    const isShare = (mark & marks.isShare) !== 0
    const figure = {
      value: isShare ? null : (values[place] ?? null),
      numerator: isShare ? (values[place] ?? null) : null,
      denominator: isShare ? (denominators[place] ?? null) : null,
    }
    const measurement: CountedMeasurement = {
      ...figure,
      period: periods[index] as Quarter,
      comparator: mark & marks.isAbove ? 'greaterThan' : null,
      state: mark & marks.isUnverified ? 'unverified' : 'approved',
    }
    const value = exactValue(figure)
    if (!value) throw new Error('a figure without a value was put')
    return { quarter: firstNumber + index, value, comparator: measurement.comparator, measurement }
  }
  const nowhere: Series = { upTo: () => undefined, first: () => undefined }

  return {
    holds: (period) => indexOfQuarter.has(period),
    put: ([unitCode, number, period, value, numerator, denominator, comparator, state]) => {
      const place = placeOf([unitCode, number, period])
      if (place === undefined) return
      const isShare = numerator !== null
      const isThere = value !== null
      values[place] = isShare ? Number(numerator) : (value ?? 0) / 10_000
      denominators[place] = Number(denominator)
      marksOf[place] =
        (isThere ? marks.isThere : 0) |
        (isShare ? marks.isShare : 0) |
        (state === 'unverified' ? marks.isUnverified : 0) |
        (comparator ? marks.isAbove : 0)
    },
    clear: (cell) => {
      const place = placeOf(cell)
      if (place !== undefined) marksOf[place] = 0
    },
    series: (unitCode, number) => {
      const start = startOf(unitCode, number)
      if (start === undefined) return nowhere
      const isAt = (index: number) => ((marksOf[start + index] ?? 0) & marks.isThere) !== 0
      return {
        upTo: (quarter) => {
          let index = Math.min(quarter - firstNumber, periods.length - 1)
          while (index >= 0 && !isAt(index)) index -= 1
          return index >= 0 ? figureAt(start, index) : undefined
        },
        first: () => {
          let index = 0
          while (index < periods.length && !isAt(index)) index += 1
          return index < periods.length ? figureAt(start, index) : undefined
        },
      }
    },
  }
}
