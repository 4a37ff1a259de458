import type { Evidence, ReportingPeriod } from '@moc57/shared'
import { and, asc, count, desc, eq, exists, gte, lte, type SQL } from 'drizzle-orm'
import type { Database } from './open.ts'
import { given, prepared } from './prepared.ts'
import { evidence, measurementStates, measurements } from './schema.ts'

/** The figure that a file belongs to. */
export type EvidenceOf = { unitCode: string; number: number; period: ReportingPeriod }

export type NewEvidence = EvidenceOf & Omit<Evidence, 'id'>

const columns = {
  id: evidence.id,
  period: evidence.period,
  name: evidence.name,
  type: evidence.type,
  size: evidence.size,
  sha256: evidence.sha256,
  by: evidence.by,
  at: evidence.at,
}

/**
 * The public sees a file from the moment that a figure of its quarter is approved after the file was added: one that
 * was added for a correction waits with it.
 */
function isPublic(db: Database): SQL {
  const approval = db.orm
    .select({ id: measurementStates.id })
    .from(measurementStates)
    .innerJoin(measurements, eq(measurements.id, measurementStates.measurementId))
    .where(
      and(
        eq(measurements.unitCode, evidence.unitCode),
        eq(measurements.indicatorNumber, evidence.indicatorNumber),
        eq(measurements.period, evidence.period),
        eq(measurementStates.state, 'approved'),
        gte(measurementStates.at, evidence.at),
      ),
    )
  return exists(approval)
}

type Seen = { withDrafts: boolean }

const ofFigure = ({ unitCode, number, period }: EvidenceOf) =>
  and(eq(evidence.unitCode, unitCode), eq(evidence.indicatorNumber, number), eq(evidence.period, period))

/** The files of a figure, oldest first. */
export function listEvidence(db: Database, figure: EvidenceOf, { withDrafts }: Seen): Evidence[] {
  return db.orm
    .select(columns)
    .from(evidence)
    .where(and(ofFigure(figure), withDrafts ? undefined : isPublic(db)))
    .orderBy(asc(evidence.id))
    .all()
}

/** The files of every figure of an indicator up to the quarter, the latest quarter first, in it the oldest. */
export function listEvidenceOfIndicator(
  db: Database,
  { unitCode, number, period }: EvidenceOf,
  { withDrafts }: Seen,
): Evidence[] {
  return db.orm
    .select(columns)
    .from(evidence)
    .where(
      and(
        eq(evidence.unitCode, unitCode),
        eq(evidence.indicatorNumber, number),
        lte(evidence.period, period),
        withDrafts ? undefined : isPublic(db),
      ),
    )
    .orderBy(desc(evidence.period), asc(evidence.id))
    .all()
}

/** How many files each figure of a unit's quarter has, by indicator; those without are left out. */
export function countEvidence(db: Database, unitCode: string, period: ReportingPeriod): Map<number, number> {
  const rows = counts(db).all({ unitCode, period })
  return new Map(rows.map(({ number, files }) => [number, files]))
}

const counts = prepared(({ orm }) =>
  orm
    .select({ number: evidence.indicatorNumber, files: count() })
    .from(evidence)
    .where(and(eq(evidence.unitCode, given('unitCode')), eq(evidence.period, given('period'))))
    .groupBy(evidence.indicatorNumber)
    .prepare(),
)

export function findEvidence(
  db: Database,
  figure: EvidenceOf,
  id: number,
  { withDrafts }: Seen,
): Evidence | undefined {
  return db.orm
    .select(columns)
    .from(evidence)
    .where(and(eq(evidence.id, id), ofFigure(figure), withDrafts ? undefined : isPublic(db)))
    .get()
}

/** Records a file that is already on disk. */
export function addEvidence(db: Database, { number, ...given }: NewEvidence): Evidence {
  return db.orm
    .insert(evidence)
    .values({ ...given, indicatorNumber: number })
    .returning(columns)
    .get()
}
