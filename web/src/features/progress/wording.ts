import {
  flagLabels,
  formatDistance,
  formatValue,
  type ProgressFlag,
  unitTitle,
  verdictLabels,
} from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import { capitalize, uncapitalize, withSign } from '../../lib/text.ts'
import type { UnitProgress } from './queries.ts'

/** "48%", "trên 30%"; undefined without a value. */
export function valueText({ value, comparator, unitOfMeasure, next }: ProgressItem): string | undefined {
  if (value === null) return undefined
  const text = formatValue(value, unitOfMeasure, next?.lower)
  return comparator === 'greaterThan' ? `trên ${text}` : text
}

/** What follows the number of a difference: "điểm", "tổ". */
export function differenceUnit({ unitOfMeasure }: ProgressItem): string {
  return unitOfMeasure === '%' ? 'điểm' : unitOfMeasure
}

/** The distance to the next milestone in words; a value known only as "trên 30%" misses less than it seems. */
export function gapText({ next, comparator }: ProgressItem): GapText | undefined {
  if (next?.gap == null) return undefined
  if (next.gap <= 0) return { missing: false, surplus: next.gap < 0 ? formatDistance(-next.gap) : undefined }
  const atMost = comparator === 'greaterThan' ? 'dưới ' : ''
  return { missing: true, text: `${atMost}${formatDistance(next.gap)}`, surplus: undefined }
}

type GapText =
  | { missing: true; text: string; surplus: undefined }
  | { missing: false; surplus: string | undefined }

/** The change that this quarter's figure brought: "▲ +1,2"; undefined where none was reported for it. */
export function changeText(item: ProgressItem, asOf: string): { down: boolean; text: string } | undefined {
  const { value, period, previous } = item
  if (value === null || period !== asOf || previous?.value == null) return undefined
  const change = value - previous.value
  if (change === 0) return { down: false, text: 'không đổi' }
  return {
    down: change < 0,
    text: `${change > 0 ? '▲' : '▼'} ${withSign(change, formatDistance(change))}`,
  }
}

export type Tag = { text: string; tone: 'alarm' | 'late' | 'plain' }

const lateFlags: readonly ProgressFlag[] = ['overdue', 'stale']

/** The remarks on an indicator: milestones that have passed, flags, targets of its own beside a reference plan. */
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
  const flags = item.flags
    .filter((flag) => !commonFlags.includes(flag))
    .map((flag): Tag => ({ text: flagLabels[flag], tone: lateFlags.includes(flag) ? 'late' : 'plain' }))
  const own = item.targets
    .filter(({ source }) => plan.source === 'reference' && source === 'own')
    .map(({ milestone, text }): Tag => ({ text: `Mục tiêu riêng ${milestone}: ${text}`, tone: 'plain' }))
  return [...flags, ...passed, ...own]
}

/** Flags that every indicator carries are said once above the list and not on each line. */
export function flagsOfAll(items: readonly ProgressItem[]): ProgressFlag[] {
  return (items[0]?.flags ?? []).filter((flag) => items.every((item) => item.flags.includes(flag)))
}

/** "Phường Kiến An", as a title. */
export function unitHeading(unit: UnitProgress['unit']): string {
  return capitalize(unitTitle(unit))
}
