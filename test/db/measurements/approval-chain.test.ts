import {
  appendReport,
  appendRevision,
  type Database,
  openApprovalChains,
  recordSubmission,
  unitsWithChains,
  verifyChain,
} from '@moc57/db'
import { beforeEach, describe, expect, test } from 'vitest'
import { seededDatabase } from '../../support/databases.ts'
import { reportContent } from '../../support/make-report.ts'

const unitCode = '11443'
const period = '2026-Q3'
const at = '2026-11-22T03:00:00.000Z'
const quarter = { unitCode, period, by: 'lam', at, reason: null }

/** Two figures, submitted and approved one after the other, with a file behind the first; and a report. */
function approvedQuarter(): Database {
  const db = seededDatabase()
  for (const number of [1, 2]) {
    appendRevision(db, {
      unitCode,
      number,
      period,
      figure: { value: 40 + number },
      state: 'draft',
      by: 'vhxh',
      at,
    })
  }
  db.sqlite.exec(`INSERT INTO evidence (unit_code, indicator_number, period, name, type, size, sha256, "by", "at")
    VALUES ('${unitCode}', 1, '${period}', 'a.pdf', 'pdf', 9, '${'a'.repeat(64)}', 'vhxh', '${at}')`)
  const moveTo = (state: 'submitted' | 'approved', numbers: number[]) =>
    numbers.map((number) => ({ number, revision: 1, state }))
  recordSubmission(db, { ...quarter, action: 'submit', moves: moveTo('submitted', [1, 2]) })
  recordSubmission(db, { ...quarter, action: 'approve', moves: moveTo('approved', [1]) })
  recordSubmission(db, { ...quarter, action: 'approve', moves: moveTo('approved', [2]) })
  const report = { unitCode, content: reportContent(), code: 'AAAA', templateId: null, addressee: 1 }
  appendReport(db, { ...report, by: 'vhxh', at })
  return db
}

/** Changes rows as somebody would who has the file in hand: nothing of the file itself keeps him from it. */
function alter(db: Database, statement: string): void {
  const triggers = db.sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .pluck()
    .all() as string[]
  for (const name of triggers) db.sqlite.exec(`DROP TRIGGER "${name}"`)
  db.sqlite.pragma('foreign_keys = OFF')
  db.sqlite.exec(statement)
}

let db: Database
beforeEach(() => {
  db = approvedQuarter()
})

describe('the chain of what was approved', () => {
  test('gets a link with each approval and each report, and holds', () => {
    expect(verifyChain(db, unitCode)).toEqual({ links: 3, figures: 2, firstBreak: null })
    expect(unitsWithChains(db)).toContain(unitCode)
  })

  test('holds while the work goes on: a new draft, a file, a quarter reopened, a state after the approval', () => {
    appendRevision(db, { unitCode, number: 1, period, figure: { value: 50 }, state: 'draft', by: 'vhxh', at })
    recordSubmission(db, { ...quarter, action: 'reopen', reason: 'x', moves: [] })
    db.sqlite.exec(`INSERT INTO evidence (unit_code, indicator_number, period, name, type, size, sha256, "by", "at")
      VALUES ('${unitCode}', 1, '${period}', 'b.pdf', 'pdf', 9, '${'b'.repeat(64)}', 'vhxh', '${at}')`)
    expect(verifyChain(db, unitCode).firstBreak).toBeNull()
  })

  test.each([
    [
      'a value',
      "UPDATE measurements SET value = value + 1 WHERE indicator_number = 1 AND unit_code = '11443'",
      1,
      'figure',
    ],
    [
      'a source',
      "UPDATE measurements SET source = 'khác' WHERE indicator_number = 2 AND unit_code = '11443'",
      2,
      'figure',
    ],
    [
      'who recorded it',
      "UPDATE measurements SET recorded_by = 'x' WHERE indicator_number = 1 AND unit_code = '11443'",
      1,
      'figure',
    ],
    [
      'a figure that is gone',
      "DELETE FROM measurements WHERE indicator_number = 1 AND unit_code = '11443'",
      1,
      'figure',
    ],
    ['who approved it', "UPDATE measurement_states SET \"by\" = 'x' WHERE state = 'approved'", 1, 'state'],
    ['that it was submitted', "DELETE FROM measurement_states WHERE state = 'submitted'", 1, 'state'],
    ['the hash of a file', `UPDATE evidence SET sha256 = '${'c'.repeat(64)}'`, 1, 'evidence'],
    [
      'when the quarter was approved',
      "UPDATE submission_events SET \"at\" = '2026-01-01T00:00:00.000Z' WHERE action = 'approve'",
      1,
      'event',
    ],
    ['a bound of a target', 'UPDATE targets SET lower = lower + 1 WHERE lower IS NOT NULL', 1, 'plan'],
    ['a digit of a report', "UPDATE reports SET content = replace(content, '48%', '84%')", 3, 'report'],
    ['a report that is gone', 'DELETE FROM reports', 3, 'report'],
    [
      'the content of a link',
      "UPDATE approval_links SET content = replace(content, '11443', '11444') WHERE sequence = 2",
      2,
      'content',
    ],
    [
      'the hash of a link',
      `UPDATE approval_links SET hash = '${'d'.repeat(64)}' WHERE sequence = 2`,
      2,
      'content',
    ],
    ['a link that is gone', 'DELETE FROM approval_links WHERE sequence = 2', 2, 'order'],
  ])('breaks where %s was altered, and says where', (_, statement, sequence, kind) => {
    alter(db, statement)
    expect(verifyChain(db, unitCode).firstBreak).toMatchObject({ unitCode, sequence, kind })
  })

  test('breaks where the last links are cut off, as what they told of stands in none', () => {
    alter(db, 'DELETE FROM approval_links WHERE sequence >= 2')
    expect(verifyChain(db, unitCode).firstBreak).toMatchObject({
      sequence: null,
      kind: 'unchained',
      number: 2,
    })
  })

  test('breaks where a figure is given the mark of an approval by hand', () => {
    appendRevision(db, { unitCode, number: 3, period, figure: { value: 99 }, state: 'approved', by: 'x', at })
    expect(verifyChain(db, unitCode).firstBreak).toMatchObject({ kind: 'unchained', number: 3, period })
  })

  test('is begun once with what was approved before there was one; what comes by hand later is not taken in', () => {
    const old = seededDatabase()
    const figure = { unitCode, period, figure: { value: 40 }, state: 'approved', by: 'x', at } as const
    appendRevision(old, { ...figure, number: 1 })
    openApprovalChains(old, new Date(at))
    expect(verifyChain(old, unitCode)).toEqual({ links: 1, figures: 1, firstBreak: null })
    appendRevision(old, { ...figure, number: 2 })
    openApprovalChains(old, new Date(at))
    expect(verifyChain(old, unitCode).firstBreak).toMatchObject({ kind: 'unchained', number: 2 })
  })
})
