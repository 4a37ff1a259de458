import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test, vi } from 'vitest'
import { temporaryFolder } from '../support/databases.ts'
import { repository } from '../support/service.ts'

// Reading the lockfile takes a second of a free processor, and many of a busy one.
vi.setConfig({ testTimeout: 180_000 })

const run = promisify(execFile)
const check = (...lockfile: string[]) =>
  run(process.execPath, [join(repository, 'test/advisories/check.ts'), ...lockfile]).then(
    ({ stdout }) => ({ code: 0, words: stdout }),
    ({ code, stderr }) => ({ code, words: stderr }),
  )

test('what the lockfile names has no critical or high advisory that is known', async () => {
  expect(await check()).toMatchObject({ code: 0, words: expect.stringContaining(', 0 found') })
})

test.each([
  ['fastify', '5.3.1', 'high: fastify 5.3.1, https://github.com/advisories/GHSA-mg2h-6x62-wpwc'],
  ['form-data', '4.0.3', 'critical: form-data 4.0.3, https://github.com/advisories/GHSA-fjxv-7rqg-78g4'],
])('a lockfile with %s %s is refused, and the advisory named', async (name, version, finding) => {
  const lockfile = await readFile(join(repository, 'pnpm-lock.yaml'), 'utf8')
  const planted = join(temporaryFolder(), 'pnpm-lock.yaml')
  await writeFile(planted, lockfile.replace(new RegExp(`^  ${name}@[\\d.]+:$`, 'm'), `  ${name}@${version}:`))
  expect(await check(planted)).toMatchObject({ code: 1, words: expect.stringContaining(finding) })
})
