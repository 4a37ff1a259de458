import type { BudgetLine } from '@moc57/shared'
import { and, desc, eq, getTableColumns } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { budgetLines } from '../schema/budget.ts'
import { nextRevision } from '../sql/next-revision.ts'
import { inOneCommit } from '../sql/one-commit.ts'

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

/** Appends a line as a new revision. Throws `StaleError` when somebody else was faster. */
export function appendBudgetLine(db: Database, { basedOn, ...given }: NewBudgetLine): void {
  inOneCommit(db, () => {
    const ofIt = and(
      eq(budgetLines.unitCode, given.unitCode),
      eq(budgetLines.year, given.year),
      eq(budgetLines.line, given.line),
    )
    const revision = nextRevision(db, budgetLines, ofIt, { revised: 'budgetLine', basedOn })
    db.orm
      .insert(budgetLines)
      .values({ ...given, revision })
      .run()
  })
}
