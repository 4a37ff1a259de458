import { join } from 'node:path'
import { appendRevision, dataVersion, seedDatabase } from '@moc57/db'
import { expect, test } from 'vitest'
import { now, seededDatabase, seedsFolder, temporaryFolder } from '../../support/databases.ts'

const revision = {
  unitCode: '11443',
  number: 1,
  period: '2026-Q3',
  figure: { value: 60 },
  state: 'approved',
  by: 'test',
  at: '2026-11-22T03:00:00.000Z',
} as const

test('the data version stays while nobody writes', () => {
  const db = seededDatabase()
  const version = dataVersion(db)
  db.sqlite.prepare('SELECT * FROM measurements').all()
  seedDatabase(db, { seedsFolder, now })
  expect(dataVersion(db)).toBe(version)
})

test('the data version is another one after every own write', () => {
  const db = seededDatabase()
  const versions = [0, 1, 2].map(() => {
    appendRevision(db, revision)
    return dataVersion(db)
  })
  expect(new Set(versions).size).toBe(3)
})

test('the data version is another one once another connection has committed', () => {
  const file = join(temporaryFolder(), 'moc57.db')
  const [ours, theirs] = [seededDatabase('real', file), seededDatabase('real', file)]
  const before = dataVersion(ours)
  appendRevision(theirs, revision)
  const after = dataVersion(ours)
  expect(after).not.toBe(before)
  expect(dataVersion(ours)).toBe(after)
})
