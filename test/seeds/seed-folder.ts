import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seedsFolder, temporaryFolder } from '../support/databases.ts'

export const seedFiles = [
  'documents.csv',
  'indicator-groups.csv',
  'indicators.csv',
  'targets.csv',
  'leaders.csv',
  'lead-bodies.csv',
  'assignments.csv',
  'tasks.csv',
  'local-targets.csv',
  'measurements.csv',
] as const
export type SeedFile = (typeof seedFiles)[number]

/** A copy of the seeds, to be edited. */
export function copyOfSeeds(): string {
  const folder = temporaryFolder()
  cpSync(seedsFolder, folder, { recursive: true })
  return folder
}

/** A copy of the seeds in which one file reads differently. */
export function seedsWith(file: SeedFile, edit: (text: string) => string | Buffer): string {
  const folder = copyOfSeeds()
  const path = join(folder, file)
  writeFileSync(path, edit(readFileSync(path, 'utf8')))
  return folder
}

/** Edits one line, counted from 1 as an editor does. */
export const onLine =
  (line: number, edit: (text: string) => string) =>
  (text: string): string =>
    text
      .split('\n')
      .map((content, index) => (index === line - 1 ? edit(content) : content))
      .join('\n')
