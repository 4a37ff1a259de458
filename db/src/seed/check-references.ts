import type { SeededPlan } from './load-plan.ts'
import type { Line } from './read-csv.ts'
import { SeedError } from './seed-error.ts'
import type { Seeds } from './seed-files.ts'

/** Checks that what a row refers to exists, and that every indicator has its targets and its assignment. */
export function checkReferences(seeds: Seeds, plan: SeededPlan, unitCodes: ReadonlySet<string>): void {
  const numbers = new Set(seeds.indicators.map(({ row }) => row.number))
  const groups = new Set(seeds.groups.map(({ row }) => row.code))
  const documents = new Set(seeds.documents.map(({ row }) => row.id))
  // The leaders and bodies of a plan are people of its unit; they are never borrowed.
  const ofReference = ({ row }: { row: { unit_code: string } }) => row.unit_code === plan.unitCode
  const leaders = new Set(seeds.leaders.filter(ofReference).map(({ row }) => row.id))
  const leadBodies = new Set(seeds.leadBodies.filter(ofReference).map(({ row }) => row.id))

  refer([...seeds.documents, ...seeds.leaders, ...seeds.leadBodies], 'unit_code', unitCodes, 'đơn vị')
  refer([...seeds.localTargets, ...seeds.measurements], 'unit_code', unitCodes, 'đơn vị')
  refer(seeds.indicators, 'group', groups, 'nhóm chỉ tiêu')
  refer([...seeds.targets, ...seeds.assignments], 'number', numbers, 'chỉ tiêu')
  refer([...seeds.localTargets, ...seeds.measurements], 'number', numbers, 'chỉ tiêu')
  refer([...seeds.localTargets, ...seeds.measurements], 'document_id', documents, 'văn bản')
  refer(seeds.taskIndicators, 'task_number', new Set(seeds.tasks.map(({ row }) => row.number)), 'nhiệm vụ')
  refer(seeds.taskIndicators, 'indicator_numbers', numbers, 'chỉ tiêu')
  refer([...seeds.assignments, ...seeds.tasks], 'leader_id', leaders, 'lãnh đạo')
  refer(seeds.assignments, 'lead_body_ids', leadBodies, 'cơ quan chủ trì')

  if (!documents.has(plan.documentId)) {
    throw new SeedError('documents.csv', null, `thiếu văn bản “${plan.documentId}” của Phụ lục 01`)
  }
  complete(seeds.indicators, seeds.targets, 'targets.csv')
  complete(seeds.indicators, seeds.assignments, 'assignments.csv')
}

function refer<Column extends string, Id extends string | number>(
  lines: readonly Line<Record<Column, Id | Id[]>>[],
  column: Column,
  known: ReadonlySet<Id>,
  what: string,
): void {
  for (const { file, line, row } of lines) {
    const unknown = [row[column]].flat().find((id) => !known.has(id as Id))
    if (unknown !== undefined)
      throw new SeedError(file, line, `cột “${column}”: không có ${what} nào là “${unknown}”`)
  }
}

function complete(
  indicators: Seeds['indicators'],
  lines: readonly Line<{ number: number }>[],
  file: string,
): void {
  const stated = new Set(lines.map(({ row }) => row.number))
  const missing = indicators.find(({ row }) => !stated.has(row.number))
  if (missing) throw new SeedError(file, null, `thiếu dòng của chỉ tiêu ${missing.row.number}`)
}
