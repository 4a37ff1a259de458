import type { Database } from '../open/open.ts'
import { administrativeUnits } from '../schema/ground.ts'
import { inOneCommit } from '../sql/one-commit.ts'
import { checkReferences } from './check-references.ts'
import { loadMeasurements } from './load-measurements.ts'
import { loadAssignments, loadLocalTargets, loadTargets, type SeededPlan } from './load-plan.ts'
import { loadPeriods, loadReferenceTables } from './load-reference.ts'
import { loadUnits } from './load-units.ts'
import { readSeeds } from './seed-files.ts'

/**
 * Phụ lục 01 of phường Kiến An. Its table was signed in October 2025, but its first milestone is the end of 2025 and
 * the term it plans for starts in 2025, so the quarters of that year are seen with it as well.
 */
const plan: SeededPlan = {
  unitCode: '11443',
  documentId: 'kien-an-plan-2025',
  effectiveFrom: '2025-Q1',
}

/**
 * Loads the units, the periods and the seed files in one transaction: a broken line throws a `SeedError` and leaves
 * the database as it was. Loading the same again writes nothing. What other units report and plan for themselves is
 * real data and does not go into a sample database.
 */
export function seedDatabase(db: Database, { seedsFolder, now }: { seedsFolder: string; now: Date }): void {
  const seeds = readSeeds(seedsFolder)
  inOneCommit(db, () => {
    loadUnits(db)
    loadPeriods(db)
    checkReferences(seeds, plan, unitCodes(db))
    loadReferenceTables(db, seeds, { ...plan, isReference: true })
    loadTargets(db, seeds, plan)
    loadAssignments(db, seeds, plan)
    if (db.dataSet === 'sample') return
    loadLocalTargets(db, seeds)
    loadMeasurements(db, seeds, now)
  })
}

function unitCodes({ orm }: Database): Set<string> {
  const units = orm.select({ code: administrativeUnits.code }).from(administrativeUnits).all()
  return new Set(units.map(({ code }) => code))
}
