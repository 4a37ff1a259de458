import type { Assignment, CountedMeasurement, Indicator, MilestoneTarget, Quarter } from '@moc57/shared'
import { listIndicatorsOfUnit } from '../indicators/indicators.ts'
import type { Database } from '../open/open.ts'
import { assignmentsInForce } from '../plans/assignments.ts'
import { type PlanOfUnit, planOfUnit } from '../plans/plans.ts'
import { targetsInForce, type targetsInForceOfCity } from '../plans/targets.ts'
import { countedMeasurements } from './measurements.ts'

/** An indicator with all that its standing is made of. */
export type PlannedIndicator = {
  indicator: Indicator
  targets: readonly MilestoneTarget[]
  assignment: Assignment | null
  /** What counts, in order of time, up to the quarter of the view. */
  measurements: readonly CountedMeasurement[]
}

/** A unit's plan and figures, looked at from a quarter. */
export type PlanView = { plan: PlanOfUnit; items: PlannedIndicator[] }

type View = {
  asOf: Quarter
  /** The instant before which it was recorded; left out for all that is recorded today. */
  recordedBefore?: string
}

/** Everything of a unit and a view, read once: the plan in force, its indicators in their order, what is measured. */
export function readPlanView(
  db: Database,
  { code }: { code: string },
  { asOf, recordedBefore }: View,
  /** The targets of every unit in that quarter, where many units are read after each other. */
  targetsOfCity?: ReturnType<typeof targetsInForceOfCity>,
): PlanView {
  const ofUnit = targetsOfCity ? undefined : targetsInForce(db, code, asOf, recordedBefore)
  const assignments = assignmentsInForce(db, code, asOf, recordedBefore)
  const measurements = countedMeasurements(db, code, asOf, recordedBefore)
  return {
    plan: planOfUnit(db, code, asOf, recordedBefore),
    items: listIndicatorsOfUnit(db, code, asOf, recordedBefore).map((indicator) => ({
      indicator,
      targets: targetsOfCity?.(code, indicator.number) ?? ofUnit?.get(indicator.number) ?? [],
      assignment: assignments.get(indicator.number) ?? null,
      measurements: measurements.get(indicator.number) ?? [],
    })),
  }
}

/** The same indicators and figures against the targets of an earlier quarter, as of which later figures do not count. */
export function againstTargetsOf(
  db: Database,
  { code }: { code: string },
  { items }: Pick<PlanView, 'items'>,
  { asOf, recordedBefore }: View,
): PlannedIndicator[] {
  const targets = targetsInForce(db, code, asOf, recordedBefore)
  return items.map((item) => ({ ...item, targets: targets.get(item.indicator.number) ?? [] }))
}
