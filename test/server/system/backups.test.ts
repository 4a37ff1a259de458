import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { addEvidence, backUp, listAudit, openDatabase, openEvidenceStore, removeLeftovers } from '@moc57/db'
import { beforeEach, describe, expect, test } from 'vitest'
import { runBackup } from '../../support/backup.ts'
import { repository, seededDatabase, temporaryFolder } from '../../support/databases.ts'
import { startProgram } from '../../support/running-server.ts'

let file: string
let folder: string
beforeEach(() => {
  file = join(temporaryFolder(), 'moc57.db')
  folder = join(dirname(file), 'backup')
  seededDatabase('real', file).close()
})

const dataSet = 'real'
const everything = { unitCode: null, by: null, kind: null, since: null, until: null, withDrafts: false }
const audit = () => {
  const database = openDatabase(file, { dataSet })
  const items = listAudit(database, { ...everything, kind: 'backup' })
  database.close()
  return items
}

async function addFile(bytes: Buffer): Promise<string> {
  const sha256 = await openEvidenceStore({ file }).keep(bytes)
  const database = openDatabase(file, { dataSet })
  const figure = { unitCode: '11443', number: 1, period: '2026-Q3' } as const
  const at = new Date().toISOString()
  addEvidence(database, { ...figure, name: 'a.pdf', type: 'pdf', size: bytes.length, sha256, by: 'vhxh', at })
  database.close()
  return sha256
}

describe('restoring', () => {
  test('writes who, when and which file into the log that people read', async () => {
    const target = join(folder, 'bản.db')
    await runBackup('backup', file, target)
    expect(await runBackup('restore', file, target)).toMatchObject({ code: 0 })
    const [kept] = (await readdir(folder)).filter((name) => name.includes('truoc-khi-khoi-phuc'))
    expect(audit()).toMatchObject([
      {
        action: 'restored',
        by: `máy chủ (${userInfo().username})`,
        subject: 'bản.db',
        reason: `Số liệu trước đó được giữ tại ${kept}`,
        at: expect.stringMatching(/^20\d\d-/),
      },
    ])
  })
})

describe('a file of an earlier version', () => {
  test('is backed up as it was before the service changes its tables', async () => {
    const older = new DatabaseSync(file)
    const { entries } = JSON.parse(readFileSync(join(repository, 'db/migrations/meta/_journal.json'), 'utf8'))
    const { when } = entries.find(({ tag }: { tag: string }) => tag.endsWith('_add_backup_events'))
    older.exec(`DROP TABLE backup_events; DELETE FROM __drizzle_migrations WHERE created_at = ${when}`)
    older.close()
    const server = await startProgram('server/src/main.ts', [], { PORT: '0', DATABASE_PATH: file })
    await server.stop()
    const kept = (await readdir(folder)).filter((name) => name.includes('truoc-khi-nang-cap'))
    expect(kept).toHaveLength(1)
    const copy = new DatabaseSync(join(folder, kept[0] ?? ''), { readOnly: true })
    expect(copy.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'backup_events'`).all()).toEqual([])
    copy.close()
    await startProgram('server/src/main.ts', [], { PORT: '0', DATABASE_PATH: file }).then(({ stop }) =>
      stop(),
    )
    expect(await readdir(folder)).toHaveLength(1)
  })
})

describe('a backup', () => {
  test('shares evidence with an earlier one, and each stays whole without the other', async () => {
    const sha256 = await addFile(Buffer.from('%PDF-1.7\nbáo cáo\n'))
    const [first, second] = [join(folder, 'một.db'), join(folder, 'hai.db')]
    await backUp(file, first, { dataSet })
    const { evidenceFiles, missingFiles } = await backUp(file, second, { dataSet, earlier: first })
    expect([evidenceFiles, missingFiles]).toEqual([1, 0])
    const placeOf = (database: string) => join(`${database}-evidence`, sha256.slice(0, 2), sha256)
    expect((await stat(placeOf(second))).ino).toBe((await stat(placeOf(first))).ino)
    await rm(first)
    await rm(`${first}-evidence`, { recursive: true })
    expect(await runBackup('restore', file, second)).toMatchObject({ code: 0 })
  })

  test.skipIf(process.platform === 'win32')('can be read by its owner alone', async () => {
    const target = join(folder, 'bản.db')
    await backUp(file, target, { dataSet })
    expect((await stat(target)).mode & 0o077).toBe(0)
    expect((await stat(folder)).mode & 0o077).toBe(0)
  })

  test('that cannot be written says where, and which setting to change', async () => {
    await writeFile(folder, 'a file where the folder should be')
    const refused = await runBackup('backup', file)
    expect(refused).toMatchObject({ code: 1, words: expect.stringContaining('BACKUP_PATH') })
    expect(refused.words).toContain('Không ghi được bản sao lưu')
  })
})

describe('what a killed run leaves', () => {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)
  const leave = async (path: string, at: Date) => {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, 'dở dang')
    await utimes(path, at, at)
    await utimes(dirname(path), at, at)
    return path
  }

  test('is removed and named once nobody has worked on it for an hour, and nothing else is', async () => {
    const whole = join(folder, 'moc57-real-20261122-013000-hang-dem.db')
    await backUp(file, whole, { dataSet })
    const abandoned = [
      await leave(join(folder, '.moc57-real-20261123-013000-hang-dem.db.part'), hoursAgo(2)),
      dirname(await leave(join(folder, 'moc57-real-20261121-013000.db-evidence', 'ab'), hoursAgo(2))),
      await leave(join(`${file}-evidence`, 'ab', 'x.part'), hoursAgo(2)),
    ]
    const staying = [
      await leave(join(folder, '.moc57-real-20261124-013000-hang-dem.db.part'), hoursAgo(0)),
      await leave(join(folder, 'ghi chú.txt'), hoursAgo(9)),
      whole,
    ]
    const removed = removeLeftovers(file, folder, new Date())
    expect(removed.filter((path) => path.startsWith(dirname(file))).sort()).toEqual(abandoned.sort())
    expect(abandoned.filter((path) => existsSync(path)).map((path) => basename(path))).toEqual([])
    expect(staying.filter((path) => !existsSync(path))).toEqual([])
  })
})
