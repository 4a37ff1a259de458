import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { openDatabase } from '@moc57/db'
import { describe, expect, test } from 'vitest'
import { emptyDatabase, seededDatabase, temporaryFolder } from '../../support/databases.ts'

/** A file that was in use and whose program was killed: nearly all of it is in the log. */
function killedFile(): string {
  const [running, file] = [join(temporaryFolder(), 'moc57.db'), join(temporaryFolder(), 'moc57.db')]
  seededDatabase('real', running)
  for (const side of ['', '-wal']) copyFileSync(running + side, file + side)
  return file
}

const fileIn = (folder: string) => join(folder, 'moc57.db')

describe('a missing or empty file is not taken for a new one', () => {
  const losses: [what: string, trace: string, make: () => string][] = [
    [
      'emptied beside its log',
      '-wal',
      () => {
        const file = killedFile()
        truncateSync(file)
        return file
      },
    ],
    [
      'deleted beside its log',
      '-wal',
      () => {
        const file = killedFile()
        rmSync(file)
        return file
      },
    ],
    [
      'beside evidence',
      '-evidence',
      () => {
        const file = fileIn(temporaryFolder())
        mkdirSync(`${file}-evidence/ab`, { recursive: true })
        return file
      },
    ],
    [
      'beside a backup',
      'moc57-real-20261122-101500.db',
      () => {
        const folder = temporaryFolder()
        mkdirSync(join(folder, 'backup'))
        writeFileSync(join(folder, 'backup/moc57-real-20261122-101500.db'), 'x')
        writeFileSync(fileIn(folder), '')
        return fileIn(folder)
      },
    ],
    [
      'without tables beside evidence',
      '-evidence',
      () => {
        const file = fileIn(temporaryFolder())
        mkdirSync(`${file}-evidence/ab`, { recursive: true })
        writeFileSync(file, '')
        return file
      },
    ],
  ]

  test.each(losses)('%s: the words name what is left, and nothing changes', (_, trace, make) => {
    const file = make()
    const before = readdirSync(dirname(file)).map((name) => [name, statSync(join(dirname(file), name)).size])
    const open = () => openDatabase(file, { dataSet: 'real' })
    expect(open).toThrow(expect.objectContaining({ code: 'lost' }))
    expect(open).toThrow(trace)
    expect(open).toThrow('npm run restore')
    expect(
      readdirSync(dirname(file)).map((name) => [name, statSync(join(dirname(file), name)).size]),
    ).toEqual(before)
  })

  test('but a backup of sample data is no trace of real data', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'backup'))
    writeFileSync(join(folder, 'backup/moc57-sample-20261122-101500.db'), 'x')
    expect(() => emptyDatabase('real', fileIn(folder))).not.toThrow()
  })

  test('but whoever restores may make it, and the log of the lost one is put aside', () => {
    const file = killedFile()
    rmSync(file)
    openDatabase(file, { dataSet: 'real', replacesLost: true }).close()
    expect(existsSync(file)).toBe(true)
    expect(readdirSync(dirname(file)).filter((name) => /-wal-\d+$/.test(name))).toHaveLength(1)
  })
})

test.skipIf(process.platform === 'win32')(
  'a new file, its log and its folder are for their owner alone',
  () => {
    const file = join(temporaryFolder(), 'data/moc57.db')
    emptyDatabase('real', file)
    const rights = ['', '-wal', '-shm'].map((side) => statSync(file + side).mode & 0o777)
    expect(rights).toEqual([0o600, 0o600, 0o600])
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700)
  },
)
