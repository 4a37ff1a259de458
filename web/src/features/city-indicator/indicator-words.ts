import {
  type AdministrativeUnit,
  formatDistance,
  MovementKind,
  milestonePeriod,
  movementLabels,
  periodLabel,
  type ReportingPeriod,
  unitTitle,
} from '@moc57/shared'
import type { PlannedIndicator } from '../../lib/city-queries.ts'
import { quarterText } from '../../lib/figures.ts'
import { uncapitalize, withSign } from '../../lib/text.ts'
import { countMovements, type RankedRow } from './ranked-rows.ts'

/** "Quý III/2026: 99 trong 114 đơn vị có số liệu, 12 đã đạt mốc kế tiếp." */
export function stateSentence(rows: readonly RankedRow[], asOf: ReportingPeriod): string {
  const measured = rows.filter(({ value }) => value !== null).length
  const quarter = periodLabel(asOf)
  if (measured === 0)
    return `${quarter}: chưa đơn vị nào trong ${rows.length} đơn vị có số liệu về chỉ tiêu này.`
  const met = rows.filter(({ status }) => status === 'achieved').length
  return `${quarter}: ${measured} trong ${rows.length} đơn vị có số liệu, ${met} đã đạt mốc kế tiếp.`
}

/** Why nobody is ranked; nothing where they are, or nobody has a value. */
export function noRankSentence(rows: readonly RankedRow[]): string | null {
  const missing = rows.filter(({ value }) => value === null).length
  if (missing === rows.length || rows.some(({ rank }) => rank !== null)) return null
  return missing * 5 > rows.length
    ? `Không xếp hạng, vì hơn 20% số đơn vị (${missing} trong ${rows.length}) chưa có số liệu. Các đơn vị đứng theo tên.`
    : 'Không xếp hạng, vì quá nhiều số liệu chưa được duyệt. Các đơn vị đứng theo tên.'
}

/** "So với quý II/2026: 60 tăng, 20 giảm, 3 mới đạt mốc." */
export function movementSentence(rows: readonly RankedRow[], before: ReportingPeriod): string | null {
  const counts = countMovements(rows)
  const told = [...MovementKind.options]
    .reverse()
    .filter((kind) => kind !== 'noData' && counts.has(kind))
    .map((kind) => `${counts.get(kind)} ${uncapitalize(movementLabels[kind])}`)
  return told.length > 0 ? `So với ${quarterText(before)}: ${told.join(', ')}.` : null
}

/** The units that rose and fell most, a few of each. */
export function extremes(rows: readonly RankedRow[], most = 3): { up: string[]; down: string[] } {
  const moved = rows.filter((row) => row.change !== null && row.change !== 0)
  const named = (sign: 1 | -1) =>
    moved
      .filter(({ change }) => Math.sign(change ?? 0) === sign)
      .sort((a, b) => sign * ((b.change ?? 0) - (a.change ?? 0)))
      .slice(0, most)
      .map(({ unit, change }) => `${unitTitle(unit)} ${changeText(change ?? 0)}`)
  return { up: named(1), down: named(-1) }
}

/** "+1,2", "−0,5" */
export function changeText(change: number): string {
  return withSign(change, formatDistance(change))
}

/** The milestone of the reference plan that is worked towards: "Mốc 2030: 100%"; nothing where none is left. */
export function milestoneText(indicator: PlannedIndicator, asOf: ReportingPeriod): string | null {
  const stated = indicator.targets.filter(({ lower }) => lower !== null)
  const next = stated.find(({ milestone }) => milestonePeriod(milestone) >= asOf) ?? stated.at(-1)
  return next ? `Mốc ${next.milestone}: ${next.text}` : null
}

/** "Các phường", "Toàn thành phố": whose figure it is. */
export function scopeText(type: AdministrativeUnit['type'] | undefined): string {
  return type ? `Các ${type}` : 'Toàn thành phố'
}
