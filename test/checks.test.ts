import { execFile } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { repository, temporaryFolder } from './support/databases.ts'

/** Runs a program of a package below `folder` on the project's own Node; what it says goes into the error. */
async function runs(folder: string, name: string, ...given: string[]): Promise<string> {
  const program = join(repository, folder, 'node_modules', name)
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...given], {
    cwd: join(repository, folder),
    maxBuffer: 64 * 1024 * 1024,
  }).catch(({ stdout, stderr }) => {
    throw new Error(`${name} ${given.join(' ')}\n${stdout}${stderr}`)
  })
  return stdout
}

test('the types fit', async () => {
  await runs('', 'typescript/bin/tsc', '--build')
})

test('the code is formatted, imports are sorted, and no rule of the linter is broken', async () => {
  await runs('', '@biomejs/biome/bin/biome', 'check', '.')
})

test('nothing is exported, installed or kept that nobody uses', async () => {
  await runs('', 'knip/bin/knip.js')
})

test('the migrations make the tables that the schema describes', async () => {
  const copy = join(temporaryFolder(), 'migrations')
  cpSync(join(repository, 'db/migrations'), copy, { recursive: true })
  const said = await runs(
    'db',
    'drizzle-kit/bin.cjs',
    'generate',
    '--dialect=sqlite',
    '--casing=snake_case',
    '--schema=./src/schema/*.ts',
    // It puts a dot before the path.
    `--out=${relative(join(repository, 'db'), copy)}`,
  )
  expect(said).toContain('No schema changes')
})
