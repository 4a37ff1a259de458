import { unitTitle } from '@moc57/shared'
import { capitalize } from '../../lib/text.ts'
import { countMissing, isStale, whyNotRanked } from '../compared-words.ts'
import type { UnitRow } from './unit-rows.ts'

/** How this unit stands among the others, or why nobody is ranked. */
export function rankSentence(rows: readonly UnitRow[]): string {
  const here = rows.find((row) => row.here)
  const measured = rows.filter(({ value }) => value !== null).length
  const missing = countMissing(rows)
  const recent = rows.length - missing
  if (measured === 0) return `Chưa đơn vị nào trong ${rows.length} đơn vị có số liệu về chỉ tiêu này.`
  const ranked = rows.some(({ rank }) => rank !== null)
  if (!ranked) return `${measured} trong ${rows.length} đơn vị có số liệu. ${whyNotRanked(rows)}`
  if (!here) return ''
  const name = capitalize(unitTitle(here.unit))
  if (here.rank === null) {
    const why =
      here.value === null
        ? 'chưa có số liệu'
        : isStale(here)
          ? 'có số liệu cũ hơn 4 quý'
          : 'chưa duyệt số liệu'
    return `${name} ${why} nên không có hạng; ${recent} trong ${rows.length} đơn vị được xét.`
  }
  const sharing = rows.filter(({ rank }) => rank === here.rank).length - 1
  const shared = sharing > 0 ? ` (đồng hạng với ${sharing} đơn vị)` : ''
  const rest = missing > 0 ? `; ${missing} đơn vị chưa có hoặc có số liệu cũ hơn 4 quý` : ''
  return `${name} xếp hạng ${here.rank}${shared} trong ${recent} đơn vị có số liệu${rest}.`
}
