import { z } from 'zod'
import { type Quarter, quarterNumber } from '../quarter.ts'
import { Target } from './target.ts'

/** "Đến hết năm 2025 … 2045": the milestones of Phụ lục 01. A unit may add a year of its own. */
export const planMilestones = [2025, 2030, 2035, 2040, 2045] as const

/** The years at whose end a target may be due. */
export const firstMilestone = 2025
export const lastMilestone = 2050

/** The years of the plan, and those that the unit has added. */
export function milestonesOf(items: readonly { targets: readonly { milestone: number }[] }[]): number[] {
  const years = items.flatMap(({ targets }) => targets.map(({ milestone }) => milestone))
  return [...new Set([...planMilestones, ...years])].sort((a, b) => a - b)
}

/** The quarter a milestone is judged on: the last of its year. */
export function milestoneQuarter(milestone: number): Quarter {
  return `${milestone}-Q4`
}

export function milestoneQuarterNumber(milestone: number): number {
  return quarterNumber(milestoneQuarter(milestone))
}

/** A target at the end of a year, and whether it is the unit's own or the reference plan's. */
export const MilestoneTarget = Target.extend({
  milestone: z.int().meta({ description: 'The year at whose end the target is due' }),
  source: z.enum(['own', 'reference']),
  wasInForce: z.boolean().meta({
    description:
      'Whether the plan set it by the end of that year; a past milestone that it did not set is shown as printed and not judged',
  }),
}).meta({ id: 'MilestoneTarget' })
export type MilestoneTarget = z.infer<typeof MilestoneTarget>

/**
 * The year of the milestone right before another one, where the plan prints "-" there: the stage towards the other
 * begins after it. `null` where that one has a text, or none stands before it.
 */
export function dashBefore(
  targets: readonly Pick<MilestoneTarget, 'milestone' | 'kind'>[],
  milestone: number,
): number | null {
  const earlier = targets.filter((target) => target.milestone < milestone)
  const last = earlier.toSorted((a, b) => a.milestone - b.milestone).at(-1)
  return last?.kind === 'none' ? last.milestone : null
}

/** What is to be reached next at a quarter, as printed; `null` where no milestone from then on has a target. */
export function nextTarget(
  targets: readonly MilestoneTarget[],
  period: Quarter,
): Pick<MilestoneTarget, 'milestone' | 'text'> | null {
  const next = targets.find(({ milestone, kind }) => kind !== 'none' && milestoneQuarter(milestone) >= period)
  return next ? { milestone: next.milestone, text: next.text } : null
}
