import {
  boundOf,
  decimal,
  exactBound,
  isMetAt,
  missingShare,
  type Output,
  quarterLabel,
  toNumber,
} from '@moc57/shared'
import type { ProgressItem, readProgress } from '@moc57/shared/api'
import { uncapitalize } from '../../lib/text.ts'
import { barText } from '../gaps/gap-rows.ts'

type Target = Output<typeof readProgress>['items'][number]['targets'][number]

/**
 * How a milestone stands for an indicator. Due: `met`, `missed`, `notReported`. Not due: `reached` already, `left` to do,
 * `notBegun` where the plan's stage towards it has not. `noData`, `unread`, `none` (no target set) say why nothing is known.
 */
export type MilestoneState =
  | 'met'
  | 'missed'
  | 'notReported'
  | 'reached'
  | 'left'
  | 'notBegun'
  | 'noData'
  | 'unread'
  | 'none'

export type MilestoneCell = {
  state: MilestoneState
  /** What is missing of the target, from 0 to 1: the length of the cell's bar. */
  share: number
  /** "thiếu 14,2", "vượt 3"; `null` where the state says all. */
  gap: string | null
  /** What it was reckoned from: "Mục tiêu ≥60%; tính theo số liệu quý IV/2025". */
  detail: string
}

/** How the indicator stands to the milestone of the year; a due one by the value that it was judged on. */
export function milestoneCell(item: ProgressItem, year: number): MilestoneCell {
  const target = item.targets.find(({ milestone }) => milestone === year)
  if (!target || target.kind === 'none') return nothing('none', 'Không đặt mục tiêu cho năm này')
  if (target.kind === 'unread') return nothing('unread', `Chưa đọc được: ${target.text}`)
  const { isDue, verdict, judged, text } = target
  if (isDue && verdict === 'notReported') return nothing('notReported', `Mục tiêu ${text}`)
  const figure =
    judged ??
    (item.value === null || target.gap === null ? null : { ...item, value: item.value, gap: target.gap })
  if (!figure) return nothing(stageOf(item) ?? 'noData', `Mục tiêu ${text}`)
  const comparator = figure.period === item.period ? item.comparator : null
  return {
    state: stateOf(item, target, figure.gap),
    share: shareOf(item, target, { value: figure.value, comparator }),
    gap: gapText(item, target, { gap: figure.gap, comparator }),
    detail: `Mục tiêu ${text}; tính theo số liệu ${figure.period ? uncapitalize(quarterLabel(figure.period)) : ''}`,
  }
}

function nothing(state: MilestoneState, detail: string): MilestoneCell {
  return { state, share: 0, gap: null, detail }
}

const stageOf = ({ status }: ProgressItem): MilestoneState | undefined =>
  status === 'notYetDue' ? 'notBegun' : undefined

type Comparator = ProgressItem['comparator']

function stateOf(item: ProgressItem, target: Target, gap: number): MilestoneState {
  if (target.isDue && target.verdict) return target.verdict
  const bound = boundOf(target, item.direction)
  if (bound && isMetAt(gap, item, bound, item.direction)) return 'reached'
  return stageOf(item) ?? 'left'
}

function shareOf(
  item: ProgressItem,
  target: Target,
  figure: { value: number; comparator: Comparator },
): number {
  const bound = exactBound(target, item.direction)
  if (!bound) return 0
  return toNumber(missingShare({ ...figure, value: decimal(figure.value) }, bound, item.direction))
}

function gapText(
  item: ProgressItem,
  target: Target,
  { gap, comparator }: { gap: number; comparator: Comparator },
) {
  const { direction, unitOfMeasure } = item
  const bound = boundOf(target, direction)
  if (!bound || (gap === 0 && isMetAt(gap, { comparator }, bound, direction))) return null
  return barText(gap, { comparator, direction, unitOfMeasure }, bound)
}

/** The words of each state, where one stands alone. */
export const stateWords: Record<MilestoneState, string> = {
  met: 'đạt',
  missed: 'không đạt',
  notReported: 'chưa báo cáo',
  reached: 'đã đủ mức',
  left: 'còn thiếu',
  notBegun: 'chưa đến giai đoạn',
  noData: 'chưa có số liệu',
  unread: 'chưa đọc được mục tiêu',
  none: 'không đặt',
}

/** "2030: đã đủ mức 5, còn thiếu 24, chưa đến giai đoạn 2": how many of the indicators stand how to a milestone. */
export function milestoneSum(items: readonly ProgressItem[], year: number): string {
  const counts = Map.groupBy(items, (item) => milestoneCell(item, year).state)
  const told = (Object.keys(stateWords) as MilestoneState[]).flatMap((state) => {
    const count = counts.get(state)?.length
    return count ? [`${stateWords[state]} ${count}`] : []
  })
  return told.join(', ')
}
