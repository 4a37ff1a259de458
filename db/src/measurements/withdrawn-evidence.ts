import type { WithdrawnEvidence } from '@moc57/shared'
import { desc, eq, sql } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { administrativeUnits } from '../schema/ground.ts'
import { evidence, evidenceErasures, evidenceWithdrawals } from '../schema/measurements.ts'
import type { Deed } from '../sql/deed.ts'
import { inOneCommit } from '../sql/one-commit.ts'
import { evidenceColumns } from './evidence.ts'

/** Takes a file out of sight; false where it was so already. */
export function withdrawEvidence(
  { orm }: Database,
  evidenceId: number,
  deed: Deed & { reason: string },
): boolean {
  return (
    orm
      .insert(evidenceWithdrawals)
      .values({ evidenceId, ...deed })
      .onConflictDoNothing()
      .run().changes === 1
  )
}

/** The withdrawn files of all units, the latest first. */
export function listWithdrawnEvidence({ orm }: Database): WithdrawnEvidence[] {
  const { reason, by, at } = evidenceWithdrawals
  return orm
    .select({
      ...evidenceColumns,
      unitCode: evidence.unitCode,
      unitName: sql<string>`${administrativeUnits.type} || ' ' || ${administrativeUnits.name}`,
      number: evidence.indicatorNumber,
      withdrawal: { reason, by, at },
      erasure: { by: evidenceErasures.by, at: evidenceErasures.at },
    })
    .from(evidenceWithdrawals)
    .innerJoin(evidence, eq(evidence.id, evidenceWithdrawals.evidenceId))
    .innerJoin(administrativeUnits, eq(administrativeUnits.code, evidence.unitCode))
    .leftJoin(evidenceErasures, eq(evidenceErasures.evidenceId, evidence.id))
    .orderBy(desc(evidenceWithdrawals.at), desc(evidence.id))
    .all()
}

/**
 * Notes that the bytes of a withdrawn file go. The same bytes may be named elsewhere, as a product of a task or behind
 * another figure: then nothing is noted, and `false` tells so.
 */
export function recordErasure(db: Database, evidenceId: number, { by, at }: Deed): boolean {
  return inOneCommit(db, () => {
    const isNamedElsewhere = db.sqlite
      .prepare<[{ evidenceId: number }], number>(
        `SELECT 1 FROM evidence AS erased
         WHERE erased.id = :evidenceId AND (
           EXISTS (SELECT 1 FROM evidence AS other WHERE other.sha256 = erased.sha256 AND other.id <> erased.id
             AND other.id NOT IN (SELECT evidence_id FROM evidence_erasures))
           OR EXISTS (SELECT 1 FROM task_documents AS product WHERE product.sha256 = erased.sha256))`,
      )
      .get({ evidenceId })
    if (isNamedElsewhere) return false
    db.orm.insert(evidenceErasures).values({ evidenceId, by, at }).onConflictDoNothing().run()
    return true
  })
}
