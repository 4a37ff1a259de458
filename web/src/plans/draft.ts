import {
  type AssignmentChange,
  type Leader,
  normalizeText,
  type OwnIndicator,
  type PlanChange,
  type PlanChangeInput,
  type PositionChange,
  type TargetChange,
} from '@moc57/shared'
import type { PlanItem } from '@moc57/shared/api'

/** An indicator that is not saved yet has a number below zero, by which its targets and assignment are told. */
export type DraftIndicator = Omit<OwnIndicator, 'targets' | 'assignment'> & { number: number }
type DraftPosition = PositionChange & { before: string }
type DraftTarget = TargetChange & { before: string | null }

/** What somebody has changed of a plan and not saved yet. */
export type PlanDraft = {
  /** The last change of the plan that was seen when the first of these was made. */
  basedOn: number
  adopts: boolean
  targets: readonly DraftTarget[]
  assignments: readonly AssignmentChange[]
  positions: readonly DraftPosition[]
  indicators: readonly DraftIndicator[]
  withdrawn: readonly number[]
  saving: SaveFields
}

/** What is said of the changes as they are saved; kept with them, so that a refusal costs no words. */
export type SaveFields = {
  /** Empty for the quarter of today. */
  effectiveFrom: string
  reason: string
  /** A document that is known, `newDocument`, or empty for the one of the plan. */
  documentId: string
  number: string
  issuedOn: string
  title: string
}

export const newDocument = 'new'

export const emptyDraft: PlanDraft = {
  basedOn: 0,
  adopts: false,
  targets: [],
  assignments: [],
  positions: [],
  indicators: [],
  withdrawn: [],
  saving: { effectiveFrom: '', reason: '', documentId: '', number: '', issuedOn: '', title: '' },
}

const isOf = (number: number, milestone: number) => (target: TargetChange) =>
  target.number === number && target.milestone === milestone

const isSaved = ({ number }: { number: number }) => number > 0

/** The draft with the text of one target; a text that the plan has already is no change. */
export function withTarget(
  draft: PlanDraft,
  { number, targets }: Pick<PlanItem, 'number' | 'targets'>,
  milestone: number,
  typed: string,
): PlanDraft {
  const text = normalizeText(typed) || '-'
  const before = targets.find((target) => target.milestone === milestone)?.text ?? null
  const others = draft.targets.filter((target) => !isOf(number, milestone)(target))
  const isChange = text !== (before ?? '-')
  return { ...draft, targets: isChange ? [...others, { number, milestone, text, before }] : others }
}

/** The draft in which the indicators are assigned so; what was drafted for them before gives way. */
export function withAssignment(draft: PlanDraft, assignment: AssignmentChange): PlanDraft {
  return { ...draft, assignments: [...unassigned(draft, assignment.numbers), assignment] }
}

/** The draft in which the leader has the position; the one that they have already is no change. */
export function withPosition(
  draft: PlanDraft,
  { name, position: before }: Pick<Leader, 'name' | 'position'>,
  typed: string,
): PlanDraft {
  const position = normalizeText(typed)
  const others = draft.positions.filter(({ leader }) => leader !== name)
  return {
    ...draft,
    positions: position === before ? others : [...others, { leader: name, before, position }],
  }
}

function unassigned({ assignments }: PlanDraft, numbers: readonly number[]): AssignmentChange[] {
  return assignments
    .map((drafted) => ({
      ...drafted,
      numbers: drafted.numbers.filter((number) => !numbers.includes(number)),
    }))
    .filter((drafted) => drafted.numbers.length > 0)
}

export function withIndicator(
  draft: PlanDraft,
  { targets, assignment, ...indicator }: OwnIndicator,
): PlanDraft {
  const number = Math.min(0, ...draft.indicators.map((drafted) => drafted.number)) - 1
  const added = {
    ...draft,
    indicators: [...draft.indicators, { ...indicator, number }],
    targets: [...draft.targets, ...targets.map((target) => ({ ...target, number, before: null }))],
  }
  return assignment ? withAssignment(added, { ...assignment, numbers: [number] }) : added
}

export function withWithdrawn(draft: PlanDraft, number: number): PlanDraft {
  const { withdrawn } = forgetting(draft, number)
  return { ...forgetting(draft, number), withdrawn: [...withdrawn, number] }
}

/** Without anything that is drafted for the indicator. */
function forgetting(draft: PlanDraft, number: number): PlanDraft {
  const isOther = (drafted: { number: number }) => drafted.number !== number
  return {
    ...draft,
    targets: draft.targets.filter(isOther),
    assignments: unassigned(draft, [number]),
    indicators: draft.indicators.filter(isOther),
    withdrawn: draft.withdrawn.filter((other) => other !== number),
  }
}

/** What a file would change, put into the draft; the file wins over what was typed before. */
export function withFile(
  draft: PlanDraft,
  items: readonly PlanItem[],
  { targets, assignments, indicators }: Pick<PlanChange, 'targets' | 'assignments' | 'indicators'>,
): PlanDraft {
  const byNumber = new Map(items.map((item) => [item.number, item]))
  const withTargets = targets.reduce((made, { number, milestone, text }) => {
    const item = byNumber.get(number)
    return item ? withTarget(made, item, milestone, text) : made
  }, draft)
  return indicators.reduce(withIndicator, assignments.reduce(withAssignment, withTargets))
}

/** One thing that was changed and can be undone alone. */
export type PendingChange =
  | { kind: 'adopts'; key: string }
  | { kind: 'target'; key: string; target: DraftTarget }
  | { kind: 'assignment'; key: string; assignment: AssignmentChange }
  | { kind: 'position'; key: string; position: DraftPosition }
  | { kind: 'indicator'; key: string; indicator: DraftIndicator }
  | { kind: 'withdrawn'; key: string; number: number }

/** What is to be saved, in the order of the plan: what belongs to a new indicator counts with it. */
export function pendingChanges({
  adopts,
  targets,
  assignments,
  positions,
  indicators,
  withdrawn,
}: PlanDraft): PendingChange[] {
  return [
    ...(adopts ? [{ kind: 'adopts', key: 'adopts' } as const] : []),
    ...indicators.map((indicator) => ({
      kind: 'indicator' as const,
      key: `indicator ${indicator.number}`,
      indicator,
    })),
    ...targets
      .filter(isSaved)
      .sort((a, b) => a.number - b.number || a.milestone - b.milestone)
      .map((target) => ({
        kind: 'target' as const,
        key: `target ${target.number} ${target.milestone}`,
        target,
      })),
    ...assignments
      .filter(({ numbers }) => numbers.some((number) => number > 0))
      .map((assignment) => ({
        kind: 'assignment' as const,
        key: `assignment ${assignment.numbers.join(' ')}`,
        assignment,
      })),
    ...positions.map((position) => ({
      kind: 'position' as const,
      key: `position ${position.leader}`,
      position,
    })),
    ...withdrawn.map((number) => ({ kind: 'withdrawn' as const, key: `withdrawn ${number}`, number })),
  ]
}

/** The draft without one change. */
export function undone(draft: PlanDraft, change: PendingChange): PlanDraft {
  switch (change.kind) {
    case 'adopts':
      return { ...draft, adopts: false }
    case 'target': {
      const isUndone = isOf(change.target.number, change.target.milestone)
      return { ...draft, targets: draft.targets.filter((target) => !isUndone(target)) }
    }
    case 'assignment':
      return { ...draft, assignments: draft.assignments.filter((drafted) => drafted !== change.assignment) }
    case 'position':
      return { ...draft, positions: draft.positions.filter((drafted) => drafted !== change.position) }
    case 'indicator':
      return forgetting(draft, change.indicator.number)
    case 'withdrawn':
      return { ...draft, withdrawn: draft.withdrawn.filter((number) => number !== change.number) }
  }
}

/** The parts of the call that saves the draft, and for each of its entries the change that it is of. */
export function partsToSave(draft: PlanDraft): {
  parts: Omit<PlanChangeInput, 'basedOn' | 'effectiveFrom' | 'reason'>
  keyAt: (pointer: string) => string | undefined
} {
  const pending = pendingChanges(draft)
  const ofKind = <K extends PendingChange['kind']>(kind: K) =>
    pending.filter((change): change is Extract<PendingChange, { kind: K }> => change.kind === kind)
  const targets = ofKind('target')
  const assignments = ofKind('assignment')
  const positions = ofKind('position')
  const indicators = ofKind('indicator')
  const withdrawn = ofKind('withdrawn')
  const keys: Record<string, readonly PendingChange[]> = {
    targets,
    assignments,
    positions,
    indicators,
    withdrawn,
  }
  return {
    parts: {
      adopts: draft.adopts,
      targets: targets.map(({ target: { number, milestone, text } }) => ({ number, milestone, text })),
      assignments: assignments.map(({ assignment }) => ({
        ...assignment,
        numbers: assignment.numbers.filter((number) => number > 0),
      })),
      positions: positions.map(({ position: { leader, position } }) => ({ leader, position })),
      indicators: indicators.map(({ indicator: { number, ...indicator } }) => ({
        ...indicator,
        targets: draft.targets
          .filter((target) => target.number === number)
          .map(({ milestone, text }) => ({ milestone, text })),
        assignment: assignmentOf(draft, number),
      })),
      withdrawn: withdrawn.map(({ number }) => number),
    },
    keyAt: (pointer) => {
      const [, part = '', index] = pointer.split('/')
      return keys[part]?.[Number(index)]?.key
    },
  }
}

function assignmentOf({ assignments }: PlanDraft, number: number): OwnIndicator['assignment'] {
  const drafted = assignments.find(({ numbers }) => numbers.includes(number))
  if (!drafted) return null
  const { numbers: _, ...assignment } = drafted
  return assignment
}
