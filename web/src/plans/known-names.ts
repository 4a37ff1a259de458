import type { UnitType } from '@moc57/shared'
import type { PlanRow } from './plan-rows.ts'
import type { UnitPlan } from './queries.ts'

/** Names to choose from: those of the plan, those just drafted and, for bodies, those that every unit has. */
export type KnownNames = {
  leaders: readonly { name: string; position: string }[]
  officers: readonly string[]
  bodies: readonly string[]
}

/** The offices of a commune (Nghị định 150/2025/NĐ-CP) and its police. */
const officesOf: Record<UnitType, readonly string[]> = {
  phường: [
    'Phòng Văn hóa - Xã hội phường',
    'Phòng Kinh tế, Hạ tầng và Đô thị phường',
    'Văn phòng HĐND và UBND phường',
    'Trung tâm Phục vụ hành chính công phường',
    'Công an phường',
  ],
  xã: [
    'Phòng Văn hóa - Xã hội xã',
    'Phòng Kinh tế xã',
    'Văn phòng HĐND và UBND xã',
    'Trung tâm Phục vụ hành chính công xã',
    'Công an xã',
  ],
  'đặc khu': [
    'Phòng Văn hóa - Xã hội đặc khu',
    'Phòng Kinh tế, Hạ tầng và Đô thị đặc khu',
    'Văn phòng HĐND và UBND đặc khu',
    'Trung tâm Phục vụ hành chính công đặc khu',
    'Công an đặc khu',
  ],
}

export function knownNames(
  { unit, leaders, leadBodies }: Pick<UnitPlan, 'unit' | 'leaders' | 'leadBodies'>,
  rows: readonly PlanRow[],
): KnownNames {
  const assigned = rows.flatMap(({ item }) => item.assignment ?? [])
  const leaderNames = new Map(
    [...leaders, ...assigned.map(({ leader }) => leader)].map(({ name, position }) => [name, position]),
  )
  const unique = (names: readonly string[]) => [...new Set(names)]
  return {
    leaders: [...leaderNames].map(([name, position]) => ({ name, position })),
    officers: unique(assigned.map(({ responsibleOfficer }) => responsibleOfficer)),
    bodies: unique([
      ...leadBodies.map(({ name }) => name),
      ...assigned.flatMap(({ leadBodies: bodies }) => bodies.map(({ name }) => name)),
      ...officesOf[unit.type],
    ]),
  }
}
