import type { BudgetLine } from '@moc57/shared'
import { and, desc, eq, getTableColumns, max } from 'drizzle-orm'
import { StaleRevisionError } from './measurements.ts'
import { inOneCommit } from './one-commit.ts'
import type { Database } from './open.ts'
import { budgetLines } from './schema/office.ts'

const { id, unitCode: _, year: __, ...columns } = getTableColumns(budgetLines)

/** Every revision of the ledger of a unit's year, the latest first. */
export function listBudgetLines({ orm }: Database, unitCode: string, year: number): BudgetLine[] {
  return orm
    .select(columns)
    .from(budgetLines)
    .where(and(eq(budgetLines.unitCode, unitCode), eq(budgetLines.year, year)))
    .orderBy(desc(id))
    .all()
}

export type NewBudgetLine = Omit<typeof budgetLines.$inferInsert, 'id' | 'revision'> & {
  /** The revision it was made on; 0 where the line is new. */
  basedOn: number
}

/** Keeps a line as a new revision. Throws `StaleRevisionError` when somebody else was faster. */
export function appendBudgetLine(db: Database, { basedOn, ...given }: NewBudgetLine): void {
  inOneCommit(db, () => {
    const latest = db.orm
      .select({ revision: max(budgetLines.revision) })
      .from(budgetLines)
      .where(
        and(
          eq(budgetLines.unitCode, given.unitCode),
          eq(budgetLines.year, given.year),
          eq(budgetLines.line, given.line),
        ),
      )
      .get()
    if ((latest?.revision ?? 0) !== basedOn) throw new StaleRevisionError(undefined)
    db.orm
      .insert(budgetLines)
      .values({ ...given, revision: basedOn + 1 })
      .run()
  })
}
