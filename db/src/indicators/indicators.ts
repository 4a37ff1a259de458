import type { Indicator, Quarter } from '@moc57/shared'
import { and, asc, eq, getTableColumns, gte, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../open/open.ts'
import { given, prepared } from '../open/prepared.ts'
import { indicatorGroups, indicators, planChanges, withdrawnIndicators } from '../schema/plans.ts'

const { groupCode, changeId, ...indicatorColumns } = getTableColumns(indicators)
const inForceFrom = planChanges.effectiveFrom

const selectIndicators = ({ orm }: Pick<Database, 'orm'>) =>
  orm
    .select({ ...indicatorColumns, group: getTableColumns(indicatorGroups), inForceFrom })
    .from(indicators)
    .innerJoin(indicatorGroups, eq(groupCode, indicatorGroups.code))
    .leftJoin(planChanges, eq(planChanges.id, changeId))

/** Later as a text than every instant. */
const endOfTime = '9999'

const withdrawal = alias(planChanges, 'withdrawal')

/**
 * The reference list and what the unit of `unitCode` has added to it by the quarter `period` and not withdrawn, as
 * was recorded before the instant `recordedBefore`.
 */
export const selectIndicatorsOfUnit = (
  db: Pick<Database, 'orm'>,
  isAsked = sql`true`,
  recordedBefore: SQL = sql`${endOfTime}`,
) =>
  selectIndicators(db)
    .leftJoin(withdrawnIndicators, eq(withdrawnIndicators.indicatorNumber, indicators.number))
    .leftJoin(withdrawal, eq(withdrawal.id, withdrawnIndicators.changeId))
    .where(
      and(
        isAsked,
        or(
          isNull(changeId),
          and(
            eq(planChanges.unitCode, given('unitCode')),
            lte(planChanges.effectiveFrom, given('period')),
            lt(planChanges.recordedAt, recordedBefore),
            or(
              isNull(withdrawal.id),
              sql`${withdrawal.effectiveFrom} > ${given('period')}`,
              gte(withdrawal.recordedAt, recordedBefore),
            ),
          ),
        ),
      ),
    )
    .orderBy(asc(groupCode), asc(indicators.number))

const statements = prepared((db) => ({
  reference: selectIndicators(db).where(isNull(changeId)).orderBy(asc(indicators.number)).prepare(),
  ofUnit: selectIndicatorsOfUnit(db, undefined, given('recordedBefore')).prepare(),
}))

/** The indicators of the reference plan, in its order: those that all units can be compared by. */
export function listIndicators(db: Database): Indicator[] {
  return statements(db).reference.all()
}

/** What a unit is measured by in the quarter, in the order of the plan: the reference list and its own indicators. */
export function listIndicatorsOfUnit(
  db: Database,
  unitCode: string,
  period: Quarter,
  recordedBefore = endOfTime,
): Indicator[] {
  return statements(db).ofUnit.all({ unitCode, period, recordedBefore })
}
