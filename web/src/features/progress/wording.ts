import {
  boundOnly,
  changeBetween,
  flagLabels,
  formatDistance,
  formatGap,
  isOwnIndicator,
  missingBound,
  type ProgressFlag,
  unitTitle,
  verdictLabels,
} from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import { boundBeside, valueText } from '../../lib/figures.ts'
import { remarkableFlags } from '../../lib/flags.ts'
import { capitalize, uncapitalize, withSign } from '../../lib/text.ts'
import type { UnitProgress } from './queries.ts'

/** "48%", "trên 30%"; undefined without a value. */
export function itemValueText(item: ProgressItem): string | undefined {
  const { value, comparator, unitOfMeasure } = item
  return value === null ? undefined : valueText({ value, comparator }, unitOfMeasure, boundBeside(item))
}

/** What a number in a column of differences needs beside it: nothing for shares, as the column says so. */
export function unitBeside({ unitOfMeasure }: ProgressItem): string {
  return unitOfMeasure === '%' ? '' : ` ${unitOfMeasure}`
}

/** The distance to the next milestone as a column shows it; undefined without a value or a milestone. */
export function gapCell(item: ProgressItem): { missing: string } | { surplus: string | null } | undefined {
  const { next, comparator } = item
  if (next?.gap == null) return undefined
  if (next.gap > 0) {
    return { missing: missingBound(comparator, item.direction) + formatGap(next.gap) + unitBeside(item) }
  }
  return {
    surplus: next.gap < 0 ? boundOnly(comparator) + formatGap(next.gap) + unitBeside(item) : null,
  }
}

/** The change that this quarter's figure brought: "▲ +1,2"; undefined where none was reported for it. */
export function changeText(item: ProgressItem, asOf: string): { down: boolean; text: string } | undefined {
  const { value, period, previous } = item
  if (value === null || period !== asOf || previous?.value == null) return undefined
  const change = changeBetween(previous.value, value)
  if (change === 0) return { down: false, text: 'không đổi' }
  return {
    down: change < 0,
    text: `${change > 0 ? '▲' : '▼'} ${withSign(change, formatDistance(change))}`,
  }
}

export type Tag = { text: string; tone: 'alarm' | 'late' | 'plain' }

const lateFlags: readonly ProgressFlag[] = ['overdue', 'stale']

/** The remarks on an indicator: that it is the unit's alone, milestones passed, flags, own targets beside a reference plan. */
export function tagsOf(
  item: ProgressItem,
  plan: UnitProgress['plan'],
  commonFlags: readonly ProgressFlag[],
): Tag[] {
  const passed = item.targets.flatMap(({ milestone, verdict }): Tag[] =>
    verdict === null || (verdict === 'notReported' && item.value === null)
      ? []
      : [
          {
            text: `${milestone}: ${uncapitalize(verdictLabels[verdict])}`,
            tone: verdict === 'missed' ? 'alarm' : 'plain',
          },
        ],
  )
  const flags = remarkableFlags(item)
    .filter((flag) => !commonFlags.includes(flag))
    .map((flag): Tag => ({ text: flagLabels[flag], tone: lateFlags.includes(flag) ? 'late' : 'plain' }))
  const isOwn = isOwnIndicator(item.number)
  const own = item.targets.filter(({ source }) => !isOwn && plan.source === 'reference' && source === 'own')
  const set = own
    .filter(({ kind }) => kind !== 'none')
    .map(({ milestone, text }): Tag => ({ text: `Mục tiêu riêng ${milestone}: ${text}`, tone: 'plain' }))
  const unset = own.filter(({ kind }) => kind === 'none').map(({ milestone }) => milestone)
  return [
    ...(isOwn ? [{ text: 'Chỉ tiêu riêng', tone: 'plain' } as const] : []),
    ...flags,
    ...passed,
    ...set,
    ...(unset.length > 0 ? [{ text: `Không đặt chỉ tiêu ${unset.join(', ')}`, tone: 'plain' } as const] : []),
  ]
}

/** Flags that every indicator carries are said once above the list and not on each line. */
export function flagsOfAll(items: readonly ProgressItem[]): ProgressFlag[] {
  return (items[0]?.flags ?? []).filter((flag) => items.every((item) => item.flags.includes(flag)))
}

/** "Phường Kiến An", as a title. */
export function unitHeading(unit: UnitProgress['unit']): string {
  return capitalize(unitTitle(unit))
}
