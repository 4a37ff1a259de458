import {
  appendReport,
  appendReportSection,
  appendReportSettings,
  findFinalReport,
  findReport,
  findReportSettings,
  listReportSections,
  listReports,
} from '@moc57/db'
import { describe, expect, test } from 'vitest'
import { contents, seededDatabase } from '../../support/databases.ts'
import { reportContent, reportSettings } from '../../support/make-report.ts'

const deed = { by: 'vhxh', at: '2026-11-22T03:00:00.000Z' }
const unitCode = '11443'
const section = { ...deed, unitCode, period: '2026-Q3', section: 'plan' } as const

describe('what people write for a report', () => {
  test('is kept in revisions, the latest stands, and each period has its own', () => {
    const db = seededDatabase()
    expect(appendReportSection(db, { ...section, text: 'một', basedOn: 0 })).toBe(1)
    expect(appendReportSection(db, { ...section, text: 'hai', basedOn: 1 })).toBe(2)
    expect(listReportSections(db, unitCode, '2026-Q3').get('plan')).toEqual({
      ...deed,
      text: 'hai',
      revision: 2,
    })
    expect(listReportSections(db, unitCode, '2026-Y').size).toBe(0)
  })

  test('on an older revision is refused and changes nothing', () => {
    const db = seededDatabase()
    appendReportSection(db, { ...section, text: 'một', basedOn: 0 })
    appendReportSettings(db, { ...deed, unitCode, settings: reportSettings(), basedOn: 0 })
    const before = contents(db)
    expect(() => appendReportSection(db, { ...section, text: 'hai', basedOn: 0 })).toThrow('newer revision')
    expect(() =>
      appendReportSettings(db, { ...deed, unitCode, settings: reportSettings(), basedOn: 0 }),
    ).toThrow('newer revision')
    expect(contents(db)).toEqual(before)
  })

  test('settings belong to one unit', () => {
    const db = seededDatabase()
    const settings = reportSettings({ placeName: 'Phường Ngô Quyền' })
    appendReportSettings(db, { ...deed, unitCode, settings, basedOn: 0 })
    expect(findReportSettings(db, unitCode)).toEqual({ ...deed, revision: 1, settings })
    expect(findReportSettings(db, '11680')).toBeUndefined()
  })
})

describe('a report', () => {
  test('keeps its whole content', () => {
    const db = seededDatabase()
    const content = reportContent()
    const { id } = appendReport(db, { ...deed, unitCode, content })
    expect(findReport(db, unitCode, id)).toEqual({ ...deed, id, period: '2026-Q3', isDraft: false, content })
    expect(findReport(db, '11680', id)).toBeUndefined()
  })

  test('that says the same as the latest one is that one', () => {
    const db = seededDatabase()
    const first = appendReport(db, { ...deed, unitCode, content: reportContent() })
    expect(appendReport(db, { ...deed, unitCode, content: reportContent() })).toEqual(first)
    expect(listReports(db, unitCode)).toHaveLength(1)
  })

  test('the figures of a period are those of its latest report that was no draft', () => {
    const db = seededDatabase()
    const { id } = appendReport(db, { ...deed, unitCode, content: reportContent() })
    appendReport(db, { ...deed, unitCode, content: reportContent({ isDraft: true }) })
    expect(findFinalReport(db, unitCode, '2026-Q3')?.id).toBe(id)
    expect(findFinalReport(db, unitCode, '2026-Q2')).toBeUndefined()
  })
})

test.each(['report_settings', 'report_sections', 'reports'])('%s is append-only', (table) => {
  const db = seededDatabase()
  appendReportSection(db, { ...section, text: 'một', basedOn: 0 })
  appendReportSettings(db, { ...deed, unitCode, settings: reportSettings(), basedOn: 0 })
  appendReport(db, { ...deed, unitCode, content: reportContent() })
  const before = contents(db)
  for (const statement of [
    `UPDATE ${table} SET unit_code = unit_code`,
    `DELETE FROM ${table}`,
    `REPLACE INTO ${table} SELECT * FROM ${table}`,
  ]) {
    expect(() => db.sqlite.exec(statement)).toThrow('is append-only')
  }
  expect(contents(db)).toEqual(before)
})
