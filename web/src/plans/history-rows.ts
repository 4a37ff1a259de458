import { formatMoment } from '@moc57/shared'
import type { MadePlanChange, PlanItem, TargetReading } from '@moc57/shared/api'
import { metText } from './target-reading.ts'
import { numbersText, positionText, targetChangeText } from './wording.ts'

type MadeTarget = MadePlanChange['targets'][number]

/** What a change of the plan did, a line for each thing; targets that were taken over as they stood are counted. */
export function linesOfChange(change: MadePlanChange): string[] {
  const { adopts, targets, assignments, positions, added, withdrawn } = change
  const isOfNew = ({ number }: MadeTarget) => added.some((indicator) => indicator.number === number)
  const changed = targets.filter((target) => !isOfNew(target) && target.before !== target.text)
  const kept = targets.filter(({ before, text }) => before === text).length
  return [
    ...(adopts ? ['Áp dụng danh mục làm kế hoạch của đơn vị'] : []),
    ...added.map(({ number, name }) => {
      const own = targets.filter((target) => target.number === number)
      const stated = own.map(({ milestone, text }) => `${milestone}: ${text}`).join('; ')
      return `Thêm chỉ tiêu riêng ${number}. ${name}${stated && ` (${stated})`}`
    }),
    ...withdrawn.map((number) => `Bỏ chỉ tiêu riêng ${number}`),
    ...changed.map(targetChangeText),
    ...(kept > 0 ? [`Giữ nguyên ${kept} mục tiêu của danh mục, thành mục tiêu của đơn vị`] : []),
    ...positions.map(positionText),
    ...groupAssignments(assignments),
  ]
}

/** "Chỉ tiêu 3, mốc 2030: “cơ bản” hiểu là đạt từ 80% trở lên, 30/11/2026 09:12, vhxh". */
export function readingLine(reading: TargetReading, items: readonly PlanItem[]): string {
  const { number, milestone, text, kind, recordedBy, recordedAt } = reading
  const item = items.find((one) => one.number === number)
  const strict = kind === 'moreThan' || kind === 'lessThan'
  const meaning = item ? metText({ ...reading, strict, object: null }, item) : ''
  const who = recordedBy ? `, ${recordedBy}` : ''
  return `Chỉ tiêu ${number}, mốc ${milestone}: “${text}” hiểu là ${meaning}, ${formatMoment(recordedAt)}${who}`
}

/** Indicators that were assigned alike are told together. */
function groupAssignments(assignments: MadePlanChange['assignments']): string[] {
  const alike = Map.groupBy(assignments, ({ directingLeader, responsibleOfficer, leadBody }) =>
    [directingLeader, responsibleOfficer, leadBody].join('; '),
  )
  return [...alike].map(
    ([words, ofGroup]) => `Phân công ${numbersText(ofGroup.map(({ number }) => number))}: ${words}`,
  )
}
