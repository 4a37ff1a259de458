import { unitTitle } from '@moc57/shared'
import { capitalize } from '../../lib/text.ts'
import type { UnitRow } from './unit-rows.ts'

/** How this unit stands among the others, or why nobody is ranked. */
export function rankSentence(rows: readonly UnitRow[]): string {
  const here = rows.find((row) => row.here)
  const measured = rows.filter(({ value }) => value !== null).length
  const missing = rows.length - measured
  if (measured === 0) return `Chưa đơn vị nào trong ${rows.length} đơn vị có số liệu về chỉ tiêu này.`
  const ranked = rows.some(({ rank }) => rank !== null)
  if (!ranked)
    return `${measured} trong ${rows.length} đơn vị có số liệu. Không xếp hạng, vì hơn 20% số đơn vị (${missing}) chưa có số liệu.`
  if (!here) return ''
  const name = capitalize(unitTitle(here.unit))
  if (here.rank === null)
    return `${name} chưa có số liệu nên không có hạng; ${measured} trong ${rows.length} đơn vị có số liệu.`
  const sharing = rows.filter(({ rank }) => rank === here.rank).length - 1
  const shared = sharing > 0 ? ` (đồng hạng với ${sharing} đơn vị)` : ''
  return `${name} xếp hạng ${here.rank}${shared} trong ${measured} đơn vị có số liệu; ${missing} đơn vị chưa có.`
}
