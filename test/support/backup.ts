import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { repository } from './service.ts'

const run = promisify(execFile)

/** `npm run backup` or `npm run restore` on a database file: how it ended, what it said and what it logged. */
export async function runBackup(
  name: 'backup' | 'restore',
  file: string,
  ...words: string[]
): Promise<{ code: number; words: string; log: unknown[] }> {
  const env = { ...process.env, DATABASE_PATH: file }
  const program = join(repository, `server/src/commands/${name}.ts`)
  return run(process.execPath, [program, ...words], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, words: stdout, log: logOf(stderr) }),
    ({ code, stderr }) => ({ code, words: stderr, log: logOf(stderr) }),
  )
}

function logOf(output: string): unknown[] {
  return output.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []))
}
