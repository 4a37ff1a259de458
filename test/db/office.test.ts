import { addTaskDocument, listBudgetLines, listExplanations, listInspections, taskProgress } from '@moc57/db'
import { ExplanationState, TaskStatus } from '@moc57/shared'
import { beforeAll, describe, expect, test } from 'vitest'
import { contents, sampleDatabase } from '../support/databases.ts'

let db: ReturnType<typeof sampleDatabase>
beforeAll(() => {
  db = sampleDatabase()
  addTaskDocument(db, {
    unitCode: '11443',
    taskNumber: 1,
    name: 'a.pdf',
    type: 'pdf',
    size: 1,
    sha256: 'a'.repeat(64),
    by: 'test',
    at: '2026-11-22T00:00:00.000Z',
  })
})

test.each([
  'explanations',
  'explanation_events',
  'assessments',
  'inspections',
  'inspection_subjects',
  'inspection_follow_ups',
  'task_reports',
  'task_documents',
  'budget_lines',
])('%s is append-only: no UPDATE, no DELETE, no REPLACE, no upsert', (table) => {
  const before = contents(db)[table]
  expect(before?.length).toBeGreaterThan(0)
  for (const statement of [
    `UPDATE ${table} SET id = id`,
    `DELETE FROM ${table}`,
    `REPLACE INTO ${table} SELECT * FROM ${table}`,
    `INSERT INTO ${table} SELECT * FROM ${table} WHERE true ON CONFLICT DO UPDATE SET id = id`,
  ]) {
    expect(() => db.sqlite.exec(statement), statement).toThrow('is append-only')
  }
  expect(contents(db)[table]).toEqual(before)
})

test.each([
  ['assessments', 'unit_code, indicator_number, period, revision, text, by, at'],
  ['task_reports', 'unit_code, task_number, period, revision, status, note, completed_on, by, at'],
  ['budget_lines', 'unit_code, year, line, revision, field, kind, title, is_removed, by, at'],
])('a REPLACE under another id does not take the place of a revision of %s', (table, columns) => {
  const replace = `INSERT OR REPLACE INTO ${table} (${columns}) SELECT ${columns} FROM ${table} LIMIT 1`
  expect(() => db.sqlite.exec(replace)).toThrow('is append-only')
})

describe('the sample work', () => {
  test('shows every state of an explanation, asked by leaders and by the city', () => {
    const found = listExplanations(db, {})
    expect(new Set(found.map(({ state }) => state))).toEqual(new Set(ExplanationState.options))
    expect(new Set(found.map(({ askedAs }) => askedAs))).toEqual(new Set(['leader', 'city']))
  })

  test('shows every status of a task, one overdue and one never reported on', () => {
    const tasks = taskProgress(db, '11443', { asOf: '2026-Q4', today: '2026-11-22' })
    const statuses = tasks.map(({ standing }) => standing.status)
    expect(new Set(statuses)).toEqual(new Set([...TaskStatus.options, null]))
    expect(tasks.filter(({ standing }) => standing.isOverdue).map(({ number }) => number)).toEqual([3])
  })

  test('has an open inspection, a closed one, and a ledger', () => {
    expect(listInspections(db, '11443').map(({ isOpen }) => isOpen)).toEqual([false, true])
    expect(listBudgetLines(db, '11443', 2026)).toHaveLength(7)
  })
})
