import { milestoneQuarter } from '../indicators/milestone.ts'
import { quarterInText } from '../quarter.ts'
import type { PlanChangeInput } from './plan-change.ts'

type Problem = { pointer: string; detail: string }

/**
 * A change of plan cannot reach back behind the quarter it takes effect in, so that no verdict is rewritten: what it
 * would change of a milestone before that quarter, with what to do instead. `textOf`: the target in force in that
 * quarter, `undefined` where there is none. A new indicator may print its past milestones, but needs one ahead.
 */
export function problemsWithPastTargets(
  {
    effectiveFrom,
    targets = [],
    indicators = [],
  }: Pick<PlanChangeInput, 'effectiveFrom' | 'targets' | 'indicators'>,
  textOf: (number: number, milestone: number) => string | undefined,
): Problem[] {
  const isPast = (milestone: number) => milestoneQuarter(milestone) < effectiveFrom
  return [
    ...targets.flatMap(({ number, milestone, text }, index) => {
      const before = textOf(number, milestone) ?? '-'
      if (!isPast(milestone) || text === before) return []
      const detail = `Mốc ${milestone} của chỉ tiêu ${number} đã qua trước ${quarterInText(effectiveFrom)}, nên không đổi “${before}” được nữa. Hãy bỏ thay đổi này; nếu kế hoạch ghi sai, hãy ghi riêng một thay đổi có hiệu lực từ ${quarterInText(milestoneQuarter(milestone))} trở về trước.`
      return [{ pointer: `#/targets/${index}`, detail }]
    }),
    ...indicators.flatMap(({ targets: ofNew }, index) => {
      const past = ofNew.filter(({ milestone }) => isPast(milestone))
      const hasAhead = ofNew.some(({ milestone, text }) => !isPast(milestone) && text !== '-')
      const [first] = past
      if (!first || hasAhead) return []
      const detail = `Chỉ tiêu mới chỉ có mốc đã qua (${past.map(({ milestone }) => milestone).join(', ')}). Hãy đặt thêm mục tiêu cho một mốc từ ${quarterInText(effectiveFrom)} trở đi.`
      return [{ pointer: `#/indicators/${index}`, detail }]
    }),
  ]
}
