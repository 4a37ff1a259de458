import { resolve } from 'node:path'
import { type Database, loadSampleData, openDatabase, seedDatabase } from '@moc57/db'
import { buildApp } from '@moc57/server'
import type { Log } from '@moc57/server/log'
import type { FastifyInstance } from 'fastify'

export const repository = resolve(import.meta.dirname, '../..')
export const seedsFolder = resolve(repository, 'seeds')
const webFolder = resolve(repository, 'web/dist')

/** A Sunday in quý IV/2026: quý III has closed (14/09), quý IV has not (14/12). */
export const testDay = new Date('2026-11-22T03:00:00Z')

export type Service = { app: FastifyInstance; database: Database; close: () => Promise<void> }

/** The whole service on a database in memory, with the real plan or the sample data, on a fixed day. */
export async function startService(
  dataSet: 'real' | 'sample' = 'real',
  now = testDay,
  file = ':memory:',
  log?: Log,
): Promise<Service> {
  const database = openDatabase(file, { dataSet })
  seedDatabase(database, { seedsFolder, now })
  if (dataSet === 'sample') loadSampleData(database)
  const app = await buildApp({ database, webFolder, now: () => now, ...(log && { log }) })
  return {
    app,
    database,
    close: async () => {
      await app.close()
      database.close()
    },
  }
}
