import {
  againstTargetsOf,
  type Database,
  type PlannedIndicator,
  type PlanView,
  readPlanView,
} from '@moc57/db'
import {
  type AdministrativeUnit,
  compareUrgency,
  firstQuarter,
  type Progress,
  progressAndUrgency,
  progressOf,
  shiftQuarter,
} from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import type { View } from '../http/view.ts'
import { itemHead } from './item-head.ts'

/** The plan that a unit is measured by, and how every indicator stands; `planned` is what each item is made of. */
export type UnitProgress = {
  plan: PlanView['plan']
  items: ProgressItem[]
  planned: readonly PlannedIndicator[]
}

/** How every indicator of a unit stands, in the order of the plan. */
export function progressOfUnit(database: Database, unit: AdministrativeUnit, view: View): UnitProgress {
  const planView = readPlanView(database, unit, view)
  const now = planView.items.map((planned) => progressAndUrgency({ ...planned, ...view }))
  const ranks = ranksOf(now.map(({ urgency }) => urgency))
  const before = view.asOf > firstQuarter ? { ...view, asOf: shiftQuarter(view.asOf, -1) } : null
  const earlier = before && againstTargetsOf(database, unit, planView, before)
  const previousOf = (index: number): ProgressItem['previous'] => {
    const planned = earlier?.[index]
    if (!before || !planned) return null
    const { value, status } = progressOf({ ...planned, ...before })
    return { asOf: before.asOf, value, status }
  }
  const items = planView.items.map((planned, index) => {
    const { progress } = now[index] as (typeof now)[number]
    return progressItem(planned, progress, {
      urgencyRank: ranks[index] as number,
      previous: previousOf(index),
    })
  })
  return { plan: planView.plan, items, planned: planView.items }
}

/** 1 for the most urgent. */
function ranksOf(urgencies: readonly Parameters<typeof compareUrgency>[0][]): number[] {
  const inOrder = urgencies.map((urgency, index) => ({ urgency, index }))
  inOrder.sort((a, b) => compareUrgency(a.urgency, b.urgency))
  const ranks: number[] = []
  for (const [rank, { index }] of inOrder.entries()) ranks[index] = rank + 1
  return ranks
}

function progressItem(
  { indicator, assignment }: PlannedIndicator,
  progress: Progress,
  placed: Pick<ProgressItem, 'urgencyRank' | 'previous'>,
): ProgressItem {
  return {
    ...progress,
    ...placed,
    ...itemHead(indicator),
    name: indicator.name,
    assignment,
  }
}
