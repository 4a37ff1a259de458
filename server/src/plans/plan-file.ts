import {
  bodiesInPrint,
  Direction,
  directionLabels,
  foldName,
  foldText,
  type Indicator,
  type Leader,
  leaderInPrint,
  OwnIndicator,
  type PlanChange,
  parseTarget,
  proposedDirection,
  TargetChange,
  uncapitalize,
} from '@moc57/shared'
import type { PlanFileRow, PlanItem } from '@moc57/shared/api'
import { isColumnNumbers, wholeNumber } from '../http/uploads/file-rows.ts'
import { refuseLegacyText } from '../http/uploads/legacy-text.ts'
import { refused } from '../http/uploads/refuse.ts'
import type { Sheet } from '../http/uploads/sheet.ts'
import { findTables } from '../http/uploads/table.ts'
import { type Columns, columnsOf, type Heading, RowCells } from './plan-columns.ts'

export type Stored = {
  items: readonly PlanItem[]
  groups: readonly Indicator['group'][]
  leaders: readonly Leader[]
}

export type ReadPlan = {
  sheet: string
  /** Rows that change something or are refused. */
  items: PlanFileRow[]
  unchanged: number
  change: Pick<PlanChange, 'targets' | 'assignments' | 'indicators'>
}

/** Reads the plan of a file in the layout of Phụ lục 01 and compares it with what is stored; what it cannot take it refuses by cell. */
export function readPlanFile(sheets: readonly Sheet[], stored: Stored): ReadPlan {
  for (const sheet of sheets) refuseLegacyText(sheet)
  for (const table of findTables(sheets)) {
    const columns = columnsOf(table)
    if (columns) return readTable(table.sheet, columns, stored)
  }
  throw refused(
    'Không thấy bảng chỉ tiêu',
    'Không trang nào của tệp có dòng tiêu đề với cột “Stt”, “Chỉ tiêu” và các cột “Năm 2025”, “Năm 2030” … như Phụ lục 01. Hãy tải mẫu .xlsx của đơn vị rồi điền vào đó.',
  )
}

function readTable(sheet: Sheet, columns: Columns, stored: Stored): ReadPlan {
  const read: ReadPlan = {
    sheet: sheet.name,
    items: [],
    unchanged: 0,
    change: { targets: [], assignments: [], indicators: [] },
  }
  const seen = new Set<number>()
  let group = stored.groups[0]
  for (let line = columns.firstRow; line < sheet.rows.length; line++) {
    if (isColumnNumbers(sheet.rows[line] ?? [])) continue
    const cells = new RowCells(sheet, line, columns)
    group = stored.groups.find(({ code }) => code === cells.text('number')) ?? group
    const name = cells.text('name')
    const number = wholeNumber(cells.text('number'))
    if (name === '' || (number === null && !cells.hasTargets())) continue
    const row: PlanFileRow = {
      row: line + 1,
      number,
      name,
      isNew: false,
      direction: null,
      targets: [],
      assignment: null,
      refusals: [],
    }
    const known = indicatorOf(row, cells, stored.items)
    if (known && seen.has(known.number)) {
      row.refusals.push({ cell: cells.address('number'), detail: `Chỉ tiêu ${known.number} có hai dòng.` })
    } else if (known) {
      seen.add(known.number)
      readKnown(row, cells, known, stored, read.change)
    } else if (row.refusals.length === 0 && group) {
      readNew(row, cells, group.code, stored, read.change)
    }
    const says = row.isNew || row.targets.length > 0 || row.assignment || row.refusals.length > 0
    if (says) read.items.push(row)
    else read.unchanged++
  }
  if (read.items.length + read.unchanged === 0) {
    throw refused('Bảng trống', `Trang “${sheet.name}” không có dòng chỉ tiêu nào dưới dòng tiêu đề.`)
  }
  return read
}

/** Units print their own type and name where the reference list has "phường" and "Kiến An". */
function comparable(name: string): string {
  return foldName(name)
    .replace(/\b(phuong|xa|dac khu)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function indicatorOf(row: PlanFileRow, cells: RowCells, items: readonly PlanItem[]): PlanItem | undefined {
  const isNamed = ({ name, shortName }: PlanItem) =>
    [name, shortName].some((known) => comparable(known) === comparable(row.name))
  const numbered = items.find(({ number }) => number === row.number)
  if (numbered && isNamed(numbered)) return numbered
  const named = items.filter(isNamed)
  const [only] = named
  if (only && named.length === 1 && !numbered) return only
  if (numbered) {
    const other = only ? `là của chỉ tiêu ${only.number}` : `khác tên chỉ tiêu ${numbered.number} đang có`
    row.refusals.push({
      cell: cells.address('name'),
      detail: `Tên ở dòng này ${other}. Hãy sửa tên cho khớp; nếu là chỉ tiêu riêng của đơn vị, hãy bỏ trống Stt.`,
    })
  }
  return undefined
}

function readKnown(
  row: PlanFileRow,
  cells: RowCells,
  known: PlanItem,
  { leaders }: Stored,
  change: ReadPlan['change'],
): void {
  row.number = known.number
  const direction = readDirection(row, cells)
  if (direction && direction !== known.direction) {
    row.refusals.push({
      cell: cells.address('direction'),
      detail: `Chỉ tiêu ${known.number} đang là “${uncapitalize(directionLabels[known.direction])}”; chiều không đổi được bằng tệp. Hãy ghi lại như cũ.`,
    })
  }
  for (const { milestone, cell, text } of cells.targets(known.unitOfMeasure)) {
    const before = known.targets.find((target) => target.milestone === milestone)?.text ?? null
    const target = statedTarget(row, cell, { number: known.number, milestone, text })
    if (!target || target.text === (before ?? '-')) continue
    row.targets.push({ cell, milestone, before, after: parseTarget(target.text, known) })
    change.targets.push(target)
  }
  const assignment = readAssignment(row, cells, leaders)
  if (!assignment || isAssigned(known, assignment)) return
  row.assignment = assignment.printed
  change.assignments.push({ numbers: [known.number], ...assignment.change })
}

function statedTarget(
  row: PlanFileRow,
  cell: string,
  stated: { number: number; milestone: number; text: string | null },
): TargetChange | undefined {
  if (stated.text === null) {
    const detail = 'Ô mục tiêu phải là chữ ghi như trong kế hoạch, ví dụ “≥60%”, “80 - 90%”, hoặc “-”.'
    row.refusals.push({ cell, detail })
    return undefined
  }
  const { data, error } = TargetChange.safeParse(stated)
  if (error) row.refusals.push({ cell, detail: error.issues[0]?.message ?? 'Mục tiêu chưa hợp lệ.' })
  return data
}

/** As the row says it; `undefined` where it says nothing. */
function readDirection(row: PlanFileRow, cells: RowCells): Direction | undefined {
  const said = foldText(cells.text('direction'))
  if (said === '') return undefined
  const found = Direction.options.find((direction) => foldText(directionLabels[direction]) === said)
  if (!found) {
    const [higher, lower] = [directionLabels.increase, directionLabels.decrease]
    row.refusals.push({ cell: cells.address('direction'), detail: `Hãy ghi “${higher}” hoặc “${lower}”.` })
  }
  return found
}

type PrintedAssignment = NonNullable<PlanFileRow['assignment']>
type ReadAssignment = {
  printed: PrintedAssignment
  change: Omit<PlanChange['assignments'][number], 'numbers'>
}

function readAssignment(
  row: PlanFileRow,
  cells: RowCells,
  leaders: readonly Leader[],
): ReadAssignment | undefined {
  const fields = ['directingLeader', 'responsibleOfficer', 'leadBody'] as const
  const missing = fields.filter((field) => cells.text(field) === '')
  if (missing.length === fields.length) return undefined
  const refuse = (field: Heading, detail: string) => {
    row.refusals.push({ cell: cells.address(field), detail })
    return undefined
  }
  if (missing[0])
    return refuse(missing[0], 'Phân công cần đủ đồng chí chỉ đạo, đồng chí chủ trì và cơ quan chủ trì.')
  const printed = {
    directingLeader: cells.text('directingLeader'),
    responsibleOfficer: cells.text('responsibleOfficer'),
    leadBody: cells.text('leadBody'),
  }
  const leader = leaderInPrint(printed.directingLeader, leaders)
  if (!leader) {
    return refuse(
      'directingLeader',
      'Không tách được họ tên và chức vụ. Hãy ghi “Đồng chí Họ và tên, chức vụ”.',
    )
  }
  return { printed, change: { ...printed, leader, leadBodies: bodiesInPrint(printed.leadBody) } }
}

function isAssigned({ assignment }: PlanItem, { printed }: ReadAssignment): boolean {
  const isSame = (field: keyof PrintedAssignment) =>
    assignment !== null && foldName(assignment[field]) === foldName(printed[field])
  return isSame('directingLeader') && isSame('responsibleOfficer') && isSame('leadBody')
}

function readNew(
  row: PlanFileRow,
  cells: RowCells,
  groupCode: string,
  { leaders }: Stored,
  change: ReadPlan['change'],
): void {
  const unitOfMeasure = cells.text('unitOfMeasure')
  if (unitOfMeasure === '') {
    row.refusals.push({
      cell: cells.address('name'),
      detail:
        'Không nhận ra chỉ tiêu này trong danh mục. Nếu là chỉ tiêu riêng của đơn vị, hãy ghi đơn vị tính ở cột “Đơn vị tính”.',
    })
    return
  }
  const direction = readDirection(row, cells) ?? proposedDirection(row.name)
  const naturalMaximum = unitOfMeasure === '%' ? 100 : Number(cells.text('naturalMaximum')) || null
  const targets = cells.targets(unitOfMeasure).flatMap(({ milestone, cell, text }) => {
    const target = statedTarget(row, cell, { number: 0, milestone, text })
    if (!target) return []
    row.targets.push({
      cell,
      milestone,
      before: null,
      after: parseTarget(target.text, { unitOfMeasure, naturalMaximum, direction }),
    })
    return [{ milestone, text: target.text }]
  })
  const assignment = readAssignment(row, cells, leaders)
  const { data, error } = OwnIndicator.safeParse({
    groupCode,
    name: row.name,
    shortName: row.name.slice(0, 120),
    unitOfMeasure,
    naturalMaximum,
    direction,
    deliverable: cells.text('deliverable') || null,
    targets,
    assignment: assignment?.change ?? null,
  })
  if (!data) {
    row.refusals.push({
      cell: cells.address('name'),
      detail: error.issues[0]?.message ?? 'Dòng chưa hợp lệ.',
    })
    return
  }
  row.isNew = true
  row.direction = direction
  row.assignment = assignment?.printed ?? null
  change.indicators.push(data)
}
