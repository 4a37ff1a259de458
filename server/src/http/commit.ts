import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const repository = resolve(import.meta.dirname, '../../..')
/** A bundle has no history; it carries its commit in this file. */
const carried = join(repository, 'COMMIT')

/** The commit of the source that runs, shortened; `null` where it is not known. */
export const commit: string | null = existsSync(carried)
  ? readFileSync(carried, 'utf8').trim() || null
  : existsSync(join(repository, '.git'))
    ? ofHistory()
    : null

function ofHistory(): string | null {
  const { stdout, status } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: repository,
    encoding: 'utf8',
  })
  return status === 0 ? stdout.trim() : null
}
