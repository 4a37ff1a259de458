import { firstQuarter, lastQuarter, quartersBetween, reportingWindow } from '@moc57/shared'
import { eq } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { documents, reportingPeriods } from '../schema/ground.ts'
import { indicatorGroups, indicators, leadBodies, leaders, plans } from '../schema/plans.ts'
import { taskIndicators, tasks } from '../schema/tasks.ts'
import { putRow } from './load-rows.ts'
import type { Seeds } from './seed-files.ts'

/** Every quarter that can be asked for. One that is there stays as it is: the city may have changed its days. */
export function loadPeriods({ orm }: Database): void {
  const windows = quartersBetween(firstQuarter, lastQuarter).map((period) => {
    const { from, to, dueOn } = reportingWindow(period)
    return { period, fromDay: from, toDay: to, dueOn }
  })
  orm.insert(reportingPeriods).values(windows).onConflictDoNothing().run()
}

/**
 * The tables that the seed files describe as they are now. A row that a file no longer has stays: something may
 * refer to it.
 */
export function loadReferenceTables(db: Database, seeds: Seeds, plan: typeof plans.$inferInsert): void {
  for (const { row } of seeds.documents) {
    const { unit_code: unitCode, issued_on: issuedOn, ...document } = row
    putRow(db, documents, [documents.id], { ...document, unitCode, issuedOn })
  }
  putRow(db, plans, [plans.unitCode], plan)
  for (const { row } of seeds.groups) putRow(db, indicatorGroups, [indicatorGroups.code], row)
  for (const { row } of seeds.indicators) {
    const { group, short_name, unit_of_measure, natural_maximum, ...indicator } = row
    putRow(db, indicators, [indicators.number], {
      ...indicator,
      groupCode: group,
      shortName: short_name,
      unitOfMeasure: unit_of_measure,
      naturalMaximum: natural_maximum,
    })
  }
  for (const { row } of seeds.leaders) {
    const { unit_code: unitCode, ...leader } = row
    putRow(db, leaders, [leaders.id], { ...leader, unitCode })
  }
  for (const { row } of seeds.leadBodies) {
    const { unit_code: unitCode, ...leadBody } = row
    putRow(db, leadBodies, [leadBodies.id], { ...leadBody, unitCode })
  }
  for (const { row } of seeds.tasks) {
    const { directing_leader: directingLeader, leader_id: leaderId, ...task } = row
    putRow(db, tasks, [tasks.unitCode, tasks.number], {
      ...task,
      unitCode: plan.unitCode,
      directingLeader,
      leaderId,
    })
  }
  loadTaskIndicators(db, seeds, plan.unitCode)
}

/** Our reading follows the file: what it no longer says is gone. An equal reading is not written. */
function loadTaskIndicators(db: Database, { taskIndicators: lines }: Seeds, unitCode: string): void {
  const said = lines.flatMap(({ row }) =>
    row.indicator_numbers.map((indicatorNumber) => ({
      unitCode,
      taskNumber: row.task_number,
      indicatorNumber,
    })),
  )
  const keyOf = ({ taskNumber, indicatorNumber }: (typeof said)[number]) => `${taskNumber} ${indicatorNumber}`
  const stored = db.orm.select().from(taskIndicators).where(eq(taskIndicators.unitCode, unitCode)).all()
  const isSame =
    stored.length === said.length && new Set([...stored, ...said].map(keyOf)).size === said.length
  if (isSame) return
  db.orm.delete(taskIndicators).where(eq(taskIndicators.unitCode, unitCode)).run()
  if (said.length > 0) db.orm.insert(taskIndicators).values(said).run()
}
