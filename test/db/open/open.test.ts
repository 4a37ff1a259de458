import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DatabaseError, type DatabaseErrorCode, type DataSet, listUnits, openDatabase } from '@moc57/db'
import { describe, expect, test } from 'vitest'
import { emptyDatabase, repository, seededDatabase, temporaryFolder } from '../../support/databases.ts'

const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

/** The error that opening the file ends with; fails where the file was opened or changed. */
function refusal(file: string, dataSet: DataSet = 'real'): DatabaseError {
  const before = digest(file)
  try {
    openDatabase(file, { dataSet }).close()
  } catch (error) {
    expect(digest(file)).toBe(before)
    if (error instanceof DatabaseError) return error
    throw error
  }
  throw new Error(`${file} was opened`)
}

/** A closed file with the seeds in it. */
function closedFile(): string {
  const file = join(temporaryFolder(), 'moc57.db')
  seededDatabase('real', file).close()
  return file
}

/** What another program does to the file. */
function edit(file: string, sql: string): string {
  const sqlite = new DatabaseSync(file)
  sqlite.exec(sql)
  sqlite.close()
  return file
}

describe('a database is opened', () => {
  test('in a folder that is not there yet', () => {
    const file = join(temporaryFolder(), 'data/2026/moc57.db')
    emptyDatabase('real', file)
    expect(existsSync(file)).toBe(true)
  })

  test('with write-ahead log, full synchronisation, foreign keys and patience', () => {
    const { sqlite } = emptyDatabase('real', join(temporaryFolder(), 'moc57.db'))
    const pragma = (name: string) => sqlite.pragma(name, { simple: true })
    expect(['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map(pragma)).toEqual([
      'wal',
      2,
      1,
      5000,
    ])
  })

  test('again, without changing a byte', () => {
    const file = closedFile()
    const before = digest(file)
    openDatabase(file, { dataSet: 'real' }).close()
    expect(digest(file)).toBe(before)
    expect(readdirSync(dirname(file))).toEqual(['moc57.db'])
  })

  test('by two programs at once', () => {
    const file = closedFile()
    emptyDatabase('real', file)
    expect(() => emptyDatabase('real', file)).not.toThrow()
  })

  test('on a file whose making was cut off before anything was committed', () => {
    const file = edit(join(temporaryFolder(), 'moc57.db'), 'PRAGMA journal_mode = WAL; VACUUM')
    expect(() => emptyDatabase('real', file)).not.toThrow()
  })

  test('and every table is STRICT', () => {
    const { sqlite } = emptyDatabase()
    const lax = sqlite
      .prepare(
        `SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name <> 'sqlite_schema' AND schema = 'main'`,
      )
      .pluck()
      .all()
    expect(lax).toEqual([])
  })
})

describe('a file is refused, left as it is, and the words say what to do', () => {
  const makers: [what: string, code: DatabaseErrorCode, words: string, make: (file: string) => void][] = [
    [
      'a text',
      'broken',
      'bản sao lưu',
      (file) => writeFileSync(file, 'đây không phải cơ sở dữ liệu\n'.repeat(200)),
    ],
    ['a single byte', 'broken', 'bản sao lưu', (file) => writeFileSync(file, 'x')],
    [
      'a database with a damaged page',
      'broken',
      'bản sao lưu',
      (file) => {
        copyFileSync(closedFile(), file)
        const bytes = readFileSync(file)
        for (let page = 4; page * 4096 < bytes.length; page += 3)
          bytes.fill(0xa5, page * 4096, page * 4096 + 600)
        writeFileSync(file, bytes)
      },
    ],
    [
      'a database cut off in the middle',
      'broken',
      'bản sao lưu',
      (file) => writeFileSync(file, readFileSync(closedFile()).subarray(0, 40_000)),
    ],
    [
      'the database of another application',
      'otherApplication',
      'ứng dụng khác',
      (file) =>
        edit(file, 'CREATE TABLE notes (id INTEGER PRIMARY KEY, text); INSERT INTO notes VALUES (1, 2)'),
    ],
    [
      'one of another application that uses drizzle too',
      'otherApplication',
      'ứng dụng khác',
      (file) => edit(file, 'CREATE TABLE __drizzle_migrations (id, hash, created_at)'),
    ],
    [
      'one that keeps a write-ahead log',
      'otherApplication',
      'ứng dụng khác',
      (file) => edit(file, 'PRAGMA journal_mode = WAL; CREATE TABLE notes (id)'),
    ],
    [
      'a database of a newer version',
      'newerVersion',
      'cập nhật',
      (file) => {
        copyFileSync(closedFile(), file)
        edit(
          file,
          `INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('of next year', 9999999999999)`,
        )
      },
    ],
    [
      'real data asked for as sample data',
      'otherDataSet',
      'DATA_SET',
      (file) => copyFileSync(closedFile(), file),
    ],
  ]

  test.each(makers)('%s: %s', (what, code, words, make) => {
    const file = join(temporaryFolder(), 'moc57.db')
    make(file)
    const error = refusal(file, what.includes('sample') ? 'sample' : 'real')
    expect(error.code).toBe(code)
    expect(error.message).toContain(words)
    expect(error.message).toContain(file)
    expect(readdirSync(dirname(file))).toEqual(['moc57.db'])
  })

  test('sample data asked for as real data', () => {
    const file = join(temporaryFolder(), 'moc57.db')
    emptyDatabase('sample', file).close()
    expect(refusal(file, 'real').code).toBe('otherDataSet')
  })

  test('with what a killed program left in its log, neither of which changes', () => {
    const [running, file] = [join(temporaryFolder(), 'running.db'), join(temporaryFolder(), 'moc57.db')]
    seededDatabase('real', running)
    for (const side of ['', '-wal']) copyFileSync(running + side, file + side)
    const log = digest(`${file}-wal`)
    expect(refusal(file, 'sample').code).toBe('otherDataSet')
    expect(digest(`${file}-wal`)).toBe(log)
    const db = emptyDatabase('real', file)
    expect(listUnits(db)).toHaveLength(114)
  })

  test('what SQLite said is kept as the cause', () => {
    const file = join(temporaryFolder(), 'moc57.db')
    writeFileSync(file, 'x'.repeat(5000))
    expect(refusal(file).cause).toMatchObject({ code: 'SQLITE_NOTADB' })
  })

  test('a database in which another program does not end its writing', { timeout: 20_000 }, () => {
    const file = closedFile()
    emptyDatabase('real', file).sqlite.exec('BEGIN IMMEDIATE')
    expect(() => openDatabase(file, { dataSet: 'real' })).toThrow(expect.objectContaining({ code: 'busy' }))
  })

  test.each([
    ['a folder', (folder: string) => folder],
    [
      'a path below a file',
      (folder: string) => {
        writeFileSync(join(folder, 'a-file'), '')
        return join(folder, 'a-file/moc57.db')
      },
    ],
    ['a path where the system lets nobody make a folder', () => '/proc/moc57/moc57.db'],
  ])('%s', (_, pathIn) => {
    const path = pathIn(temporaryFolder())
    expect(() => openDatabase(path, { dataSet: 'real' })).toThrow(
      expect.objectContaining({
        name: 'DatabaseError',
        code: expect.stringMatching(/^(cannotOpen|readOnly)$/),
      }),
    )
  })
})

/** What opening says to a user who is bound by file permissions, as root is not. */
function openAsOrdinaryUser(file: string): string {
  const program = `
    import { openDatabase } from ${JSON.stringify(join(repository, 'db/src/index.ts'))}
    try { openDatabase(${JSON.stringify(file)}, { dataSet: 'real' }); console.log('opened') }
    catch (error) { console.log(error.code) }`
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  const { stdout, stderr, error } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    ...nobody,
    cwd: '/',
    encoding: 'utf8',
  })
  if (error) throw error
  return stdout.trim() || stderr
}

describe.skipIf(process.platform === 'win32')('where the file permissions forbid writing', () => {
  const made = () => {
    const file = closedFile()
    chmodSync(dirname(file), 0o777)
    chmodSync(file, 0o666)
    return file
  }

  test('an ordinary user opens what may be written', () => {
    expect(openAsOrdinaryUser(made())).toBe('opened')
  })

  test('a read-only file is refused', () => {
    const file = made()
    chmodSync(file, 0o444)
    const before = digest(file)
    expect(openAsOrdinaryUser(file)).toBe('readOnly')
    expect(digest(file)).toBe(before)
  })

  test('a file that may not even be read is refused', () => {
    const file = made()
    chmodSync(file, 0)
    expect(openAsOrdinaryUser(file)).toMatch(/readOnly|cannotOpen/)
    chmodSync(file, 0o666)
  })

  test('a file in a read-only folder is refused', () => {
    const file = made()
    chmodSync(dirname(file), 0o555)
    const before = digest(file)
    expect(openAsOrdinaryUser(file)).toBe('readOnly')
    expect(digest(file)).toBe(before)
    chmodSync(dirname(file), 0o777)
  })

  test('no file is made in a read-only folder, nor a folder in it', () => {
    const folder = join(temporaryFolder(), 'locked')
    mkdirSync(folder)
    chmodSync(dirname(folder), 0o755)
    chmodSync(folder, 0o555)
    expect(openAsOrdinaryUser(join(folder, 'moc57.db'))).toBe('readOnly')
    expect(openAsOrdinaryUser(join(folder, 'data/moc57.db'))).toBe('readOnly')
    chmodSync(folder, 0o755)
  })
})
