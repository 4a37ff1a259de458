import {
  type AdministrativeUnit,
  boundOf,
  changeBetween,
  codesOf,
  type Direction,
  formatChange,
  milestoneQuarter,
  movementLabels,
  type Quarter,
  quarterLabel,
  unitTitle,
} from '@moc57/shared'
import { quarterText } from '../../lib/figures.ts'
import { uncapitalize } from '../../lib/text.ts'
import type { PlannedIndicator } from '../city-queries.ts'
import { whyNotRanked } from '../compared-words.ts'
import { countMovements, type RankedRow } from './ranked-rows.ts'

/** "Quý III/2026: 99 trong 114 đơn vị có số liệu, 12 đã đạt mốc kế tiếp." */
export function stateSentence(rows: readonly RankedRow[], asOf: Quarter): string {
  const measured = rows.filter(({ value }) => value !== null).length
  const quarter = quarterLabel(asOf)
  if (measured === 0)
    return `${quarter}: chưa đơn vị nào trong ${rows.length} đơn vị có số liệu về chỉ tiêu này.`
  const met = rows.filter(({ status }) => status === 'achieved').length
  return `${quarter}: ${measured} trong ${rows.length} đơn vị có số liệu, ${met} đã đạt mốc kế tiếp.`
}

/** Why nobody is ranked; nothing where they are, or nobody has a value. */
export function noRankSentence(rows: readonly RankedRow[]): string | null {
  if (rows.every(({ value }) => value === null) || rows.some(({ rank }) => rank !== null)) return null
  return `${whyNotRanked(rows)} Các đơn vị đứng theo tên.`
}

/** "So với quý II/2026: 60 tăng, 20 giảm, 3 mới đạt mốc." */
export function movementSentence(rows: readonly RankedRow[], before: Quarter): string | null {
  const counts = countMovements(rows)
  const told = codesOf(movementLabels)
    .reverse()
    .filter((kind) => kind !== 'noData' && counts.has(kind))
    .map((kind) => `${counts.get(kind)} ${uncapitalize(movementLabels[kind])}`)
  return told.length > 0 ? `So với ${quarterText(before)}: ${told.join(', ')}.` : null
}

/** What moved most, a few units of each: "Tăng nhiều nhất: …", "Giảm nhiều nhất (tốt lên): …". */
export function extremes(rows: readonly RankedRow[], direction: Direction, most = 3): string[] {
  const moved = rows.flatMap(({ unit, before, value }) =>
    before === null || value === null || before === value
      ? []
      : [{ unit, change: changeBetween(before, value), text: formatChange(before, value) }],
  )
  return ([1, -1] as const).flatMap((sign) => {
    const named = moved
      .filter(({ change }) => Math.sign(change) === sign)
      .sort((a, b) => sign * (b.change - a.change))
      .slice(0, most)
      .map(({ unit, text }) => `${unitTitle(unit)} ${text}`)
    const judged = direction === 'increase' ? '' : sign > 0 ? ' (kém đi)' : ' (tốt lên)'
    const words = `${sign > 0 ? 'Tăng' : 'Giảm'} nhiều nhất${judged}`
    return named.length > 0 ? [`${words}: ${named.join('; ')}.`] : []
  })
}

/** The milestone of the reference plan that is worked towards: "Mốc 2030: 100%"; nothing where none is left. */
export function milestoneText(indicator: PlannedIndicator, asOf: Quarter): string | null {
  const stated = indicator.targets.filter((target) => boundOf(target, indicator.direction) !== null)
  const next = stated.find(({ milestone }) => milestoneQuarter(milestone) >= asOf) ?? stated.at(-1)
  return next ? `Mốc ${next.milestone}: ${next.text}` : null
}

/** "Các phường", "Toàn thành phố": whose figure it is. */
export function scopeText(type: AdministrativeUnit['type'] | undefined): string {
  return type ? `Các ${type}` : 'Toàn thành phố'
}
