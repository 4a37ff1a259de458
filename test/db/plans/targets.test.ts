import { type Database, ownTargetSources, planOfUnit, targetsInForce, targetsInForceOfCity } from '@moc57/db'
import { planMilestones } from '@moc57/shared'
import { describe, expect, test } from 'vitest'
import { seededDatabase, sharedSample } from '../../support/databases.ts'

const [kienAn, giaPhuc, kienThuy, tranLieu] = ['11443', '11050', '11680', '10729'] as const

const texts = (db: Database, unitCode: string, number: number, asOf: string) =>
  targetsInForce(db, unitCode, asOf)
    .get(number)
    ?.map(({ milestone, text, source }) => `${milestone} ${text} ${source}`)

describe('the targets of a unit', () => {
  test('are its own for Kiến An, and its table for a unit that has none', () => {
    const db = seededDatabase()
    const own = targetsInForce(db, kienAn, '2026-Q3')
    const borrowed = targetsInForce(db, tranLieu, '2026-Q3')
    expect([...own.values()].flat().every(({ source }) => source === 'own')).toBe(true)
    expect([...borrowed.values()].flat().every(({ source }) => source === 'reference')).toBe(true)
    expect([...borrowed.values()].flat().map(({ text }) => text)).toEqual(
      [...own.values()].flat().map(({ text }) => text),
    )
  })

  test('are 31 x 5, in the order of the plan and of time', () => {
    const targets = targetsInForce(seededDatabase(), kienAn, '2025-Q1')
    expect([...targets.keys()]).toEqual(Array.from({ length: 31 }, (_, index) => index + 1))
    for (const row of targets.values()) expect(row.map(({ milestone }) => milestone)).toEqual(planMilestones)
  })

  test('are replaced row by row by the unit itself, from the quarter its document is of', () => {
    const db = seededDatabase()
    expect(texts(db, kienThuy, 6, '2025-Q2')?.[1]).toBe('2030 Phấn đấu ít nhất 3% reference')
    expect(texts(db, kienThuy, 6, '2025-Q3')).toEqual([
      '2025 Phấn đấu ít nhất 3% reference',
      '2030 tối thiểu 3% own',
      '2035 Đạt 3% reference',
      '2040 Đạt ít nhất 3% reference',
      '2045 Đạt ít nhất 3% reference',
    ])
  })

  test('may have a year of their own: Gia Phúc, 70 % by the end of 2026', () => {
    const db = seededDatabase()
    expect(texts(db, giaPhuc, 23, '2025-Q3')).toHaveLength(5)
    expect(texts(db, giaPhuc, 23, '2025-Q4')?.slice(0, 3)).toEqual([
      '2025 ≥70% reference',
      '2026 Tối thiểu 70% own',
      '2030 ≥85% reference',
    ])
  })

  test('are the same one by one and for the whole city', () => {
    const db = sharedSample()
    for (const asOf of ['2025-Q1', '2026-Q3']) {
      const ofCity = targetsInForceOfCity(db, asOf)
      for (const unitCode of [kienAn, giaPhuc, kienThuy, '11948']) {
        for (const [number, targets] of targetsInForce(db, unitCode, asOf)) {
          expect(ofCity(unitCode, number)).toEqual(targets)
        }
      }
    }
  })
})

/** A change of a plan as the application will enter it: a row that is in force from a later quarter. */
function changeTarget(
  { sqlite }: Database,
  unitCode: string,
  effectiveFrom: string,
  text: string,
  lower: number,
) {
  sqlite
    .prepare(
      `INSERT INTO targets (unit_code, indicator_number, milestone, text, kind, lower, strict, aspirational, effective_from, document_id)
       VALUES (?, 1, 2030, ?, 'atLeast', ?, 0, 0, ?, 'kien-an-plan-2025')`,
    )
    .run(unitCode, text, lower * 10_000, effectiveFrom)
}

describe('a plan that was changed', () => {
  test('is seen as it was in each quarter', () => {
    const db = seededDatabase()
    changeTarget(db, kienAn, '2027-Q2', '≥95%', 95)
    changeTarget(db, kienAn, '2026-Q2', '≥90%', 90)
    const bound = (asOf: string) => targetsInForce(db, kienAn, asOf).get(1)?.[1]?.lower
    expect(['2025-Q1', '2026-Q1', '2026-Q2', '2027-Q1', '2027-Q2', '2050-Q4'].map(bound)).toEqual([
      100, 100, 90, 90, 95, 95,
    ])
  })

  test('changes the yardstick of the units that borrow it, not of one with a target of its own', () => {
    const db = seededDatabase()
    changeTarget(db, tranLieu, '2026-Q1', '≥80%', 80)
    changeTarget(db, kienAn, '2026-Q2', '≥90%', 90)
    expect(texts(db, giaPhuc, 1, '2026-Q2')?.[1]).toBe('2030 ≥90% reference')
    expect(texts(db, tranLieu, 1, '2025-Q4')?.[1]).toBe('2030 100% reference')
    expect(texts(db, tranLieu, 1, '2026-Q2')?.[1]).toBe('2030 ≥80% own')
  })
})

describe('where a target comes from', () => {
  test('is told for a target outside of the plan, with the words of the document', () => {
    const [source, ...others] = ownTargetSources(seededDatabase(), giaPhuc, 23, '2026-Q3')
    expect(others).toEqual([])
    expect(source).toMatchObject({ milestone: 2026, document: { id: 'gia-phuc-plan-2026', kind: 'plan' } })
    expect(source?.quotation).toContain('Tối thiểu 70% hồ sơ thủ tục hành chính')
    expect(source?.note).toContain('Phụ lục 01 không có mốc 2026')
  })

  test('needs no telling for the table of the unit itself, nor before the document', () => {
    const db = seededDatabase()
    expect(ownTargetSources(db, kienAn, 23, '2026-Q3')).toEqual([])
    expect(ownTargetSources(db, giaPhuc, 23, '2025-Q3')).toEqual([])
    expect(ownTargetSources(db, tranLieu, 23, '2026-Q3')).toEqual([])
  })

  test('is the own plan for Kiến An and the plan of Kiến An as a yardstick for the others', () => {
    const db = seededDatabase()
    expect(planOfUnit(db, kienAn, '2026-Q3')).toMatchObject({ source: 'own', unit: { name: 'Kiến An' } })
    // Gia Phúc has a plan, but not one of these indicators.
    expect(planOfUnit(db, giaPhuc, '2026-Q3')).toMatchObject({
      source: 'reference',
      unit: { name: 'Kiến An' },
      document: { id: 'kien-an-plan-2025' },
    })
  })
})
