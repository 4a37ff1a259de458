import { type Database, listIndicators, listUnits } from '@moc57/db'
import type { AdministrativeUnit, Indicator } from '@moc57/shared'
import type { ComparisonQuery } from '@moc57/shared/api'
import { notFound } from '../http/problem.ts'

/** The indicators and units that are asked for: those of the reference plan, in its order; units in official order. */
export function comparedOf(
  database: Database,
  { indicator, group, type }: Pick<ComparisonQuery, 'indicator' | 'group' | 'type'>,
): { indicators: Indicator[]; units: AdministrativeUnit[] } {
  const indicators = listIndicators(database).filter(
    (one) =>
      (indicator === undefined || String(one.number) === indicator) &&
      (group === undefined || one.group.code === group),
  )
  if (indicators.length === 0) {
    throw notFound(
      group === undefined
        ? `Kế hoạch không có chỉ tiêu số “${indicator}”.`
        : `Kế hoạch không có chỉ tiêu như vậy trong nhóm “${group}”. Các nhóm ghi bằng số La Mã: I, II, III, IV.`,
    )
  }
  const units = listUnits(database)
    .filter((unit) => type === undefined || unit.type === type)
    .map(({ formerNames: _, ...unit }) => unit)
  return { indicators, units }
}
