import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Database, listUnits } from '@moc57/db'
import { mostBoundaryBytes } from '@moc57/shared'
import { ProblemError } from '../../http/problem.ts'
import { openBoundaries } from './open-boundaries.ts'
import type { NamedBoundaries } from './routes.ts'

/**
 * Reads the file that BOUNDARIES_PATH names. One that cannot be used is told on the console and on the page of the
 * map; the figures do not wait for a map.
 */
export async function readNamedBoundaries(
  database: Database,
  path: string | undefined,
): Promise<NamedBoundaries | undefined> {
  if (path === undefined) return undefined
  const name = basename(path)
  try {
    if ((await stat(path)).size > mostBoundaryBytes)
      return told(name, `Tệp vượt quá ${mostBoundaryBytes / 1024 / 1024} MB.`)
    return { name, content: await openBoundaries(await readFile(path), listUnits(database)) }
  } catch (error) {
    return told(name, error instanceof ProblemError ? error.message : 'Không có tệp này hoặc không đọc được.')
  }
}

function told(name: string, problem: string): NamedBoundaries {
  console.error(`BOUNDARIES_PATH: chưa dùng được tệp ranh giới “${name}”. ${problem}`)
  return { name, problem }
}
