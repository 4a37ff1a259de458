import { boundOnly, formatRecorded, type Quarter, quarterLabel, statusLabels } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import { uncapitalize } from '../../lib/text.ts'
import type { UnitProgress } from './queries.ts'

/** What an indicator was known as on the chosen day, and what it is known as today, both in words. */
export type KnownNow = { onDay: string; today: string }

/** The indicators whose value or status is known differently today than on the chosen day, by their numbers. */
export function knownNow(then: UnitProgress, now: UnitProgress): Map<number, KnownNow> {
  const today = new Map(now.items.map((item) => [item.number, item]))
  return new Map(
    then.items.flatMap((item): [number, KnownNow][] => {
      const current = today.get(item.number)
      if (current && isSame(item, current)) return []
      const texts = {
        onDay: standingText(item, then.asOf),
        today: current ? standingText(current, now.asOf) : 'không còn trong kế hoạch',
      }
      return [[item.number, texts]]
    }),
  )
}

/** "Từ ngày đó đến nay, 12 trong 31 chỉ tiêu có kết quả hoặc trạng thái khác", and what the plan has gained since. */
export function knownNowSentence(then: UnitProgress, now: UnitProgress): string {
  const changed = knownNow(then, now).size
  const numbers = new Set(then.items.map(({ number }) => number))
  const added = now.items.filter(({ number }) => !numbers.has(number)).map(({ number }) => number)
  const start =
    changed === 0
      ? `Hiện nay cả ${then.items.length} chỉ tiêu vẫn như ngày đó`
      : `Hiện nay ${changed} trong ${then.items.length} chỉ tiêu có kết quả hoặc trạng thái khác, ghi rõ tại từng dòng`
  return `${start}${added.length > 0 ? `; kế hoạch có thêm chỉ tiêu ${added.join(', ')}` : ''}.`
}

function isSame(one: ProgressItem, other: ProgressItem): boolean {
  return one.value === other.value && one.comparator === other.comparator && one.status === other.status
}

/** "47,5% (Quý II/2026), chậm": closely, as the two are compared; the quarter where it is not the one shown. */
function standingText(item: ProgressItem, asOf: Quarter): string {
  const { value, comparator, period, status, unitOfMeasure } = item
  const told = uncapitalize(statusLabels[status])
  if (value === null) return told
  const quarter = period && period !== asOf ? ` (${quarterLabel(period)})` : ''
  return `${boundOnly(comparator)}${formatRecorded(value, unitOfMeasure)}${quarter}, ${told}`
}
