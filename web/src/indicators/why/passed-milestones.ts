import { milestoneQuarter, type Output, type Verdict, verdictLabels } from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { judgedText, quarterText } from '../../lib/figures.ts'
import { uncapitalize } from '../../lib/text.ts'

type Indicator = Pick<Output<typeof readIndicator>, 'targets' | 'series' | 'unitOfMeasure' | 'direction'>

/** Why the first measurement has to serve as the anchor. */
export function noAnchorReason(passed: number | undefined): string {
  return passed === undefined ? 'chưa qua mốc nào' : `không có số liệu tại mốc ${passed} hoặc trước đó`
}

export type PassedMilestone = { milestone: number; verdict: Verdict; text: string }

/** "2025 (≥60%): không đạt, 40% tại quý IV/2025, thiếu 20 điểm phần trăm", for each milestone that has come. */
export function passedMilestones({
  targets,
  series,
  unitOfMeasure,
  direction,
}: Indicator): PassedMilestone[] {
  return targets.flatMap((target) => {
    const { milestone, text, verdict, judged } = target
    if (!verdict) return []
    const measured = series.findLast(({ period, value }) => period === judged?.period && value !== null)
    const comparator = measured?.comparator ?? null
    const basis = judged
      ? `, ${judgedText(judged, target, { comparator, direction, unitOfMeasure })}`
      : ` tại ${quarterText(milestoneQuarter(milestone))} và 4 quý trước đó`
    return [
      { milestone, verdict, text: `${milestone} (${text}): ${uncapitalize(verdictLabels[verdict])}${basis}` },
    ]
  })
}
