import { type Backup, backupName, outlivedBackups, readBackupName } from '@moc57/shared'
import { describe, expect, test } from 'vitest'

/** A backup of each day at 01:30 in Viet Nam, counted back from 30/11/2026. */
const nights = (count: number, reason: Backup['reason'] = 'nightly'): Backup[] =>
  Array.from({ length: count }, (_, ago) => {
    const at = new Date(Date.parse('2026-11-29T18:30:00Z') - ago * 86_400_000).toISOString()
    return { name: backupName('real', { at, reason }), at, reason }
  })
const daysOf = (backups: readonly Backup[]) =>
  backups.map(({ at }) => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10))
const staying = (backups: readonly Backup[], kept?: { days: number; weeks: number; months: number }) => {
  const going = outlivedBackups(backups, kept)
  return backups.filter((backup) => !going.includes(backup))
}

describe('of the backups', () => {
  test.each<[what: string, count: number, stay: number]>([
    ['none goes where there is none', 0, 0],
    ['one alone stays', 1, 1],
    ['fourteen nights stay', 14, 14],
    ['a fifteenth night goes where a later one of its week and month is there', 15, 14],
    ['a sixteenth night stays as the last of its week', 16, 15],
    // 30/11 is a Monday: the nights from 17/11 on hold three of the eight weeks and one of the months.
    ['sixty nights are fourteen, five Sundays and an end of a month', 60, 14 + 5 + 1],
    ['three years are fourteen nights, eight weeks and 24 months', 1100, 14 + 5 + 23],
  ])('%s', (_, count, stay) => {
    expect(staying(nights(count))).toHaveLength(stay)
  })

  test('the newest of each day, week and month stays', () => {
    expect(daysOf(staying(nights(60), { days: 1, weeks: 3, months: 3 }))).toEqual([
      '2026-11-30',
      '2026-11-29',
      '2026-11-22',
      '2026-10-31',
    ])
  })

  test('days without one do not count: a machine that was off keeps what it has', () => {
    const old = nights(400).filter((_, ago) => ago === 0 || ago >= 300)
    expect(staying(old)).toContain(old[1])
    expect(staying(old).length).toBeGreaterThan(14)
  })

  test('of one day the newest stays, whatever their order', () => {
    const [night] = nights(1)
    const evening: Backup = { name: 'evening', at: '2026-11-30T13:00:00.000Z', reason: 'nightly' }
    expect(outlivedBackups([night as Backup, evening])).toEqual([night])
    expect(outlivedBackups([evening, night as Backup])).toEqual([night])
  })

  test('a night takes no place of one that was made before a restore', () => {
    const before = nights(1, 'beforeRestore')
    expect(outlivedBackups([...nights(1), ...before])).toEqual([])
  })
})

describe('the name of a backup', () => {
  test.each<[Backup['reason'], string]>([
    ['byHand', 'moc57-real-20261123-000500.db'],
    ['nightly', 'moc57-real-20261123-000500-hang-dem.db'],
    ['beforeUpgrade', 'moc57-real-20261123-000500-truoc-khi-nang-cap.db'],
    ['beforeRestore', 'moc57-real-20261123-000500-truoc-khi-khoi-phuc.db'],
  ])('tells that it was made %s, and when in Viet Nam', (reason, name) => {
    const at = '2026-11-22T17:05:00.000Z'
    expect(backupName('real', { at, reason })).toBe(name)
    expect(readBackupName('real', name)).toEqual({ name, at, reason })
  })

  test.each([
    'moc57-sample-20261123-000500.db',
    'moc57-real-20261123-000500-khac.db',
    'moc57-real-20261399-000500.db',
    'moc57-real-20261123-000500.db-evidence',
    '../moc57-real-20261123-000500.db',
    '.moc57-real-20261123-000500.db.part',
    'sao-luu.db',
  ])('is not %s: such a file is never listed and never removed', (name) => {
    expect(readBackupName('real', name)).toBeUndefined()
  })
})
