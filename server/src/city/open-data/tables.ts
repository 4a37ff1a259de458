import { approvedFigures, type Database, listIndicators, listUnits, publishedTargets } from '@moc57/db'
import type { Quarter } from '@moc57/shared'
import type { OpenDataTable, openDataRows } from '@moc57/shared/api'
import type { z } from 'zod'
import type { Calendar } from '../../http/clock.ts'
import type { Context } from '../../http/context.ts'

/** A row of a published table. */
export type OpenDataRow<Table extends OpenDataTable> = z.infer<(typeof openDataRows)[Table]>

type Given = Pick<Context, 'database' | 'notice'> & { calendar: Calendar }

/** The tables that stand by themselves; the figures come a quarter at a time. */
export const tables = {
  units: ({ database, notice }: Given): OpenDataRow<'units'>[] =>
    listUnits(database).map(({ formerNames: _, ...unit }) => ({ ...unit, notice })),

  indicators: ({ database, notice }: Given): OpenDataRow<'indicators'>[] =>
    listIndicators(database).map(({ group, ...indicator }) => ({
      ...indicator,
      groupCode: group.code,
      groupName: group.name,
      notice,
    })),

  targets: ({ database, notice, calendar }: Given): OpenDataRow<'targets'>[] => {
    const isCommon = commonIndicators(database)
    return publishedTargets(database, calendar.currentQuarter)
      .filter(({ number }) => isCommon(number))
      .map(({ number: indicatorNumber, ...target }) => ({ ...target, indicatorNumber, notice }))
  },
}

/** The approved figures of a quarter. */
export function measurementRows(
  { database, notice }: Pick<Context, 'database' | 'notice'>,
  period: Quarter,
): OpenDataRow<'measurements'>[] {
  return approvedFigures(database, period).map(({ number: indicatorNumber, approvedAt, ...figure }) => ({
    ...figure,
    indicatorNumber,
    approvedAt: approvedAt.replace(/\.\d+Z$/, 'Z'),
    notice,
  }))
}

/** What a unit follows on its own belongs to no table of indicators that all share. */
function commonIndicators(database: Database): (number: number) => boolean {
  const numbers = new Set(listIndicators(database).map(({ number }) => number))
  return (number) => numbers.has(number)
}
