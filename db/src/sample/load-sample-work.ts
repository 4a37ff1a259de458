import { appendBudgetLine } from '../budget/budget.ts'
import { askExplanation, recordExplanationEvent } from '../explanations/explanations.ts'
import {
  addInspection,
  appendAssessment,
  followUpInspection,
  listInspections,
} from '../inspections/inspections.ts'
import type { Database } from '../open/open.ts'
import { leadBodies } from '../schema/plans.ts'
import { appendTaskUpdate } from '../tasks/tasks.ts'
import {
  sampleAssessments,
  sampleBudget,
  sampleExplanations,
  sampleInspections,
  sampleTaskUpdates,
} from './sample-work.ts'

const by = 'sample'
const unitCode = '11443'
const atNoon = (day: string) => `${day}T05:00:00.000Z`

/** Fills a sample database with the work behind the figures: explanations, tasks, the budget and reviews. */
export function loadSampleWork(db: Database): void {
  const bodies = new Map(
    db.orm
      .select()
      .from(leadBodies)
      .all()
      .map(({ id, name }) => [id, name]),
  )
  for (const { askedOn, leadBodyId, events, ...asked } of sampleExplanations) {
    const id = askExplanation(db, {
      unitCode,
      ...asked,
      leadBodyId: leadBodyId ?? null,
      addressee: (leadBodyId && bodies.get(leadBodyId)) ?? 'Người tổng hợp số liệu của đơn vị',
      by,
      at: atNoon(askedOn),
    })
    for (const { on, ...event } of events) recordExplanationEvent(db, id, { ...event, by, at: atNoon(on) })
  }
  for (const { on, ...report } of sampleTaskUpdates) {
    appendTaskUpdate(db, { unitCode, basedOn: 0, ...report, by, at: atNoon(on) })
  }
  for (const { on, ...line } of sampleBudget) {
    appendBudgetLine(db, { unitCode, basedOn: 0, isRemoved: false, ...line, by, at: atNoon(on) })
  }
  for (const { on, ...assessment } of sampleAssessments) {
    appendAssessment(db, { unitCode, basedOn: 0, ...assessment, by, at: atNoon(on) })
  }
  for (const { followUps, ...inspection } of sampleInspections) {
    addInspection(db, { unitCode, ...inspection, by, at: atNoon(inspection.heldOn) })
    const inspectionId = listInspections(db, unitCode).at(-1)?.id ?? 0
    for (const { on, ...followUp } of followUps)
      followUpInspection(db, { inspectionId, ...followUp, by, at: atNoon(on) })
  }
}
