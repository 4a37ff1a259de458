import { PlanChange, shiftDay } from '@moc57/shared'
import { asc, eq } from 'drizzle-orm'
import { listUnits } from '../administrative-units.ts'
import { appendRevision } from '../measurements/measurements.ts'
import { readReportingWindow } from '../measurements/reporting-periods.ts'
import type { Database } from '../open/open.ts'
import { appendPlanChange } from '../plans/plan-changes.ts'
import { referenceUnitCode } from '../plans/plans.ts'
import { targetsInForce } from '../plans/targets.ts'
import { measurements } from '../schema/measurements.ts'
import { indicators } from '../schema/plans.ts'
import { inOneCommit } from '../sql/one-commit.ts'
import { loadSampleWork } from './load-sample-work.ts'
import { type SampleMeasurement, sampleMeasurements, sampleQuarters } from './sample-measurements.ts'
import { samplePlans } from './sample-plans.ts'

const recordedBy = 'sample'
const notice = 'DỮ LIỆU MINH HỌA'

/**
 * Fills a sample database, already seeded, with made-up figures of all units and quarters; once. The same figures
 * come out in every run.
 */
export function loadSampleData(db: Database): void {
  if (db.dataSet !== 'sample') throw new Error('sample figures belong in a sample database only')
  inOneCommit(db, () => {
    if (isLoaded(db)) return
    const reference = targetsInForce(db, referenceUnitCode(db), '2025-Q1')
    for (const measurement of sampleMeasurements(listUnits(db), reference)) record(db, measurement)
    loadSamplePlans(db)
    loadSampleWork(db)
  })
}

function isLoaded({ orm }: Database): boolean {
  return orm.select().from(measurements).where(eq(measurements.recordedBy, recordedBy)).get() !== undefined
}

/** The plans that units have of their own, recorded as changes of a plan, and the figures of what they add to the list. */
function loadSamplePlans(db: Database): void {
  for (const { unitCode, recordedOn, indicators: added = [], ...change } of samplePlans) {
    const at = `${recordedOn}T02:00:00.000Z`
    const parsed = PlanChange.parse({
      ...change,
      basedOn: 0,
      document: { title: `${notice}: không có văn bản này` },
      indicators: added.map(({ figures: _, ...indicator }) => indicator),
    })
    const changeId = appendPlanChange(db, unitCode, parsed, { by: recordedBy, at })
    const numbers = numbersOfChange(db, changeId)
    for (const [index, { figures }] of added.entries()) {
      const number = numbers[index] as number
      for (const [quarter, figure] of figures.entries()) {
        const period = sampleQuarters[quarter] as string
        if (figure) record(db, { unitCode, number, period, figure, state: 'approved', daysLate: 0 })
      }
    }
  }
}

/** What a change added to the list, in the order that it names them. */
function numbersOfChange({ orm }: Database, changeId: number): number[] {
  return orm
    .select({ number: indicators.number })
    .from(indicators)
    .where(eq(indicators.changeId, changeId))
    .orderBy(asc(indicators.number))
    .all()
    .map(({ number }) => number)
}

function record(db: Database, { daysLate, ...measurement }: SampleMeasurement): void {
  const day = shiftDay(readReportingWindow(db, measurement.period).dueOn, daysLate)
  appendRevision(db, { ...measurement, by: recordedBy, at: `${day}T02:00:00.000Z` })
}
