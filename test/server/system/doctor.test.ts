import { execFile } from 'node:child_process'
import { chmod, cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { backupName } from '@moc57/shared'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { runBackup } from '../../support/backup.ts'
import { temporaryFolder } from '../../support/databases.ts'
import { officeFile, startOn } from '../../support/officer-at-work.ts'
import { repository } from '../../support/service.ts'

const run = promisify(execFile)

/** What `npm run doctor` says of the file, and how it ends. */
async function examine(file: string): Promise<{ code: number; words: string }> {
  const env = { ...process.env, DATABASE_PATH: file }
  return run(process.execPath, [join(repository, 'server/src/commands/doctor.ts')], { env }).then(
    ({ stdout }) => ({ code: 0, words: stdout }),
    ({ code, stdout, stderr }) => ({ code, words: stdout + stderr }),
  )
}

let sound: string
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'moc57-doctor-'))
  sound = await officeFile(folder)
  expect(await runBackup('backup', sound)).toMatchObject({ code: 0 })
})
afterAll(() => rm(dirname(sound), { recursive: true }))

/** A file of its own with a backup beside it, as it should be. */
async function soundFile(): Promise<string> {
  const folder = join(temporaryFolder(), 'data')
  await cp(dirname(sound), folder, { recursive: true, preserveTimestamps: true })
  return join(folder, 'moc57.db')
}

const edit = (file: string, sql: string) => {
  const sqlite = new DatabaseSync(file)
  sqlite.exec(sql)
  sqlite.close()
}

describe('the doctor', () => {
  test('finds nothing wrong while the server runs, and changes nothing', async () => {
    const file = await soundFile()
    onTestFinished((await startOn(file)).stop)
    const before = await readFile(file)
    expect(await examine(file)).toMatchObject({
      code: 0,
      words: expect.stringContaining('Không thấy điều gì sai'),
    })
    expect((await readFile(file)).equals(before)).toBe(true)
  })

  const faults: [what: string, words: string, make: (file: string) => Promise<unknown> | unknown][] = [
    [
      'a row that refers to nothing',
      'Liên kết',
      (file) =>
        edit(
          file,
          `PRAGMA foreign_keys = OFF; UPDATE accounts SET unit_code = '00000' WHERE unit_code IS NOT NULL`,
        ),
    ],
    [
      'evidence that is missing',
      'sai mã băm',
      (file) =>
        edit(
          file,
          `INSERT INTO evidence (unit_code, indicator_number, period, name, type, size, sha256, by, at)
        VALUES ('11443', 1, '2025-Q1', 'a.pdf', 'pdf', 3, '${'ab'.repeat(32)}', 'x', '2026-01-01T00:00:00.000Z')`,
        ),
    ],
    ['a file that others may read', 'chmod', (file) => chmod(file, 0o644)],
    [
      'a deed of a day that has not come',
      'Đồng hồ',
      (file) =>
        edit(
          file,
          `INSERT INTO submission_events (unit_code, period, action, by, at)
            VALUES ('11443', '2025-Q1', 'reopen', 'x', '2099-01-01T00:00:00.000Z')`,
        ),
    ],
    [
      'no backup of the last two days',
      'quá cũ',
      async (file) => {
        const folder = join(dirname(file), 'backup')
        const old = backupName('real', {
          at: new Date(Date.now() - 50 * 3_600_000).toISOString(),
          reason: 'byHand',
        })
        for (const name of await readdir(folder)) {
          if (name.endsWith('.db')) await rename(join(folder, name), join(folder, old))
        }
      },
    ],
    [
      'a damaged page',
      'bị hỏng',
      async (file) => {
        const bytes = await readFile(file)
        for (let page = 4; page * 4096 < bytes.length; page += 3)
          bytes.fill(0xa5, page * 4096, page * 4096 + 600)
        await writeFile(file, bytes)
      },
    ],
    ['an empty file', 'không có hoặc trống', (file) => writeFile(file, '')],
  ]
  test.each(faults)('says what to do about %s, and ends with 1', async (_, words, make) => {
    const file = await soundFile()
    await make(file)
    const found = await examine(file)
    expect(
      found.words
        .split('\n')
        .filter((line) => line.startsWith('SAI'))
        .join('\n'),
    ).toContain(words)
    expect(found.code).toBe(1)
  })
})
