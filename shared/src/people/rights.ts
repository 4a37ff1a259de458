import type { Assignment } from '../plans/assignment.ts'
import { type Account, isHeldUp, type Role } from './account.ts'

/**
 * How far a right reaches: `every` unit, the account's own `unit`, in it only what is assigned to the leader
 * (`directed`) or to the body (`led`).
 */
export type Reach = 'every' | 'unit' | 'directed' | 'led'

/** Who may do what; a role that is not named may not. What is not listed here (approved figures, plans) is public. */
export const rights = {
  readDrafts: { administrator: 'every', leader: 'unit', officer: 'unit', bodyOfficer: 'unit' },
  readSubmission: {
    administrator: 'every',
    city: 'every',
    leader: 'unit',
    officer: 'unit',
    bodyOfficer: 'unit',
  },
  enter: { officer: 'unit', bodyOfficer: 'led' },
  /** A file of evidence is shown to nobody any more. */
  withdrawEvidence: { administrator: 'every', officer: 'unit', bodyOfficer: 'led' },
  /** What is in a withdrawn file goes, for good. */
  eraseEvidence: { administrator: 'every' },
  /** One file with the figures of many units. */
  importCity: { city: 'every' },
  submit: { officer: 'unit' },
  decide: { leader: 'directed' },
  reopen: { administrator: 'every', city: 'every' },
  lock: { administrator: 'every', city: 'every' },
  /** Data window and due day of a quarter, for every unit. */
  changePeriods: { administrator: 'every', city: 'every' },
  /** Targets, assignments and own indicators of a unit, from a quarter on. */
  changePlan: { administrator: 'every', officer: 'unit' },
  /** Explanations, assessments, inspections and the budget: the work behind the figures. */
  readWork: { administrator: 'every', city: 'every', leader: 'unit', officer: 'unit', bodyOfficer: 'unit' },
  /** The same of every unit at once. */
  readWorkOfCity: { administrator: 'every', city: 'every' },
  /** Who asked also accepts, sends back or withdraws. */
  askExplanation: { city: 'every', leader: 'directed' },
  answerExplanation: { officer: 'unit', bodyOfficer: 'led' },
  assess: { leader: 'directed', officer: 'unit', bodyOfficer: 'led' },
  inspect: { city: 'every', leader: 'unit', officer: 'unit' },
  followUpInspection: { city: 'every', leader: 'unit', officer: 'unit', bodyOfficer: 'unit' },
  updateTask: { officer: 'unit', bodyOfficer: 'led' },
  keepBudget: { officer: 'unit', bodyOfficer: 'led' },
  /** Reports hold figures that wait for approval, so they are read by those who may make them. */
  makeReports: { administrator: 'every', leader: 'unit', officer: 'unit' },
  /** The sections that people write, and how the reports of the unit look. */
  writeReports: { officer: 'unit' },
  /** Accepts or refuses a target that is proposed at a year's end. */
  decideTarget: { leader: 'directed' },
  /** What waits for oneself, and the letter that tells it. */
  readReminders: {
    administrator: 'every',
    city: 'every',
    leader: 'every',
    officer: 'every',
    bodyOfficer: 'every',
  },
  readAudit: { administrator: 'every', city: 'every' },
  manageBoundaries: { administrator: 'every' },
  manageAccounts: { administrator: 'every' },
  /** How the service is, and its backups. */
  manageSystem: { administrator: 'every' },
} satisfies Record<string, Partial<Record<Role, Reach>>>
export type Right = keyof typeof rights

/** What a right is asked for; a right on a whole unit leaves the indicator out. */
export type Subject = {
  unitCode?: string
  indicator?: { assignment: Pick<Assignment, 'leader' | 'leadBodies'> | null }
}

/**
 * Whether the account has the right there. An indicator that names no leader may be decided by any leader of the
 * unit; one that names no body is entered by the unit's officer alone.
 */
export function may(account: Account | null, right: Right, { unitCode, indicator }: Subject = {}): boolean {
  if (!account || isHeldUp(account)) return false
  const reach: Reach | undefined = (rights[right] as Partial<Record<Role, Reach>>)[account.role]
  if (reach === undefined) return false
  if (reach === 'every') return true
  if (unitCode === undefined || account.unitCode !== unitCode) return false
  if (reach === 'unit' || indicator === undefined) return true
  const { assignment } = indicator
  return reach === 'directed'
    ? assignment === null || assignment.leader.name === account.leader
    : assignment?.leadBodies.some(({ name }) => name === account.leadBody) === true
}
