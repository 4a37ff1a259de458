import { addBoundaries, latestBoundaries } from '@moc57/db'
import { expect, test } from 'vitest'
import { seededDatabase } from '../../support/databases.ts'

const file = (codeProperty: string) => ({
  name: 'ranh-gioi.json',
  size: 100,
  content: {
    codeProperty,
    unknownCodes: [],
    topology: { type: 'Topology' as const, objects: {}, arcs: [] },
  },
  by: 'admin',
  at: '2026-11-22T03:00:00.000Z',
})

test('the boundaries that were given last are in force, and nobody changes or removes one', () => {
  const db = seededDatabase()
  expect(latestBoundaries(db)).toBeUndefined()
  addBoundaries(db, file('ma'))
  addBoundaries(db, file('code'))
  expect(latestBoundaries(db)).toEqual({ id: 2, ...file('code') })
  for (const statement of [
    `UPDATE boundary_files SET name = 'x'`,
    'DELETE FROM boundary_files',
    'REPLACE INTO boundary_files SELECT * FROM boundary_files',
  ]) {
    expect(() => db.sqlite.exec(statement)).toThrow('boundary_files is append-only')
  }
  expect(db.sqlite.prepare('SELECT count(*) FROM boundary_files').pluck().get()).toBe(2)
})
