import { type AdministrativeUnit, foldUnitName, normalizeText, vietnameseOrder } from '@moc57/shared'
import { eq, getTableColumns, sql } from 'drizzle-orm'
import type { Database } from './open/open.ts'
import { prepared } from './open/prepared.ts'
import { administrativeUnits, formerUnits } from './schema/ground.ts'

const { searchName, ...unitColumns } = getTableColumns(administrativeUnits)

export { unitColumns }

const unitByCode = prepared(({ orm }) =>
  orm
    .select(unitColumns)
    .from(administrativeUnits)
    .where(eq(administrativeUnits.code, sql.placeholder('code')))
    .prepare(),
)

export function findUnit(db: Database, code: string): AdministrativeUnit | undefined {
  return unitByCode(db).get({ code })
}

/** A unit that a search found, and the former communes merged into it whose names the search met. */
export type FoundUnit = AdministrativeUnit & { formerNames: string[] }

/**
 * The units whose name, or a former commune's name, has the words; all of them without a search. The likeliest
 * comes first: the code, the very name, the name but for its marks, a name that starts so, a word in it that starts so;
 * a unit's own name before a former one.
 */
export function listUnits(db: Database, search = ''): FoundUnit[] {
  const units = db.orm
    .select({ ...unitColumns, searchName })
    .from(administrativeUnits)
    .all()
  const former = formerUnitsFound(db, search)
  return units
    .map(({ searchName, ...unit }) => {
      const formerOnes = former.get(unit.code) ?? []
      const ownRank = unit.code === search.trim() ? 0 : 2 * rankOf({ name: unit.name, searchName }, search)
      const formerRanks = formerOnes.map((one) => 2 * rankOf(one, search) + 1)
      const formerNames = [...new Set(formerOnes.map(({ name }) => name))].sort(vietnameseOrder.compare)
      return { found: { ...unit, formerNames }, rank: Math.min(ownRank, ...formerRanks) }
    })
    .filter(({ rank }) => rank < 2 * noMatch)
    .sort((a, b) => a.rank - b.rank || vietnameseOrder.compare(a.found.name, b.found.name))
    .map(({ found }) => found)
}

type Named = { name: string; searchName: string }

const noMatch = 4

function rankOf({ name, searchName }: Named, search: string): number {
  const words = foldUnitName(search)
  const [asStored, asTyped] = [name.toLowerCase(), normalizeText(search).toLowerCase()]
  const hasSameMarks = asStored.endsWith(asTyped) || asTyped.endsWith(asStored)
  const tests = [
    searchName === words && hasSameMarks,
    searchName === words,
    searchName.startsWith(words),
    searchName.includes(` ${words}`),
  ]
  const rank = tests.indexOf(true)
  return rank === -1 ? noMatch : rank
}

function formerUnitsFound(db: Database, search: string): Map<string, (Named & { unitCode: string })[]> {
  const words = foldUnitName(search)
  if (words === '') return new Map()
  const found = db.orm
    .select({ unitCode: formerUnits.unitCode, name: formerUnits.name, searchName: formerUnits.searchName })
    .from(formerUnits)
    .where(sql`instr(${formerUnits.searchName}, ${words}) > 0`)
    .all()
  return Map.groupBy(found, ({ unitCode }) => unitCode)
}
