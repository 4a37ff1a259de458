import { type Deed, findStoredTarget, listIndicatorsOfUnit, recordTargetReading } from '@moc57/db'
import { problemOfReading, problemText, type SettledKind, settledReading } from '@moc57/shared'
import type { Context } from '../http/context.ts'
import { badField, conflict } from '../http/problem.ts'

type Settled = {
  asOf: string
  number: number
  milestone: number
  text: string
  kind: SettledKind
  bound: number
  to: number | null
}

/**
 * Keeps what a person says that an unread target of the unit's own plan means. Refused where nobody could be judged
 * by it; a target that is another by now, or was read, is a conflict.
 */
export function settleReading(
  { database }: Context,
  unitCode: string,
  { asOf, number, milestone, text, kind, bound, to }: Settled,
  deed: Deed,
): void {
  const indicator = listIndicatorsOfUnit(database, unitCode, asOf).find((one) => one.number === number)
  if (!indicator) throw badField('#/number', `Kế hoạch không có chỉ tiêu số ${number}.`)
  const stored = findStoredTarget(database, { unitCode, number, milestone }, asOf)
  if (!stored) {
    throw badField(
      '#/milestone',
      `Đơn vị không đặt mục tiêu riêng cho chỉ tiêu ${number}, mốc ${milestone}. Mục tiêu tham chiếu do đơn vị ban hành kế hoạch đó xác định.`,
    )
  }
  if (stored.text !== text || stored.kind !== 'unread') {
    throw conflict('Mục tiêu này vừa được sửa. Hãy tải lại kế hoạch.')
  }
  if (kind === 'range' && to === null) throw badField('#/to', 'Khoảng cần đủ hai số.')
  const reading = { ...settledReading({ kind, bound, to }, indicator.direction), kind }
  const problem = problemOfReading(reading, indicator)
  if (problem) throw badField(kind === 'range' ? '#/to' : '#/bound', problemText(problem, indicator))
  recordTargetReading(database, stored.id, reading, deed)
}
