import type { Quarter, Reading, SettledKind } from '@moc57/shared'
import { and, desc, eq, lte } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { targetReadings, targets } from '../schema/plans.ts'
import type { Deed } from '../sql/deed.ts'
import { isRecordedBefore } from '../sql/recorded-before.ts'
import { inForceFirst } from './targets.ts'

type Place = { unitCode: string; number: number; milestone: number }

/** The unit's own target in force in the quarter, as it was printed and read when it was recorded. */
export function findStoredTarget(
  { orm }: Database,
  { unitCode, number, milestone }: Place,
  asOf: Quarter,
): { id: number; text: string; kind: string } | undefined {
  return orm
    .select({ id: targets.id, text: targets.text, kind: targets.kind })
    .from(targets)
    .where(
      and(
        eq(targets.unitCode, unitCode),
        eq(targets.indicatorNumber, number),
        eq(targets.milestone, milestone),
        lte(targets.effectiveFrom, asOf),
      ),
    )
    .orderBy(...inForceFirst)
    .get()
}

/** Keeps how a person reads a target; earlier readings of it stay for earlier views. */
export function recordTargetReading(
  { orm }: Database,
  targetId: number,
  { kind, lower, upper }: Reading & { kind: SettledKind },
  { by, at }: Deed,
): void {
  orm.insert(targetReadings).values({ targetId, kind, lower, upper, recordedBy: by, recordedAt: at }).run()
}

/** What persons read of a unit's targets, the latest first; with `recordedBefore` as of that instant. */
export function listTargetReadings({ orm }: Database, unitCode: string, recordedBefore?: string) {
  return orm
    .select({
      number: targets.indicatorNumber,
      milestone: targets.milestone,
      text: targets.text,
      kind: targetReadings.kind,
      lower: targetReadings.lower,
      upper: targetReadings.upper,
      recordedBy: targetReadings.recordedBy,
      recordedAt: targetReadings.recordedAt,
    })
    .from(targetReadings)
    .innerJoin(targets, eq(targets.id, targetReadings.targetId))
    .where(and(eq(targets.unitCode, unitCode), isRecordedBefore(targetReadings.recordedAt, recordedBefore)))
    .orderBy(desc(targetReadings.id))
    .all()
}
