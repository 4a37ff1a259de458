import type { Indicator } from '@moc57/shared'
import { asc, eq, getTableColumns } from 'drizzle-orm'
import type { Database } from './open.ts'
import { prepared } from './prepared.ts'
import { indicatorGroups, indicators } from './schema.ts'

const { groupCode, ...indicatorColumns } = getTableColumns(indicators)

export const selectIndicators = ({ orm }: Pick<Database, 'orm'>) =>
  orm
    .select({ ...indicatorColumns, group: getTableColumns(indicatorGroups) })
    .from(indicators)
    .innerJoin(indicatorGroups, eq(groupCode, indicatorGroups.code))

const statements = prepared((db) => selectIndicators(db).orderBy(asc(indicators.number)).prepare())

/** The indicators of the reference plan, in its order. */
export function listIndicators(db: Database): Indicator[] {
  return statements(db).all()
}
