import { revisionsOfQuarter, type targetsInForceOfCity } from '@moc57/db'
import type { Account, AdministrativeUnit, EntryQuestion, Measurement, Quarter } from '@moc57/shared'
import type { EntryRow } from '@moc57/shared/api'
import type { Context } from '../../http/context.ts'
import { namesFor } from '../../http/names.ts'
import { comparableName } from '../../http/uploads/indicator-names.ts'
import { readUnitQuarter } from '../unit-quarter.ts'

/** What a file is compared with: a unit's quarter, and who sends the file. */
export type StoredQuarter = {
  unit: AdministrativeUnit
  rows: Map<number, EntryRow>
  /** The rows of that name, printed or short, whatever its accents, capitals and signs. */
  named: (name: string) => readonly EntryRow[]
  /** The revision that a new one of the row comes after; 0 where there is none. */
  latest: (number: number) => number
  /** Of a row's history, what the template had seen of it. */
  revision: (number: number, revision: number) => Measurement | null
  /** Why the account cannot enter the row now; `null` where it can. */
  closed: (row: EntryRow) => string | null
  /** Who a stored figure is by, as the account sees people. */
  nameOf: (username: string) => string
  questions: (number: number, figure: Pick<Measurement, 'value' | 'comparator' | 'source'>) => EntryQuestion[]
}

export function readStoredQuarter(
  { database, calendar }: Context,
  {
    unit,
    period,
    account,
    targetsOfCity,
  }: {
    unit: AdministrativeUnit
    period: Quarter
    account: Account
    /** Only where the city sends a file of many units. */
    targetsOfCity?: ReturnType<typeof targetsInForceOfCity> | undefined
  },
): StoredQuarter {
  const {
    rows: stored,
    submission,
    questions,
  } = readUnitQuarter(database, {
    unitCode: unit.code,
    period,
    account,
    calendar: calendar(),
    ...(targetsOfCity && { targetsOfCity }),
  })
  const latest = new Map(stored.map(({ number, current }) => [number, current?.revision ?? 0]))
  const rows = targetsOfCity ? stored.map((row) => rowForCity(row, account)) : stored
  let byName: Map<string, Set<EntryRow>> | undefined
  let revisions: ReturnType<typeof revisionsOfQuarter> | undefined
  return {
    unit,
    nameOf: namesFor(database, account),
    rows: new Map(rows.map((row) => [row.number, row])),
    named: (name) => {
      byName ??= rowsByName(rows)
      return [...(byName.get(comparableName(name)) ?? [])]
    },
    latest: (number) => latest.get(number) ?? 0,
    revision: (number, revision) => {
      // The template of the city shows no figure, so there is none that it had seen.
      if (targetsOfCity) return null
      revisions ??= revisionsOfQuarter(database, unit.code, period)
      return revisions.find((known) => known.number === number && known.revision === revision) ?? null
    },
    closed: (row) => {
      if (!submission.isOpen) return 'Kỳ này của đơn vị đang đóng hoặc đã khóa; hãy mở lại kỳ trước khi nhập.'
      return targetsOfCity || row.mayEnter ? null : 'Chỉ tiêu này do cơ quan khác nhập.'
    },
    questions,
  }
}

/**
 * Drafts are their unit's alone: a file of the city is compared with what was approved, or with what the city itself
 * has entered; otherwise whoever sends one could read or guess what a unit has not handed in.
 */
function rowForCity(row: EntryRow, { username }: Account): EntryRow {
  const isOwn = row.current?.recordedBy === username
  return isOwn ? row : { ...row, current: row.approved }
}

function rowsByName(rows: readonly EntryRow[]): Map<string, Set<EntryRow>> {
  const byName = new Map<string, Set<EntryRow>>()
  for (const row of rows) {
    for (const name of namesOf(row)) byName.set(name, (byName.get(name) ?? new Set()).add(row))
  }
  return byName
}

const namesOf = ({ name, shortName }: EntryRow) => [comparableName(name), comparableName(shortName)]
