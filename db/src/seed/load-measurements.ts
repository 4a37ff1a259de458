import { and, eq } from 'drizzle-orm'
import { appendRevision } from '../measurements/measurements.ts'
import type { Database } from '../open/open.ts'
import { measurements } from '../schema/measurements.ts'
import { holds } from './load-rows.ts'
import { SeedError } from './seed-error.ts'
import type { Seeds } from './seed-files.ts'

/** The results that reports state. Nobody has approved them, so they are `unverified`. */
export function loadMeasurements(db: Database, seeds: Seeds, now: Date): void {
  for (const { file, line, row } of seeds.measurements) {
    const { unit_code: unitCode, document_id: documentId, number, value, ...figure } = row
    const known = storedStatement(db, row.statement)
    const said = { ...figure, unitCode, documentId, indicatorNumber: number, value }
    if (known && !holds(known, said)) {
      throw new SeedError(
        file,
        line,
        `cơ sở dữ liệu đang giữ số liệu ${row.statement} khác với dòng này; số liệu đã nạp không sửa được`,
      )
    }
    if (known) continue
    if (isMeasured(db, unitCode, number, row.period)) {
      throw new SeedError(
        file,
        line,
        `đơn vị ${unitCode} đã có số liệu của chỉ tiêu ${number} kỳ ${row.period}`,
      )
    }
    appendRevision(db, {
      ...figure,
      unitCode,
      documentId,
      number,
      figure: { value },
      state: 'unverified',
      by: 'seeds',
      at: now.toISOString(),
    })
  }
}

function storedStatement({ orm }: Database, statement: string) {
  return orm.select().from(measurements).where(eq(measurements.statement, statement)).get()
}

function isMeasured({ orm }: Database, unitCode: string, number: number, period: string): boolean {
  const ofQuarter = and(
    eq(measurements.unitCode, unitCode),
    eq(measurements.indicatorNumber, number),
    eq(measurements.period, period),
  )
  return orm.select({ id: measurements.id }).from(measurements).where(ofQuarter).get() !== undefined
}
