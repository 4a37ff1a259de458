import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { addEvidence, openDatabase, openEvidenceStore } from '@moc57/db'
import { beforeEach, describe, expect, test } from 'vitest'
import { runBackup } from '../../support/backup.ts'
import { contents, repository, seededDatabase, temporaryFolder } from '../../support/databases.ts'

let file: string
let target: string
beforeEach(() => {
  const folder = temporaryFolder()
  file = join(folder, 'moc57.db')
  target = join(folder, 'chép', 'bản.db')
  seededDatabase('real', file).close()
})

const folderOf = (database: string) => `${database}-evidence`
const placeOf = (database: string, sha256: string) => join(folderOf(database), sha256.slice(0, 2), sha256)
const report = Buffer.from('%PDF-1.7\nbáo cáo quý III\n')

/** Adds the file as the service does: on disk first, then in the database. */
async function add(bytes: Buffer, name = 'Báo cáo số 12.pdf', to = file): Promise<string> {
  const sha256 = await openEvidenceStore({ file: to }).keep(bytes)
  const database = openDatabase(to, { dataSet: 'real' })
  const figure = { unitCode: '11443', number: 1, period: '2026-Q3' } as const
  addEvidence(database, {
    ...figure,
    name,
    type: 'pdf',
    size: bytes.length,
    sha256,
    by: 'vhxh',
    at: new Date().toISOString(),
  })
  database.close()
  return sha256
}

/** Every file below the folder with what is in it. */
async function filesBelow(folder: string): Promise<Record<string, string>> {
  if (!existsSync(folder)) return {}
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const read = files.map(async ({ name, parentPath }) => [
    name,
    (await readFile(join(parentPath, name))).toString('base64'),
  ])
  return Object.fromEntries(await Promise.all(read))
}

const rowsOf = (database: string) => {
  const opened = openDatabase(database, { dataSet: 'real' })
  // But for what a restored one tells of its restoring.
  const { backup_events: _, ...rows } = contents(opened)
  opened.close()
  return rows
}

describe('evidence in a backup', () => {
  test('comes back byte by byte where the database and its files are lost', async () => {
    await add(report)
    await add(randomBytes(300_000), 'Bản đồ phủ sóng.pdf')
    const [rows, files] = [rowsOf(file), await filesBelow(folderOf(file))]
    expect(await runBackup('backup', file, target)).toMatchObject({ code: 0 })
    expect(await filesBelow(folderOf(target))).toEqual(files)

    await rm(file)
    await rm(folderOf(file), { recursive: true })
    expect(await runBackup('restore', file, target)).toMatchObject({ code: 0 })
    expect(rowsOf(file)).toEqual(rows)
    expect(await filesBelow(folderOf(file))).toEqual(files)
    expect((await readdir(dirname(target))).sort()).toEqual(['bản.db', 'bản.db-evidence'])
  })

  test('is what the copied database names, and nothing that lies beside it for another reason', async () => {
    const named = await add(report)
    const store = openEvidenceStore({ file })
    await store.keep(Buffer.from('a file whose row was never committed'))
    await runBackup('backup', file, target)
    expect(Object.keys(await filesBelow(folderOf(target)))).toEqual([named])
  })

  test('that was added after it stays through its restoring, and is kept with what was there before', async () => {
    await add(report)
    await runBackup('backup', file, target)
    const later = await add(Buffer.from('%PDF-1.7\nsau\n'), 'Sau.pdf')
    await runBackup('restore', file, target)
    expect(Object.keys(await filesBelow(folderOf(file)))).toContain(later)
    const backups = join(dirname(file), 'backup')
    const [kept = ''] = (await readdir(backups)).filter((name) => name.endsWith('truoc-khi-khoi-phuc.db'))
    expect(Object.keys(await filesBelow(folderOf(join(backups, kept))))).toHaveLength(2)
  })
})

const damages: [what: string, damage: (path: string) => Promise<void>][] = [
  ['is missing', (path) => rm(path)],
  ['is cut off', (path) => writeFile(path, report.subarray(0, 10))],
  ['has another byte', (path) => writeFile(path, Buffer.concat([report.subarray(0, -1), Buffer.from('x')]))],
]

describe('evidence', () => {
  test.each(damages)(
    'that %s is told by its name, and no backup is made unless that is accepted',
    async (_, damage) => {
      const sha256 = await add(report)
      await add(Buffer.from('%PDF-1.7\nkhác\n'), 'Khác.pdf')
      await damage(placeOf(file, sha256))
      const refused = await runBackup('backup', file, target)
      expect(refused).toMatchObject({
        code: 1,
        words: expect.stringContaining('Thiếu hoặc hỏng 1 tệp minh chứng'),
      })
      expect(refused.words).toContain('“Báo cáo số 12.pdf”, đơn vị 11443, chỉ tiêu 1, quý III năm 2026')
      expect(refused.words).toContain(placeOf(file, sha256))
      expect(refused.words).not.toContain('Khác.pdf')
      expect(await readdir(dirname(target))).toEqual([])

      expect(await runBackup('backup', file, target, '--thieu-minh-chung')).toMatchObject({ code: 0 })
      expect(Object.keys(await filesBelow(folderOf(target)))).toHaveLength(1)
    },
  )

  test.each(damages)(
    'that %s in a backup refuses its restoring, and the data stays as it is',
    async (_, damage) => {
      const sha256 = await add(report)
      await runBackup('backup', file, target)
      await damage(placeOf(target, sha256))
      await rm(folderOf(file), { recursive: true })
      await add(Buffer.from('%PDF-1.7\nmới\n'), 'Mới.pdf')
      const [rows, files] = [rowsOf(file), await filesBelow(folderOf(file))]

      const refused = await runBackup('restore', file, target)
      expect(refused).toMatchObject({ code: 1, words: expect.stringContaining(placeOf(target, sha256)) })
      expect(rowsOf(file)).toEqual(rows)
      expect(await filesBelow(folderOf(file))).toEqual(files)
      expect((await readdir(dirname(file))).sort()).toEqual(['chép', 'moc57.db', 'moc57.db-evidence'])

      expect(await runBackup('restore', file, target, '--thieu-minh-chung')).toMatchObject({ code: 0 })
    },
  )

  test('that is missing in a backup is no loss where the data still has it', async () => {
    const sha256 = await add(report)
    await runBackup('backup', file, target)
    await rm(placeOf(target, sha256))
    expect(await runBackup('restore', file, target)).toMatchObject({ code: 0 })
    expect(await readFile(placeOf(file, sha256))).toEqual(report)
  })

  test('that is damaged is mended by restoring a backup that has it', async () => {
    const sha256 = await add(report)
    await runBackup('backup', file, target)
    await writeFile(placeOf(file, sha256), 'hỏng')
    expect(await runBackup('restore', file, target)).toMatchObject({ code: 0 })
    expect(await readFile(placeOf(file, sha256))).toEqual(report)
  })
})

describe('a backup', () => {
  test('whose making is killed at any moment is either whole or not there', { timeout: 60_000 }, async () => {
    for (let count = 0; count < 12; count += 1) await add(randomBytes(2_000_000), `Tệp ${count}.pdf`)
    const files = await filesBelow(folderOf(file))
    await mkdir(dirname(target))
    let killed = 0
    for (let wait = 150; wait <= 500; wait += 50) {
      const copy = target.replace('.db', `-${wait}.db`)
      const program = spawn(process.execPath, [join(repository, 'server/src/commands/backup.ts'), copy], {
        env: { ...process.env, DATABASE_PATH: file },
        stdio: 'ignore',
      })
      const ended = once(program, 'exit')
      await new Promise((resume) => setTimeout(resume, wait))
      program.kill('SIGKILL')
      await ended
      if (existsSync(copy)) expect(await filesBelow(folderOf(copy))).toEqual(files)
      else killed += 1
    }
    expect(killed).toBeGreaterThan(0)
    expect(await runBackup('backup', file, target)).toMatchObject({ code: 0 })
  })

  test('is not told to do what it does not know', async () => {
    const refused = await runBackup('backup', file, target, '--khong-co')
    expect(refused).toMatchObject({ code: 1, words: expect.stringContaining('--thieu-minh-chung') })
    expect(refused.words).not.toContain('at readBackupWords')
  })
})
