import type { Assessment, Inspection, Quarter } from '@moc57/shared'
import { and, asc, eq, getTableColumns } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { assessments, inspectionFollowUps, inspectionSubjects, inspections } from '../schema/inspections.ts'
import { nextRevision } from '../sql/next-revision.ts'
import { inOneCommit } from '../sql/one-commit.ts'

const { id: _, unitCode: __, indicatorNumber, ...assessmentColumns } = getTableColumns(assessments)

/** What was said in words on the indicators of a unit: every revision, oldest first. */
export function listAssessments(
  { orm }: Database,
  { unitCode, number, period }: { unitCode: string; number?: number; period?: Quarter },
): Assessment[] {
  return orm
    .select({ ...assessmentColumns, number: indicatorNumber })
    .from(assessments)
    .where(
      and(
        eq(assessments.unitCode, unitCode),
        number === undefined ? undefined : eq(indicatorNumber, number),
        period === undefined ? undefined : eq(assessments.period, period),
      ),
    )
    .orderBy(asc(assessments.id))
    .all()
}

export type NewAssessment = Omit<typeof assessments.$inferInsert, 'id' | 'revision' | 'indicatorNumber'> & {
  number: number
  /** The revision it was made on; 0 where there is none yet. */
  basedOn: number
}

/** Appends an assessment as a new revision. Throws `StaleError` when somebody else was faster. */
export function appendAssessment(db: Database, { number, basedOn, ...given }: NewAssessment): void {
  inOneCommit(db, () => {
    const ofIt = and(
      eq(assessments.unitCode, given.unitCode),
      eq(indicatorNumber, number),
      eq(assessments.period, given.period),
    )
    const revision = nextRevision(db, assessments, ofIt, { revised: 'assessment', basedOn })
    db.orm
      .insert(assessments)
      .values({ ...given, indicatorNumber: number, revision })
      .run()
  })
}

const { unitCode: ___, ...inspectionColumns } = getTableColumns(inspections)
const { id: ____, ...followUpColumns } = getTableColumns(inspectionFollowUps)

/** The inspections of a unit with what followed, in the order they were recorded. */
export function listInspections({ orm }: Database, unitCode: string): Inspection[] {
  const ofUnit = eq(inspections.unitCode, unitCode)
  const subjects = orm
    .select(getTableColumns(inspectionSubjects))
    .from(inspectionSubjects)
    .innerJoin(inspections, eq(inspections.id, inspectionSubjects.inspectionId))
    .where(ofUnit)
    .orderBy(asc(inspectionSubjects.id))
    .all()
  const subjectsOf = Map.groupBy(subjects, ({ inspectionId }) => inspectionId)
  const followUps = orm
    .select(followUpColumns)
    .from(inspectionFollowUps)
    .innerJoin(inspections, eq(inspections.id, inspectionFollowUps.inspectionId))
    .where(ofUnit)
    .orderBy(asc(inspectionFollowUps.id))
    .all()
  const followUpsOf = Map.groupBy(followUps, ({ inspectionId }) => inspectionId)
  return orm
    .select(inspectionColumns)
    .from(inspections)
    .where(ofUnit)
    .orderBy(asc(inspections.id))
    .all()
    .map((inspection) => {
      const about = subjectsOf.get(inspection.id) ?? []
      const followed = followUpsOf.get(inspection.id) ?? []
      return {
        ...inspection,
        indicators: about.flatMap((subject) => subject.indicatorNumber ?? []),
        tasks: about.flatMap((subject) => subject.taskNumber ?? []),
        followUps: followed,
        isOpen: inspection.demand !== null && !followed.some(({ isDone }) => isDone),
      }
    })
}

export type NewInspection = Omit<typeof inspections.$inferInsert, 'id'> & {
  indicators: readonly number[]
  tasks: readonly number[]
}

export function addInspection(db: Database, { indicators, tasks, ...given }: NewInspection): void {
  inOneCommit(db, () => {
    const { id: inspectionId } = db.orm
      .insert(inspections)
      .values(given)
      .returning({ id: inspections.id })
      .get()
    const subjects = [
      ...indicators.map((number) => ({ inspectionId, indicatorNumber: number })),
      ...tasks.map((taskNumber) => ({ inspectionId, taskNumber })),
    ]
    db.orm.insert(inspectionSubjects).values(subjects).run()
  })
}

/** Adds what was done about the findings. */
export function followUpInspection(
  { orm }: Database,
  followUp: Omit<typeof inspectionFollowUps.$inferInsert, 'id'>,
): void {
  orm.insert(inspectionFollowUps).values(followUp).run()
}
