import {
  bodiesInPrint,
  Direction,
  directionLabels,
  foldName,
  foldText,
  type ImportAnswers,
  type Indicator,
  type Leader,
  leaderInPrint,
  normalizeText,
  OwnIndicator,
  type PlanChange,
  parseTarget,
  proposedDirection,
  TargetChange,
  uncapitalize,
} from '@moc57/shared'
import type { PlanFileRow, PlanItem } from '@moc57/shared/api'
import { wholeNumber } from '../http/uploads/file-rows.ts'
import { isBesideTable, isColumnNumbers } from '../http/uploads/heading.ts'
import { comparableName, nearestNamed, sameUnitOfMeasure } from '../http/uploads/indicator-names.ts'
import { refuseLegacyText } from '../http/uploads/legacy-text.ts'
import { refused } from '../http/uploads/refuse.ts'
import { type Sheet, textOf } from '../http/uploads/sheet.ts'
import { findTables, type Table } from '../http/uploads/table.ts'
import { type Columns, columnsOf, type Heading, RowCells, type StatedTarget } from './plan-columns.ts'
import { readTargetSentence, type TargetSentence } from './target-sentence.ts'

export type Stored = {
  items: readonly PlanItem[]
  groups: readonly Indicator['group'][]
  leaders: readonly Leader[]
}

export type ReadPlan = {
  sheet: string
  /** Every sheet that has a plan. */
  sheets: string[]
  /** Why the sheet has to be picked, in words. */
  sheetQuestion: string | null
  /** Rows that change something, are asked about or are refused. */
  items: PlanFileRow[]
  unchanged: number
  change: Change
}
type Change = Pick<PlanChange, 'targets' | 'assignments' | 'indicators'>

/**
 * Reads the plan of a file, a table with targets by year, and compares it with what is stored. What it cannot take it
 * refuses by cell; a row that is refused or asked about changes nothing.
 */
export function readPlanFile(
  sheets: readonly Sheet[],
  stored: Stored,
  { sheet: picked, answers = {} }: { sheet?: string | undefined; answers?: ImportAnswers | undefined } = {},
): ReadPlan {
  const found = asOneDocument(sheets).flatMap((sheet) => {
    const tables = findTables([sheet]).flatMap((table) => {
      const columns = columnsOf(table)
      return columns ? [{ table, columns }] : []
    })
    return tables.length > 0 ? [{ sheet, tables, known: knownNames(tables, stored.items) }] : []
  })
  const ranked = found
    .filter(({ sheet }) => !picked || sheet.name === picked)
    .sort((one, other) => other.known - one.known)
  const [best, next] = ranked
  if (!best) {
    for (const sheet of sheets) refuseLegacyText(sheet)
    throw refused(
      'Không thấy bảng chỉ tiêu',
      'Tệp không có bảng nào có cột “Chỉ tiêu” và các cột “Năm 2025”, “Năm 2030” … như Phụ lục 01, hoặc cột “Thời hạn” có năm. Hãy tải mẫu .xlsx của đơn vị rồi điền vào đó.',
    )
  }
  const { sheet, tables } = best
  refuseLegacyText(sheet)
  const read = { sheet: sheet.name, sheets: found.map((one) => one.sheet.name) }
  if (next && next.known * 2 > best.known) {
    const sheetQuestion = 'Tệp có nhiều trang có bảng kế hoạch. Chọn trang cần đọc.'
    return { ...read, sheetQuestion, items: [], unchanged: 0, change: emptyChange() }
  }
  const reader = new PlanReader(stored, answers)
  for (const { table, columns } of tables) reader.read(table, columns)
  const { items, unchanged, change } = reader
  if (items.length + unchanged === 0) {
    throw refused('Bảng trống', `Trang “${sheet.name}” không có dòng chỉ tiêu nào dưới dòng tiêu đề.`)
  }
  return { ...read, sheetQuestion: null, items, unchanged, change }
}

const emptyChange = (): Change => ({ targets: [], assignments: [], indicators: [] })

type PlanTable = { table: Table; columns: Columns }

function knownNames(tables: readonly PlanTable[], items: readonly PlanItem[]): number {
  const names = tables.flatMap(({ table: { sheet, firstRow, endRow }, columns }) =>
    sheet.rows.slice(firstRow, endRow).map((row) => textOf(row[columns.name])),
  )
  return names.filter((name) => name.length > 3 && itemsNamed(name, items).length > 0).length
}

/** The tables of a Word or PDF file are parts of one plan, whatever columns each has; their rows are counted on. */
function asOneDocument(sheets: readonly Sheet[]): Sheet[] {
  const [first, ...others] = sheets.filter(({ isOfDocument }) => isOfDocument)
  if (!first) return [...sheets]
  const whole: Sheet = { ...first, rows: [...first.rows], merges: [...first.merges] }
  for (const { rows, merges } of others) {
    const shift = whole.rows.length
    whole.rows.push(...rows)
    for (const merge of merges)
      whole.merges.push({ ...merge, startRow: merge.startRow + shift, endRow: merge.endRow + shift })
  }
  return [whole]
}

class PlanReader {
  readonly items: PlanFileRow[] = []
  readonly change = emptyChange()
  unchanged = 0
  readonly #stored: Stored
  readonly #answers: ImportAnswers
  readonly #seen = new Set<number>()
  #group: Indicator['group'] | undefined

  constructor(stored: Stored, answers: ImportAnswers) {
    this.#stored = stored
    this.#answers = answers
    this.#group = stored.groups[0]
  }

  read({ sheet, firstRow, endRow, repeated }: Table, columns: Columns): void {
    for (let line = firstRow; line < endRow; line++) {
      if (repeated.has(line) || isColumnNumbers((sheet.rows[line] ?? []).map(textOf))) continue
      this.#readRow(new RowCells(sheet, line, columns), line)
    }
  }

  #readRow(cells: RowCells, line: number): void {
    const stored = this.#stored
    const code = cells.text('number').replace(/[.)]$/, '')
    this.#group = stored.groups.find((group) => group.code === code) ?? this.#group
    const name = cells.text('name')
    const number = wholeNumber(cells.text('number'))
    // A row of sentences is an indicator and its target in one, and its year stands beside it.
    const isSentence = cells.hasDeadlines() && !cells.has('target')
    const sentence = isSentence ? readTargetSentence(name) : undefined
    const named = name === '' ? [] : itemsNamed(sentence?.name ?? name, stored.items)
    if (name === '' || isBesideTable(name) || (named.length === 0 && !cells.hasTargets())) return
    const row: PlanFileRow = {
      row: line + 1,
      number,
      name: sentence?.name ?? name,
      isNew: false,
      direction: null,
      targets: [],
      assignment: null,
      refusals: [],
      asks: [],
      mayBeNew: false,
    }
    const change = emptyChange()
    const answer = this.#answers[row.row]
    const known = answer === 0 ? undefined : this.#indicatorOf(row, cells, named, answer)
    if (known && sentence && answer === undefined && row.asks.length === 0) askOfSentence(row, cells, known)
    if (isSentence && !sentence) {
      row.refusals.push({
        cell: cells.address('name'),
        detail: 'Không tách được mục tiêu khỏi câu này. Hãy thêm mục tiêu ở trang kế hoạch nếu cần.',
      })
    } else if (known && this.#seen.has(known.number)) {
      row.refusals.push({ cell: cells.address('name'), detail: `Chỉ tiêu ${known.number} có hai dòng.` })
    } else if (known) {
      readKnown(row, { cells, sentence }, known, stored, change)
    } else if (row.refusals.length === 0 && this.#group) {
      readNew(row, { cells, sentence }, this.#group.code, stored, change)
    }
    const isOpen = row.asks.length > 0 && answer === undefined
    if (row.refusals.length === 0 && !isOpen) {
      if (known) this.#seen.add(known.number)
      this.change.targets.push(...change.targets)
      this.change.assignments.push(...change.assignments)
      this.change.indicators.push(...change.indicators)
    }
    const says = row.isNew || row.targets.length > 0 || row.assignment || row.refusals.length > 0
    if (says) this.items.push(isOpen ? row : { ...row, asks: [] })
    else this.unchanged++
  }

  /** By its exact name, whatever its number: lists count anew in each group. A near name is asked about. */
  #indicatorOf(
    row: PlanFileRow,
    cells: RowCells,
    named: readonly PlanItem[],
    answer: number | undefined,
  ): PlanItem | undefined {
    const { items } = this.#stored
    if (answer !== undefined) return items.find(({ number }) => number === answer)
    const numbered = named.find(({ number }) => number === row.number)
    const exact = numbered ?? (named.length === 1 ? named[0] : undefined)
    if (exact) return exact
    const near = nearestNamed(row.name, items)
    const stated = cells.text('unitOfMeasure')
    if (!near || (stated !== '' && !sameUnitOfMeasure(stated, near.unitOfMeasure))) return undefined
    row.asks.push({
      cell: cells.address('name'),
      detail: `Tên gần giống chỉ tiêu ${near.number}, “${near.name}”. Có phải cùng một chỉ tiêu không?`,
    })
    row.mayBeNew = true
    return near
  }
}

/** What a sentence counts is seldom said in the words of an indicator, where it is not its printed name. */
function askOfSentence(row: PlanFileRow, cells: RowCells, known: PlanItem): void {
  if (comparableName(known.name) === comparableName(row.name)) return
  row.mayBeNew = true
  row.asks.push({
    cell: cells.address('name'),
    detail: `Câu này có phải mục tiêu của chỉ tiêu ${known.number}, “${known.name}”, không?`,
  })
}

function itemsNamed(name: string, items: readonly PlanItem[]): PlanItem[] {
  const wanted = comparableName(name)
  return items.filter((item) => [item.name, item.shortName].some((known) => comparableName(known) === wanted))
}

/** What a row says: in its cells, or in one sentence of them. */
type Said = { cells: RowCells; sentence: TargetSentence | undefined }

function targetsOf({ cells, sentence }: Said, unitOfMeasure: string): StatedTarget[] {
  return sentence ? cells.sentenceTargets(sentence.text, unitOfMeasure) : cells.targets(unitOfMeasure)
}

function readKnown(row: PlanFileRow, said: Said, known: PlanItem, { leaders }: Stored, change: Change): void {
  const { cells } = said
  row.number = known.number
  const direction = readDirection(row, cells)
  if (direction && direction !== known.direction) {
    row.refusals.push({
      cell: cells.address('direction'),
      detail: `Chỉ tiêu ${known.number} đang là “${uncapitalize(directionLabels[known.direction])}”; chiều không đổi được bằng tệp. Hãy ghi lại như cũ.`,
    })
  }
  refuseOtherUnit(row, cells, known)
  for (const stated of targetsOf(said, known.unitOfMeasure)) {
    const target = statedTarget(row, stated, known.number)
    if (!target) continue
    const { cell } = stated
    const { milestone } = target
    const before = known.targets.find((one) => one.milestone === milestone)?.text ?? null
    if (isPrintedSo(target.text, before ?? '-', known.unitOfMeasure)) continue
    row.targets.push({ cell, milestone, before, after: parseTarget(target.text, known) })
    change.targets.push(target)
  }
  const assignment = readAssignment(row, cells, leaders)
  if (!assignment || isAssigned(known, assignment)) return
  row.assignment = assignment.printed
  change.assignments.push({ numbers: [known.number], ...assignment.change })
}

/** "100" below ĐVT % is what "100%" says, and blanks say nothing. */
function isPrintedSo(text: string, before: string, unitOfMeasure: string): boolean {
  const bare = (printed: string) => normalizeText(printed).replace(unitOfMeasure, '').replace(/\s/gu, '')
  return bare(text) === bare(before)
}

/** Targets in another unit of measure are of something else. */
function refuseOtherUnit(row: PlanFileRow, cells: RowCells, known: PlanItem): void {
  const stated = cells.text('unitOfMeasure')
  if (stated === '' || sameUnitOfMeasure(stated, known.unitOfMeasure)) return
  row.refusals.push({
    cell: cells.address('unitOfMeasure'),
    detail: `Đơn vị tính trong tệp là “${stated.slice(0, 60)}”, còn chỉ tiêu ${known.number} tính bằng “${known.unitOfMeasure}”. Hãy sửa cho khớp.`,
  })
}

function statedTarget(
  row: PlanFileRow,
  { milestone, cell, text, ask }: StatedTarget,
  number: number,
): TargetChange | undefined {
  if (milestone === null) {
    row.refusals.push({
      cell,
      detail: 'Thời hạn không nêu năm từ 2025 đến 2050, nên chưa rõ mục tiêu của năm nào.',
    })
    return undefined
  }
  if (text === null) {
    const detail = 'Ô mục tiêu phải là chữ ghi như trong kế hoạch, ví dụ “≥60%”, “80 - 90%”, hoặc “-”.'
    row.refusals.push({ cell, detail })
    return undefined
  }
  if (ask) row.asks.push({ cell, detail: ask })
  const { data, error } = TargetChange.safeParse({ number, milestone, text })
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
  // A list that names only bodies assigns nobody: leaders are named on the page.
  if (!fields.every((field) => cells.has(field))) return undefined
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

function readNew(row: PlanFileRow, said: Said, groupCode: string, { leaders }: Stored, change: Change): void {
  const { cells, sentence } = said
  const stated = cells.text('unitOfMeasure')
  const told = sentence?.unitOfMeasure ?? unitInTargets(cells.targets('').map(({ text }) => text ?? ''))
  const unitOfMeasure = stated || told
  if (stated === '' && !sentence && told !== '') {
    row.mayBeNew = true
    row.asks.push({
      cell: cells.address('name'),
      detail: `Tên không có trong danh mục; đơn vị tính đọc từ mục tiêu là “${told}”. Có phải chỉ tiêu riêng của đơn vị không?`,
    })
  }
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
  row.number = null
  const targets = targetsOf(said, unitOfMeasure).flatMap((stated) => {
    const target = statedTarget(row, stated, 0)
    if (!target) return []
    const { cell } = stated
    const { milestone } = target
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

/** The unit of measure that every target of a row prints: "60%" and "≥ 80%", "05 mô hình"; empty where they print none, or several. */
function unitInTargets(texts: readonly string[]): string {
  const units = texts.flatMap((text) => {
    const words = normalizeText(text)
    if (/^[-–—]?$/.test(words)) return []
    return [/%$/.test(words) ? '%' : (/^\D*[\d.,]+\s+(\p{L}[\p{L} ]{1,40})$/u.exec(words)?.[1] ?? '')]
  })
  const [first = ''] = units
  return units.every((unit) => unit === first) ? first : ''
}
