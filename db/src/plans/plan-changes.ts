import {
  type AssignmentChange,
  directingLeaderText,
  firstOwnNumber,
  foldName,
  type Indicator,
  type Leader,
  namesBody,
  namesLeader,
  type PlanChange,
  parseTarget,
  SettledKind,
  type SourceDocument,
  type TargetChange,
  type TargetKind,
} from '@moc57/shared'
import { asc, eq, getTableColumns, isNotNull, max } from 'drizzle-orm'
import { listIndicatorsOfUnit } from '../indicators/indicators.ts'
import type { Database } from '../open/open.ts'
import { documents } from '../schema/ground.ts'
import {
  assignmentLeadBodies,
  assignments,
  indicatorGroups,
  indicators,
  leadBodies,
  leaderPositions,
  leaders,
  planChanges,
  targets,
  withdrawnIndicators,
} from '../schema/plans.ts'
import type { Deed } from '../sql/deed.ts'
import { inOneCommit } from '../sql/one-commit.ts'
import { StaleError } from '../sql/stale-error.ts'
import { listLeadBodies } from './assignments.ts'
import { listLeaders } from './leaders.ts'
import { documentColumns, planOfUnit } from './plans.ts'
import { recordTargetReading } from './target-readings.ts'
import { targetsInForce } from './targets.ts'

/** The last change of a unit's plan, 0 where there is none. */
export function lastPlanChange({ orm }: Database, unitCode: string): number {
  const last = orm
    .select({ id: max(planChanges.id) })
    .from(planChanges)
    .where(eq(planChanges.unitCode, unitCode))
    .get()
  return last?.id ?? 0
}

/**
 * Appends a change of a unit's plan, all of it or nothing, and returns its number. What it names must be known (`problemsOfPlanChange`). Throws
 * `StaleError` when it was made on an older plan.
 */
export function appendPlanChange(db: Database, unitCode: string, change: PlanChange, deed: Deed): number {
  return inOneCommit(db, () => {
    if (lastPlanChange(db, unitCode) !== change.basedOn) throw new StaleError('plan')
    const { effectiveFrom, adopts, reason } = change
    const documentId = documentOf(db, unitCode, change)
    const { id: changeId } = db.orm
      .insert(planChanges)
      .values({
        unitCode,
        effectiveFrom,
        documentId,
        adopts,
        reason,
        recordedBy: deed.by,
        recordedAt: deed.at,
      })
      .returning({ id: planChanges.id })
      .get()
    const row = { unitCode, effectiveFrom, documentId, changeId }
    const added = change.indicators.map((indicator) => ({
      ...indicator,
      number: addIndicator(db, changeId, indicator),
    }))
    const known = new Map(
      listIndicatorsOfUnit(db, unitCode, effectiveFrom).map((indicator) => [indicator.number, indicator]),
    )
    const stated = [
      ...change.targets,
      ...added.flatMap(({ number, targets }) => targets.map((target) => ({ ...target, number }))),
    ]
    addTargets(db, row, known, stated)
    if (adopts) adoptTargets(db, row, known, stated, deed)
    for (const { leader, position } of change.positions) {
      const leaderId = knownLeader(db, unitCode, leader)?.id
      if (leaderId === undefined) throw new Error(`no leader ${leader} in unit ${unitCode}`)
      db.orm.insert(leaderPositions).values({ leaderId, position, changeId }).run()
    }
    for (const assignment of change.assignments) addAssignment(db, row, assignment)
    for (const { number, assignment } of added) {
      if (assignment) addAssignment(db, row, { ...assignment, numbers: [number] })
    }
    for (const indicatorNumber of change.withdrawn) {
      db.orm.insert(withdrawnIndicators).values({ indicatorNumber, changeId }).run()
    }
    return changeId
  })
}

type Row = { unitCode: string; effectiveFrom: string; documentId: string; changeId: number }

function documentOf(
  db: Database,
  unitCode: string,
  { document, documentId, effectiveFrom }: PlanChange,
): string {
  if (document) {
    const id = freeId(`${unitCode}-plan`, listDocuments(db, unitCode))
    const { number = null, issuedOn = null, title } = document
    db.orm.insert(documents).values({ id, unitCode, kind: 'plan', number, issuedOn, title }).run()
    return id
  }
  return documentId ?? planOfUnit(db, unitCode, effectiveFrom).document.id
}

/** The first of "base", "base-2", "base-3" … that is not taken. */
function freeId(base: string, taken: readonly { id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id))
  let id = base
  for (let count = 2; ids.has(id); count++) id = `${base}-${count}`
  return id
}

function addIndicator({ orm }: Database, changeId: number, given: PlanChange['indicators'][number]): number {
  const { targets: _, assignment: __, ...indicator } = given
  const last = orm
    .select({ number: max(indicators.number) })
    .from(indicators)
    .where(isNotNull(indicators.changeId))
    .get()
  const number = Math.max(firstOwnNumber - 1, last?.number ?? 0) + 1
  orm
    .insert(indicators)
    .values({ ...indicator, number, changeId })
    .run()
  return number
}

/**
 * With the list a unit adopts the targets of the reference plan, as they stand, wherever it states none of its own; what
 * a person has settled there is settled here, too.
 */
function adoptTargets(
  db: Database,
  row: Row,
  known: ReadonlyMap<number, Indicator>,
  stated: readonly TargetChange[],
  deed: Deed,
): void {
  for (const [number, ofIndicator] of targetsInForce(db, row.unitCode, row.effectiveFrom)) {
    for (const { source, milestone, text, ...reading } of ofIndicator) {
      const isStated = stated.some((other) => other.number === number && other.milestone === milestone)
      if (source !== 'reference' || isStated) continue
      const added = addTarget(db, row, known, { number, milestone, text })
      const kind = SettledKind.safeParse(reading.kind).data
      if (added.kind === 'unread' && kind) recordTargetReading(db, added.id, { ...reading, kind }, deed)
    }
  }
}

function addTargets(
  db: Database,
  row: Row,
  known: ReadonlyMap<number, Indicator>,
  stated: readonly TargetChange[],
): void {
  for (const target of stated) addTarget(db, row, known, target)
}

function addTarget(
  { orm }: Database,
  row: Row,
  known: ReadonlyMap<number, Indicator>,
  { number, milestone, text }: TargetChange,
): { id: number; kind: TargetKind } {
  return orm
    .insert(targets)
    .values({ ...row, ...parseTarget(text, known.get(number)), indicatorNumber: number, milestone })
    .returning({ id: targets.id, kind: targets.kind })
    .get()
}

function addAssignment(db: Database, row: Row, change: AssignmentChange): void {
  const { leader, responsibleOfficer, leadBodies: bodies } = change
  const leaderId = leaderIdOf(db, row.unitCode, leader)
  const bodyIds = new Set(bodies.map((body) => bodyIdOf(db, row.unitCode, body)))
  for (const indicatorNumber of change.numbers) {
    const { id: assignmentId } = db.orm
      .insert(assignments)
      .values({
        ...row,
        indicatorNumber,
        directingLeader: change.directingLeader || directingLeaderText(leader),
        responsibleOfficer,
        leadBody: change.leadBody || bodies.join('; '),
        leaderId,
      })
      .returning({ id: assignments.id })
      .get()
    db.orm
      .insert(assignmentLeadBodies)
      .values([...bodyIds].map((leadBodyId, index) => ({ assignmentId, leadBodyId, position: index + 1 })))
      .run()
  }
}

function leaderIdOf(db: Database, unitCode: string, { name, position }: AssignmentChange['leader']): string {
  const found = knownLeader(db, unitCode, name)
  if (found) return found.id
  const id = freeId(idFrom(unitCode, name), listLeaders(db, unitCode))
  db.orm.insert(leaders).values({ id, unitCode, name, position }).run()
  return id
}

function knownLeader(db: Database, unitCode: string, name: string): Leader | undefined {
  return listLeaders(db, unitCode).find((leader) => namesLeader(name, leader))
}

function bodyIdOf(db: Database, unitCode: string, name: string): string {
  const known = listLeadBodies(db, unitCode)
  const found = known.find((body) => namesBody(name, body))
  if (found) return found.id
  const id = freeId(idFrom(unitCode, name), known)
  db.orm.insert(leadBodies).values({ id, unitCode, name }).run()
  return id
}

function idFrom(unitCode: string, name: string): string {
  return `${unitCode}-${foldName(name).replace(/[^a-z0-9]+/g, '-')}`
}

/** The documents of a unit, in the order they were named. */
export function listDocuments({ orm }: Database, unitCode: string): SourceDocument[] {
  return orm.select(documentColumns).from(documents).where(eq(documents.unitCode, unitCode)).all()
}

/** The groups that indicators stand in, in the order of the plan. */
export function listIndicatorGroups({ orm }: Database): Indicator['group'][] {
  return orm
    .select(getTableColumns(indicatorGroups))
    .from(indicatorGroups)
    .orderBy(asc(indicatorGroups.code))
    .all()
}
