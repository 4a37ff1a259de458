import type { Evidence, FigureKey, Quarter } from '@moc57/shared'
import { and, asc, count, desc, eq, lte, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { given, prepared } from '../open/prepared.ts'
import { isApproved, isHandedOver } from '../schema/handed-over.ts'
import { evidence } from '../schema/measurements.ts'

export type NewEvidence = FigureKey & Omit<Evidence, 'id'>

export const evidenceColumns = {
  id: evidence.id,
  period: evidence.period,
  name: evidence.name,
  type: evidence.type,
  size: evidence.size,
  sha256: evidence.sha256,
  by: evidence.by,
  at: evidence.at,
}

/** Who asks for files: the unit itself sees all of its own, the public and the city what was handed over. */
export type EvidenceReader = 'unit' | 'city' | 'public'

/** A withdrawn file is told in the log alone. */
const isNotWithdrawn = sql.raw(
  'NOT EXISTS (SELECT 1 FROM evidence_withdrawals WHERE evidence_withdrawals.evidence_id = evidence.id)',
)

const isSeenBy: Record<EvidenceReader, SQL | undefined> = {
  unit: isNotWithdrawn,
  city: and(isNotWithdrawn, sql.raw(isHandedOver('evidence'))),
  public: and(isNotWithdrawn, sql.raw(isApproved('evidence'))),
}

const ofFigure = ({ unitCode, number, period }: FigureKey) =>
  and(eq(evidence.unitCode, unitCode), eq(evidence.indicatorNumber, number), eq(evidence.period, period))

/** The files of a figure, oldest first. */
export function listEvidence(db: Database, figure: FigureKey, reader: EvidenceReader): Evidence[] {
  return db.orm
    .select(evidenceColumns)
    .from(evidence)
    .where(and(ofFigure(figure), isSeenBy[reader]))
    .orderBy(asc(evidence.id))
    .all()
}

/** The files of every figure of an indicator up to the quarter, the latest quarter first, in it the oldest. */
export function listEvidenceOfIndicator(
  db: Database,
  { unitCode, number, period }: FigureKey,
  reader: EvidenceReader,
): Evidence[] {
  return db.orm
    .select(evidenceColumns)
    .from(evidence)
    .where(
      and(
        eq(evidence.unitCode, unitCode),
        eq(evidence.indicatorNumber, number),
        lte(evidence.period, period),
        isSeenBy[reader],
      ),
    )
    .orderBy(desc(evidence.period), asc(evidence.id))
    .all()
}

/** How many files each figure of a unit's quarter has, by indicator; those without are left out. */
export function countEvidence(db: Database, unitCode: string, period: Quarter): Map<number, number> {
  const rows = counts(db).all({ unitCode, period })
  return new Map(rows.map(({ number, files }) => [number, files]))
}

const counts = prepared(({ orm }) =>
  orm
    .select({ number: evidence.indicatorNumber, files: count() })
    .from(evidence)
    .where(
      and(eq(evidence.unitCode, given('unitCode')), eq(evidence.period, given('period')), isNotWithdrawn),
    )
    .groupBy(evidence.indicatorNumber)
    .prepare(),
)

export function findEvidence(
  db: Database,
  figure: FigureKey,
  id: number,
  reader: EvidenceReader,
): Evidence | undefined {
  return db.orm
    .select(evidenceColumns)
    .from(evidence)
    .where(and(eq(evidence.id, id), ofFigure(figure), isSeenBy[reader]))
    .get()
}

/** Records a file that is already on disk. */
export function addEvidence(db: Database, { number, ...given }: NewEvidence): Evidence {
  return db.orm
    .insert(evidence)
    .values({ ...given, indicatorNumber: number })
    .returning(evidenceColumns)
    .get()
}

/** How many different files are named: evidence of figures and products of tasks. */
export function countStoredFiles({ sqlite }: Database): number {
  const named = 'SELECT sha256 FROM evidence UNION SELECT sha256 FROM task_documents'
  return sqlite.prepare<[], number>(`SELECT count(*) FROM (${named})`).pluck().get() ?? 0
}
