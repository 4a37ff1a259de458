import {
  type Assignment,
  directingLeaderText,
  type IndicatorGroup,
  type MilestoneTarget,
  parseTarget,
  planMilestones,
} from '@moc57/shared'
import type { PlanItem, TargetReading } from '@moc57/shared/api'
import type { PlanDraft } from './draft.ts'
import type { UnitPlan } from './queries.ts'

/** A line of the plan with what is drafted for it. */
export type PlanRow = {
  /** As it would be once the draft is saved. */
  item: PlanItem
  /** As it is saved; `undefined` for an indicator that is to be added. */
  saved: PlanItem | undefined
  /** Milestones whose target is drafted. */
  drafted: readonly number[]
  isReassigned: boolean
  isWithdrawn: boolean
}

type Shown = Pick<UnitPlan, 'items' | 'groups' | 'leaders' | 'leadBodies'>

/** The lines of the plan with the draft in them, new indicators last. */
export function planRows({ items, groups }: Shown, draft: PlanDraft): PlanRow[] {
  const rowOf = (item: PlanItem, saved: PlanItem | undefined): PlanRow => {
    const drafted = draft.targets.filter(({ number }) => number === item.number)
    const assignment = draft.assignments.find(({ numbers }) => numbers.includes(item.number))
    const position = draft.positions.find(({ leader }) => leader === item.assignment?.leader.name)
    return {
      item: {
        ...item,
        targets: [
          ...item.targets.filter(
            ({ milestone }) => !drafted.some((target) => target.milestone === milestone),
          ),
          ...drafted.map(
            ({ milestone, text }): MilestoneTarget => ({
              ...parseTarget(text, item),
              milestone,
              source: 'own',
              wasInForce: true,
            }),
          ),
        ].sort((a, b) => a.milestone - b.milestone),
        assignment: assignment
          ? draftedAssignment(assignment)
          : position && item.assignment
            ? withPosition(item.assignment, position.position)
            : item.assignment,
      },
      saved,
      drafted: drafted.map(({ milestone }) => milestone),
      isReassigned: assignment !== undefined || position !== undefined,
      isWithdrawn: draft.withdrawn.includes(item.number),
    }
  }
  return [
    ...items.map((item) => rowOf(item, item)),
    ...draft.indicators.flatMap(({ groupCode, ...indicator }) => {
      const group = groups.find(({ code }) => code === groupCode)
      const { numerator = null, denominator = null, deliverable = null } = indicator
      const rest = {
        numerator,
        denominator,
        deliverable,
        isOwn: true,
        inForceFrom: null,
        targets: [],
        assignment: null,
      }
      return group ? [rowOf({ ...indicator, ...rest, group }, undefined)] : []
    }),
  ]
}

/** Another position takes the place of the printed words. */
function withPosition(assignment: Assignment, position: string): Assignment {
  const leader = { ...assignment.leader, position }
  return { ...assignment, leader, directingLeader: directingLeaderText(leader) }
}

function draftedAssignment({
  leader,
  responsibleOfficer,
  leadBodies,
  directingLeader,
  leadBody,
}: PlanDraft['assignments'][number]): PlanItem['assignment'] {
  return {
    directingLeader: directingLeader || directingLeaderText(leader),
    responsibleOfficer,
    leadBody: leadBody || leadBodies.join('; '),
    leader: { id: '', ...leader },
    leadBodies: leadBodies.map((name) => ({ id: '', name })),
  }
}

/** The rows in their groups, those without one left out. */
export function groupRows(
  groups: readonly IndicatorGroup[],
  rows: readonly PlanRow[],
): { group: IndicatorGroup; rows: PlanRow[] }[] {
  return groups.flatMap((group) => {
    const ofGroup = rows.filter(({ item }) => item.group.code === group.code)
    return ofGroup.length > 0 ? [{ group, rows: ofGroup }] : []
  })
}

/** The years that have a column: those of Phụ lục 01, those with a target, and those just added. */
export function milestoneYears(rows: readonly PlanRow[], added: readonly number[]): number[] {
  const stated = rows.flatMap(({ item }) => item.targets.map(({ milestone }) => milestone))
  return [...new Set([...planMilestones, ...stated, ...added])].sort((a, b) => a - b)
}

export type UnreadTarget = { item: PlanItem; target: MilestoneTarget }

/** What a person has to read: the program could not. */
export function unreadTargets(items: readonly PlanItem[]): UnreadTarget[] {
  return items.flatMap((item) =>
    item.targets.filter(({ kind }) => kind === 'unread').map((target) => ({ item, target })),
  )
}

/** The target in force that a reading was given to; none where the plan prints another by now. */
export function settledTarget(
  items: readonly PlanItem[],
  { number, milestone, text }: Pick<TargetReading, 'number' | 'milestone' | 'text'>,
): UnreadTarget | undefined {
  const item = items.find((one) => one.number === number)
  const target = item?.targets.find((one) => one.milestone === milestone && one.text === text)
  return item && target && { item, target }
}

/** Whether a person has said what a text means that the program cannot read. */
export function isSettled(target: MilestoneTarget, item: PlanItem): boolean {
  return target.kind !== 'unread' && parseTarget(target.text, item).kind === 'unread'
}

/** Whether a target is the unit's own beside the reference list: it stands for itself, or says something else. */
export function isOwnTarget(
  { text, source }: MilestoneTarget,
  { isOwn }: PlanItem,
  isAdopted: boolean,
  referenceText: string | undefined,
): boolean {
  if (isOwn || source === 'reference') return false
  return !isAdopted || text !== referenceText
}
