import { Comparator, Direction, ReportingFrequency, SourceDocument } from '@moc57/shared'
import { z } from 'zod'
import * as cell from './cells.ts'
import { readCsv } from './read-csv.ts'

/** Every seed file: its columns, how each is read, and each set of columns that tells two rows apart. */
const files = {
  documents: {
    file: 'documents.csv',
    row: z.object({
      id: cell.words,
      unit_code: cell.unitCode,
      kind: cell.oneOf(SourceDocument.shape.kind.options),
      number: cell.wordsOrEmpty,
      issued_on: cell.dayOrMonth,
      title: cell.words,
      note: cell.wordsOrEmpty,
    }),
    keys: [['id']],
  },
  groups: {
    file: 'indicator-groups.csv',
    row: z.object({ code: cell.words, name: cell.words }),
    keys: [['code']],
  },
  indicators: {
    file: 'indicators.csv',
    row: z.object({
      number: cell.indicatorNumber,
      group: cell.words,
      name: cell.words,
      short_name: cell.words,
      unit_of_measure: cell.words,
      natural_maximum: cell.numberOrEmpty,
      direction: cell.oneOf(Direction.options),
      frequency: cell.oneOf(ReportingFrequency.options),
      numerator: cell.wordsOrEmpty,
      denominator: cell.wordsOrEmpty,
      deliverable: cell.wordsOrEmpty,
    }),
    keys: [['number']],
  },
  targets: {
    file: 'targets.csv',
    row: z.object({
      number: cell.indicatorNumber,
      2025: cell.words,
      2030: cell.words,
      2035: cell.words,
      2040: cell.words,
      2045: cell.words,
    }),
    keys: [['number']],
  },
  leaders: {
    file: 'leaders.csv',
    row: z.object({ id: cell.words, unit_code: cell.unitCode, name: cell.words, position: cell.words }),
    keys: [['id']],
  },
  leadBodies: {
    file: 'lead-bodies.csv',
    row: z.object({ id: cell.words, unit_code: cell.unitCode, name: cell.words }),
    keys: [['id']],
  },
  assignments: {
    file: 'assignments.csv',
    row: z.object({
      number: cell.indicatorNumber,
      directing_leader: cell.words,
      responsible_officer: cell.words,
      lead_body: cell.words,
      leader_id: cell.words,
      lead_body_ids: cell.listOfIds,
    }),
    keys: [['number']],
  },
  tasks: {
    file: 'tasks.csv',
    row: z.object({
      number: cell.indicatorNumber,
      name: cell.words,
      directing_leader: cell.words,
      responsible: cell.words,
      product: cell.words,
      schedule: cell.words,
      leader_id: cell.words,
    }),
    keys: [['number']],
  },
  taskIndicators: {
    file: 'task-indicators.csv',
    row: z.object({
      task_number: cell.indicatorNumber,
      indicator_numbers: cell.listOfNumbers,
      reading: cell.words,
    }),
    keys: [['task_number']],
  },
  localTargets: {
    file: 'local-targets.csv',
    row: z.object({
      statement: cell.words,
      unit_code: cell.unitCode,
      number: cell.indicatorNumber,
      milestone: cell.milestone,
      text: cell.words,
      effective_from: cell.quarter,
      document_id: cell.words,
      quotation: cell.words,
      note: cell.wordsOrEmpty,
    }),
    keys: [['statement'], ['unit_code', 'number', 'milestone', 'effective_from']],
  },
  measurements: {
    file: 'measurements.csv',
    row: z.object({
      statement: cell.words,
      unit_code: cell.unitCode,
      number: cell.indicatorNumber,
      period: cell.quarter,
      value: cell.number,
      comparator: cell.oneOfOrEmpty(Comparator.options),
      document_id: cell.words,
      quotation: cell.words,
      note: cell.wordsOrEmpty,
    }),
    keys: [['statement'], ['unit_code', 'number', 'period']],
  },
} as const

/** Reads every seed file; the first broken line stops it with a `SeedError`. */
export function readSeeds(folder: string) {
  return {
    documents: readCsv(folder, files.documents),
    groups: readCsv(folder, files.groups),
    indicators: readCsv(folder, files.indicators),
    targets: readCsv(folder, files.targets),
    leaders: readCsv(folder, files.leaders),
    leadBodies: readCsv(folder, files.leadBodies),
    assignments: readCsv(folder, files.assignments),
    tasks: readCsv(folder, files.tasks),
    taskIndicators: readCsv(folder, files.taskIndicators),
    localTargets: readCsv(folder, files.localTargets),
    measurements: readCsv(folder, files.measurements),
  }
}

export type Seeds = ReturnType<typeof readSeeds>
