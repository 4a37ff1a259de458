import { parseTarget } from '@moc57/shared'
import { eq } from 'drizzle-orm'
import { listUnits } from '../administrative-units.ts'
import { appendRevision } from '../measurements.ts'
import { inOneCommit } from '../one-commit.ts'
import type { Database } from '../open.ts'
import { referenceUnitCode } from '../plans.ts'
import { readPeriod } from '../reporting-periods.ts'
import { documents, measurements, targets } from '../schema.ts'
import { targetsInForce } from '../targets.ts'
import { loadSampleWork } from './load-sample-work.ts'
import { sampleMeasurements } from './sample-measurements.ts'

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
    for (const measurement of sampleMeasurements(listUnits(db), reference)) {
      const at = `${readPeriod(db, measurement.period).dueOn}T02:00:00.000Z`
      appendRevision(db, { ...measurement, by: recordedBy, at })
    }
    loadOwnTargets(db)
    loadSampleWork(db)
  })
}

function isLoaded({ orm }: Database): boolean {
  return orm.select().from(measurements).where(eq(measurements.recordedBy, recordedBy)).get() !== undefined
}

/**
 * A unit that departs from the reference plan, so that a view without a target and one whose last milestone is past
 * can be seen: it sets no target for one indicator, and for another none after 2025.
 */
const ownTargets = {
  unitCode: '11948',
  rows: [
    { indicatorNumber: 4, texts: { 2025: '-', 2030: '-', 2035: '-', 2040: '-', 2045: '-' } },
    { indicatorNumber: 30, texts: { 2030: '-', 2035: '-', 2040: '-', 2045: '-' } },
  ],
}

function loadOwnTargets({ orm }: Database): void {
  const { unitCode, rows } = ownTargets
  const documentId = `sample-plan-${unitCode}`
  orm
    .insert(documents)
    .values({ id: documentId, unitCode, kind: 'plan', title: `${notice}: không có văn bản này` })
    .run()
  for (const { indicatorNumber, texts } of rows) {
    for (const [milestone, text] of Object.entries(texts)) {
      orm
        .insert(targets)
        .values({
          ...parseTarget(text),
          unitCode,
          indicatorNumber,
          milestone: Number(milestone),
          effectiveFrom: '2025-Q1',
          documentId,
          note: notice,
        })
        .run()
    }
  }
}
