import { parseTarget, planMilestones, type Quarter } from '@moc57/shared'
import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { assignmentLeadBodies, assignments, targets } from '../schema/plans.ts'
import { holds } from './load-rows.ts'
import type { Line } from './read-csv.ts'
import { SeedError } from './seed-error.ts'
import type { Seeds } from './seed-files.ts'

/** The plan of the seeds, and the quarter from which its table and its assignments are in force. */
export type SeededPlan = { unitCode: string; documentId: string; effectiveFrom: Quarter }

type NewTarget = Omit<typeof targets.$inferInsert, 'id' | keyof ReturnType<typeof parseTarget>> & {
  text: string
}

/** Phụ lục 01: five targets for each indicator. */
export function loadTargets(db: Database, seeds: Seeds, plan: SeededPlan): void {
  const append = targetAppender(db, seeds)
  for (const line of seeds.targets) {
    for (const milestone of planMilestones) {
      append(line, { ...plan, indicatorNumber: line.row.number, milestone, text: line.row[milestone] })
    }
  }
}

/** Targets that other units state in documents of their own. */
export function loadLocalTargets(db: Database, seeds: Seeds): void {
  const append = targetAppender(db, seeds)
  for (const line of seeds.localTargets) {
    const { unit_code, number, effective_from, document_id, ...target } = line.row
    append(line, {
      ...target,
      unitCode: unit_code,
      indicatorNumber: number,
      effectiveFrom: effective_from,
      documentId: document_id,
    })
  }
}

/** Appends a target that is not there yet; the table is append-only, so another text in its place is refused. */
function targetAppender({ orm }: Database, { indicators }: Seeds) {
  const stored = orm.select().from(targets).where(isNull(targets.changeId)).all()
  const byPlace = new Map(stored.map((target) => [placeOf(target), target]))
  const byStatement = new Map(stored.map((target) => [target.statement, target]))
  const readings = new Map(
    indicators.map(({ row }) => [
      row.number,
      { unitOfMeasure: row.unit_of_measure, naturalMaximum: row.natural_maximum },
    ]),
  )
  return ({ file, line }: Line<unknown>, target: NewTarget): void => {
    const said = { ...target, ...parseTarget(target.text, readings.get(target.indicatorNumber)) }
    const known = byPlace.get(placeOf(said)) ?? (said.statement && byStatement.get(said.statement))
    if (!known) orm.insert(targets).values(said).run()
    else if (!holds(known, said)) throw new SeedError(file, line, otherPlan(`mục tiêu “${known.text}”`))
  }
}

function placeOf(
  target: Pick<NewTarget, 'unitCode' | 'indicatorNumber' | 'milestone' | 'effectiveFrom'>,
): string {
  return [target.unitCode, target.indicatorNumber, target.milestone, target.effectiveFrom].join(' ')
}

/** Phụ lục 01: who directs, answers for and follows each indicator. */
export function loadAssignments({ orm }: Database, seeds: Seeds, plan: SeededPlan): void {
  for (const { file, line, row } of seeds.assignments) {
    const said = {
      ...plan,
      indicatorNumber: row.number,
      directingLeader: row.directing_leader,
      responsibleOfficer: row.responsible_officer,
      leadBody: row.lead_body,
      leaderId: row.leader_id,
    }
    const known = orm
      .select()
      .from(assignments)
      .where(
        and(
          eq(assignments.unitCode, plan.unitCode),
          eq(assignments.indicatorNumber, row.number),
          eq(assignments.effectiveFrom, plan.effectiveFrom),
          isNull(assignments.changeId),
        ),
      )
      .get()
    if (!known) {
      const { id } = orm.insert(assignments).values(said).returning({ id: assignments.id }).get()
      const bodies = row.lead_body_ids.map((leadBodyId, index) => ({
        assignmentId: id,
        leadBodyId,
        position: index + 1,
      }))
      orm.insert(assignmentLeadBodies).values(bodies).run()
    } else if (!holds(known, said) || bodiesOf(orm, known.id) !== row.lead_body_ids.join(';')) {
      throw new SeedError(file, line, otherPlan(`phân công “${known.directingLeader}; ${known.leadBody}”`))
    }
  }
}

function bodiesOf(orm: Database['orm'], assignmentId: number): string {
  return orm
    .select({ id: assignmentLeadBodies.leadBodyId })
    .from(assignmentLeadBodies)
    .where(eq(assignmentLeadBodies.assignmentId, assignmentId))
    .orderBy(assignmentLeadBodies.position)
    .all()
    .map(({ id }) => id)
    .join(';')
}

function otherPlan(stored: string): string {
  return `cơ sở dữ liệu đang giữ ${stored}, khác với dòng này; nội dung kế hoạch đã nạp không sửa được, thay đổi phải ghi thành dòng mới có ngày hiệu lực muộn hơn`
}
