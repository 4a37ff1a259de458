import { type Database, findUnit } from '@moc57/db'
import type { AdministrativeUnit } from '@moc57/shared'
import type { sampleNotice } from '@moc57/shared/api'
import type { Calendar } from './clock.ts'
import { notFound } from './problem.ts'

/** What every route works with. */
export type Context = {
  database: Database
  /** Read anew in every request, so that a quarter turns while the service runs. */
  calendar: () => Calendar
  now: () => Date
  /** The words that mark sample data, `null` on real data. */
  notice: typeof sampleNotice | null
}

/** The unit of a path, or 404. */
export function unitOf({ database }: Context, code: string): AdministrativeUnit {
  const unit = findUnit(database, code)
  if (!unit) {
    throw notFound(`Không có đơn vị mang mã “${code}”. Hãy tìm đơn vị theo tên; mã gồm 5 chữ số.`)
  }
  return unit
}
