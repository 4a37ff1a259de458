import { assignmentsInForce, type Database, listLeadBodies, listLeaders, listTasks } from '@moc57/db'
import { describe, expect, test } from 'vitest'
import { seededDatabase, sharedSample } from '../../support/databases.ts'

const kienAn = '11443'
const tranLieu = '10729'

describe('the assignments of Kiến An', () => {
  test('name two leaders: six indicators of one, the others of the other', () => {
    const db = seededDatabase()
    const byLeader = Map.groupBy(
      assignmentsInForce(db, kienAn, '2026-Q3').values(),
      ({ leader }) => leader.name,
    )
    expect(Object.fromEntries([...byLeader].map(([name, { length }]) => [name, length]))).toEqual({
      'Trần Thị Phương': 27,
      'Nguyễn Tùng Lâm': 4,
    })
    expect(listLeaders(db, kienAn).map(({ name }) => name)).toEqual(['Trần Thị Phương', 'Nguyễn Tùng Lâm'])
  })

  test('know one body under all its spellings, and the two bodies of 25, 26 and 29', () => {
    const db = seededDatabase()
    const assignments = assignmentsInForce(db, kienAn, '2026-Q3')
    const spellings = new Set(
      [...assignments.values()]
        .filter(({ leadBodies }) => leadBodies.length === 1 && leadBodies[0]?.id === 'van-hoa-xa-hoi')
        .map(({ leadBody }) => leadBody),
    )
    expect(spellings.size).toBeGreaterThan(1)
    const twoBodies = [...assignments].filter(([, { leadBodies }]) => leadBodies.length === 2)
    expect(twoBodies.map(([number]) => number)).toEqual([25, 26, 29])
    expect(assignments.get(29)?.leadBodies.map(({ id }) => id)).toEqual([
      'cong-an',
      'cac-phong-ban-nganh-don-vi',
    ])
    expect(listLeadBodies(db, kienAn)).toHaveLength(4)
  })

  test('are seen as they were before a change', () => {
    const db = seededDatabase()
    reassign(db, '2026-Q2')
    const leaderIn = (asOf: string) => assignmentsInForce(db, kienAn, asOf).get(1)?.leader.id
    expect(['2025-Q1', '2026-Q1', '2026-Q2', '2026-Q3'].map(leaderIn)).toEqual([
      'tran-thi-phuong',
      'tran-thi-phuong',
      'nguyen-tung-lam',
      'nguyen-tung-lam',
    ])
    expect(
      assignmentsInForce(db, kienAn, '2026-Q3')
        .get(1)
        ?.leadBodies.map(({ id }) => id),
    ).toEqual(['cong-an'])
  })
})

function reassign({ sqlite }: Database, effectiveFrom: string): void {
  const { lastInsertRowid } = sqlite
    .prepare(
      `INSERT INTO assignments (unit_code, indicator_number, directing_leader, responsible_officer, lead_body, leader_id, effective_from, document_id)
       VALUES ('11443', 1, 'Đồng chí Nguyễn Tùng Lâm', 'Trưởng Công an phường', 'Công an phường', 'nguyen-tung-lam', ?, 'kien-an-plan-2025')`,
    )
    .run(effectiveFrom)
  sqlite.prepare(`INSERT INTO assignment_lead_bodies VALUES (?, 'cong-an', 1)`).run(lastInsertRowid)
}

describe.each([
  ['real', seededDatabase],
  ['sample', sharedSample],
])('in %s data', (_, make) => {
  test('no other unit borrows the people, bodies or tasks of Kiến An', () => {
    const db = make()
    expect(assignmentsInForce(db, tranLieu, '2026-Q3').size).toBe(0)
    expect([
      ...listLeaders(db, tranLieu),
      ...listLeadBodies(db, tranLieu),
      ...listTasks(db, tranLieu),
    ]).toEqual([])
    expect(listTasks(db, kienAn).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })
})
