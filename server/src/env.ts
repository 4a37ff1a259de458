import { resolve } from 'node:path'
import { z } from 'zod'

const repository = resolve(import.meta.dirname, '../..')

const DataSet = z.enum(['real', 'sample'])

const Environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(5757),
  DATA_SET: DataSet.default('real'),
  DATABASE_PATH: z.string().min(1).optional(),
  BOUNDARIES_PATH: z.string().min(1).optional(),
  ADMIN_PASSWORD: z.string().max(200).optional(),
})

/** How the service is set up; design.md section 4. */
export type Settings = {
  host: string
  port: number
  dataSet: z.infer<typeof DataSet>
  /** Real and sample data never share a file, so each has a file of its own unless one is named. */
  databasePath: string
  /** A GeoJSON or TopoJSON file of the unit boundaries; without it the administrator may send one up. */
  boundariesPath: string | undefined
  /** For the administrator of a new database; without it one is made. */
  adminPassword: string | undefined
  seedsFolder: string
  webFolder: string
}

/** Reads the environment once; what it cannot use it reports in one error with a line for each variable. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const { success, data, error } = Environment.safeParse(set)
  if (!success) {
    const lines = error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
    throw new SettingsError(`Biến môi trường chưa đúng, hãy sửa rồi chạy lại:\n${lines.join('\n')}`)
  }
  const file = data.DATA_SET === 'sample' ? 'data/moc57-sample.db' : 'data/moc57.db'
  return {
    host: data.HOST,
    port: data.PORT,
    dataSet: data.DATA_SET,
    databasePath: data.DATABASE_PATH ?? resolve(repository, file),
    boundariesPath: data.BOUNDARIES_PATH,
    adminPassword: data.ADMIN_PASSWORD,
    seedsFolder: resolve(repository, 'seeds'),
    webFolder: resolve(repository, 'web/dist'),
  }
}

/** A setting that a person has to mend before the service can start. */
export class SettingsError extends Error {}
