import {
  assignmentsInForce,
  type CountedByIndicator,
  countedMeasurements,
  type Database,
  listIndicatorsOfUnit,
  targetsInForce,
} from '@moc57/db'
import { compareUrgency, firstQuarter, type Indicator, progressAndUrgency, shiftQuarter } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import type { View } from '../http/view.ts'

/** How every indicator of a unit stands, in the order of the plan. */
export function progressOfUnit(database: Database, unitCode: string, view: View): ProgressItem[] {
  const indicators = listIndicatorsOfUnit(database, unitCode, view.asOf, view.knownBefore)
  const measurements = countedMeasurements(database, unitCode, view.asOf, view.knownBefore)
  const assignments = assignmentsInForce(database, unitCode, view.asOf, view.knownBefore)
  const standing = standingOf(database, unitCode, measurements)
  const before = view.asOf > firstQuarter ? { ...view, asOf: shiftQuarter(view.asOf, -1) } : null
  const now = standing(indicators, view)
  const previous = before && standing(indicators, before)
  const inOrder = now.map(({ urgency }, index) => ({ urgency, index }))
  inOrder.sort((a, b) => compareUrgency(a.urgency, b.urgency))
  const ranks = new Map(inOrder.map(({ index }, place) => [index, place + 1]))

  return now.map(({ indicator, progress }, index) => {
    const earlier = previous?.[index]?.progress
    return {
      ...progress,
      number: indicator.number,
      name: indicator.name,
      shortName: indicator.shortName,
      unitOfMeasure: indicator.unitOfMeasure,
      naturalMaximum: indicator.naturalMaximum,
      direction: indicator.direction,
      groupCode: indicator.group.code,
      urgencyRank: ranks.get(index) as number,
      assignment: assignments.get(indicator.number) ?? null,
      previous:
        before && earlier ? { asOf: before.asOf, value: earlier.value, status: earlier.status } : null,
    }
  })
}

function standingOf(database: Database, unitCode: string, measurements: CountedByIndicator) {
  return (indicators: readonly Indicator[], { asOf, closed, knownBefore }: View) => {
    const targets = targetsInForce(database, unitCode, asOf, knownBefore)
    return indicators.map((indicator) => ({
      indicator,
      ...progressAndUrgency({
        asOf,
        closed,
        indicator,
        targets: targets.get(indicator.number) ?? [],
        measurements: measurements.get(indicator.number) ?? [],
      }),
    }))
  }
}
