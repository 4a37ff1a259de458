import {
  appendReport,
  appendReportSection,
  appendReportSettings,
  appendReportTemplate,
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
const place = { unitCode, kind: 'quarter', addressee: 1 } as const
const paper = { ...deed, unitCode, code: 'AAAA', templateId: null, addressee: 1 }
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
    appendReportSettings(db, { ...deed, ...place, settings: reportSettings(), basedOn: 0 })
    const before = contents(db)
    expect(() => appendReportSection(db, { ...section, text: 'hai', basedOn: 0 })).toThrow('newer revision')
    expect(() =>
      appendReportSettings(db, { ...deed, ...place, settings: reportSettings(), basedOn: 0 }),
    ).toThrow('newer revision')
    expect(contents(db)).toEqual(before)
  })

  test('settings belong to one unit, one kind of report and one addressee', () => {
    const db = seededDatabase()
    const settings = reportSettings({ placeName: 'Phường Ngô Quyền' })
    appendReportSettings(db, { ...deed, ...place, settings, basedOn: 0 })
    expect(findReportSettings(db, place)).toEqual({ ...deed, revision: 1, settings })
    expect(findReportSettings(db, { ...place, unitCode: '11680' })).toBeUndefined()
    expect(findReportSettings(db, { ...place, kind: 'year' })).toBeUndefined()
    expect(findReportSettings(db, { ...place, addressee: 2 })).toBeUndefined()
  })
})

describe('a report', () => {
  test('keeps its whole content', () => {
    const db = seededDatabase()
    const content = reportContent()
    const { id } = appendReport(db, { ...paper, content })
    expect(findReport(db, unitCode, id)).toMatchObject({
      ...deed,
      id,
      period: '2026-Q3',
      isDraft: false,
      content,
      code: 'AAAA',
    })
    expect(findReport(db, '11680', id)).toBeUndefined()
  })

  test('that says the same as the latest one is that one', () => {
    const db = seededDatabase()
    const first = appendReport(db, { ...paper, content: reportContent() })
    expect(appendReport(db, { ...paper, content: reportContent() })).toEqual(first)
    expect(listReports(db, unitCode)).toHaveLength(1)
    const toOthers = appendReport(db, { ...paper, code: 'BBBB', addressee: 2, content: reportContent() })
    expect(toOthers.id).not.toBe(first.id)
  })

  test('the figures of a period are those of its latest report that was no draft', () => {
    const db = seededDatabase()
    const { id } = appendReport(db, { ...paper, content: reportContent() })
    appendReport(db, { ...paper, code: 'BBBB', content: reportContent({ isDraft: true }) })
    expect(findFinalReport(db, unitCode, '2026-Q3')?.id).toBe(id)
    expect(findFinalReport(db, unitCode, '2026-Q2')).toBeUndefined()
  })
})

test.each(['report_settings', 'report_sections', 'report_templates', 'reports'])(
  '%s is append-only',
  (table) => {
    const db = seededDatabase()
    appendReportSection(db, { ...section, text: 'một', basedOn: 0 })
    appendReportSettings(db, { ...deed, ...place, settings: reportSettings(), basedOn: 0 })
    appendReportTemplate(db, {
      ...deed,
      unitCode,
      basedOn: 0,
      template: { name: 'a', document: Buffer.from('a') },
    })
    appendReport(db, { ...paper, content: reportContent() })
    const before = contents(db)
    for (const statement of [
      `UPDATE ${table} SET unit_code = unit_code`,
      `DELETE FROM ${table}`,
      `REPLACE INTO ${table} SELECT * FROM ${table}`,
    ]) {
      expect(() => db.sqlite.exec(statement)).toThrow('is append-only')
    }
    expect(contents(db)).toEqual(before)
  },
)
