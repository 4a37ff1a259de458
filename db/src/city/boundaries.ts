import { Boundaries } from '@moc57/shared'
import { desc } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { boundaryFiles } from '../schema/city.ts'

/** A file of boundaries as it is kept: `size` in bytes of what was given, `at` in ISO 8601. */
export type StoredBoundaries = {
  id: number
  name: string
  size: number
  content: Boundaries
  by: string
  at: string
}

/** The boundaries in force: the last that were given. */
export function latestBoundaries({ orm }: Database): StoredBoundaries | undefined {
  const row = orm.select().from(boundaryFiles).orderBy(desc(boundaryFiles.id)).limit(1).get()
  return row && { ...row, content: Boundaries.parse(JSON.parse(row.content)) }
}

/** Puts new boundaries into force, in one commit; the earlier ones stay in the file. */
export function addBoundaries({ orm }: Database, { content, ...given }: Omit<StoredBoundaries, 'id'>): void {
  orm
    .insert(boundaryFiles)
    .values({ ...given, content: JSON.stringify(content) })
    .run()
}
