import {
  ReportContent,
  type ReportKind,
  type ReportPeriod,
  type ReportSection,
  ReportSettings,
} from '@moc57/shared'
import { and, desc, eq, max, type SQL } from 'drizzle-orm'
import { appendChainLink } from '../measurements/approval-chain.ts'
import type { Database } from '../open/open.ts'
import { reportSections, reportSettings, reports, reportTemplates } from '../schema/reports.ts'
import type { Deed } from '../sql/deed.ts'
import { nextRevision } from '../sql/next-revision.ts'
import { inOneCommit } from '../sql/one-commit.ts'

/** A text or a form that is kept in revisions; 0 is none yet. */
export type Signed = Deed & { revision: number }

/** Which of a unit's settings: those of a kind of report that goes to one of its addressees, from 1. */
export type SettingsPlace = { unitCode: string; kind: ReportKind; addressee: number }

/** How the reports of a kind to an addressee look; undefined until somebody says so. */
export function findReportSettings(
  db: Database,
  place: SettingsPlace,
): (Signed & { settings: ReportSettings }) | undefined {
  const row = db.orm
    .select()
    .from(reportSettings)
    .where(ofPlace(place))
    .orderBy(desc(reportSettings.revision))
    .limit(1)
    .get()
  if (!row) return undefined
  const { id: _, unitCode: __, kind: ___, addressee: ____, revision, by, at, ...settings } = row
  return { revision, by, at, settings: ReportSettings.parse(settings) }
}

function ofPlace({ unitCode, kind, addressee }: SettingsPlace): SQL | undefined {
  return and(
    eq(reportSettings.unitCode, unitCode),
    eq(reportSettings.kind, kind),
    eq(reportSettings.addressee, addressee),
  )
}

/** The addressees that the unit has settings for, with the first body that each of them names. */
export function listAddressees(db: Database, unitCode: string): { number: number; name: string }[] {
  const { addressee, addressees } = reportSettings
  const rows = db.orm
    // SQLite takes the other column from the row that has the maximum.
    .select({ number: addressee, addressees, latest: max(reportSettings.id) })
    .from(reportSettings)
    .where(eq(reportSettings.unitCode, unitCode))
    .groupBy(addressee)
    .orderBy(addressee)
    .all()
  return rows.map(({ number, addressees }) => ({ number, name: addressees.split('\n')[0]?.trim() ?? '' }))
}

type NewSettings = Deed & SettingsPlace & { settings: ReportSettings; basedOn: number }

/** Appends the settings as the next revision. Throws `StaleError` when they were written on an older one. */
export function appendReportSettings(
  db: Database,
  { settings, basedOn, by, at, ...place }: NewSettings,
): number {
  return inOneCommit(db, () => {
    const revision = nextRevision(db, reportSettings, ofPlace(place), { revised: 'reportText', basedOn })
    db.orm
      .insert(reportSettings)
      .values({ ...settings, ...place, revision, by, at })
      .run()
    return revision
  })
}

/** A template of a unit as it is stored; `name` is `null` where the product's own was put back. */
export type StoredTemplate = Signed & { id: number; name: string | null }

/** The latest revision of a unit's template; undefined where the unit never gave one. */
export function findReportTemplate(db: Database, unitCode: string): StoredTemplate | undefined {
  const { id, revision, name, by, at } = reportTemplates
  return db.orm
    .select({ id, revision, name, by, at })
    .from(reportTemplates)
    .where(eq(reportTemplates.unitCode, unitCode))
    .orderBy(desc(revision))
    .limit(1)
    .get()
}

/** The document of a template. */
export function readTemplateDocument(db: Database, id: number): Buffer {
  const row = db.orm
    .select({ document: reportTemplates.document })
    .from(reportTemplates)
    .where(eq(reportTemplates.id, id))
    .get()
  if (!row?.document) throw new Error(`no document of template ${id}`)
  return row.document
}

type NewTemplate = Deed & {
  unitCode: string
  basedOn: number
  /** `null` puts the product's own back. */
  template: { name: string; document: Buffer } | null
}

/** Appends a template as the next revision. Throws `StaleError` when it was given on an older one. */
export function appendReportTemplate(
  db: Database,
  { unitCode, basedOn, template, by, at }: NewTemplate,
): void {
  inOneCommit(db, () => {
    const ofUnit = eq(reportTemplates.unitCode, unitCode)
    const revision = nextRevision(db, reportTemplates, ofUnit, { revised: 'reportText', basedOn })
    const { name = null, document = null } = template ?? {}
    db.orm.insert(reportTemplates).values({ unitCode, revision, name, document, by, at }).run()
  })
}

/** The sections of a unit's report that have been written, each as it stands. */
export function listReportSections(
  db: Database,
  unitCode: string,
  period: ReportPeriod,
): Map<ReportSection, Signed & { text: string }> {
  const { section, text, by, at } = reportSections
  const rows = db.orm
    // SQLite takes the other columns from the row that has the maximum.
    .select({ section, text, by, at, revision: max(reportSections.revision) })
    .from(reportSections)
    .where(and(eq(reportSections.unitCode, unitCode), eq(reportSections.period, period)))
    .groupBy(section)
    .all()
  return new Map(rows.map(({ section, revision, ...row }) => [section, { ...row, revision: revision ?? 0 }]))
}

/** The periods that somebody of the unit wrote a section for, with the text that stands; the last written first. */
export function listWrittenPeriods(
  db: Database,
  unitCode: string,
  section: ReportSection,
): { period: ReportPeriod; text: string }[] {
  const { period, text } = reportSections
  return (
    db.orm
      // SQLite takes the text from the row that has the maximum.
      .select({ period, text, latest: max(reportSections.id) })
      .from(reportSections)
      .where(and(eq(reportSections.unitCode, unitCode), eq(reportSections.section, section)))
      .groupBy(period)
      .orderBy(desc(max(reportSections.id)))
      .all()
      .map(({ period, text }) => ({ period, text }))
  )
}

type NewSection = Deed & {
  unitCode: string
  period: ReportPeriod
  section: ReportSection
  text: string
  basedOn: number
}

/** Appends a section as the next revision. Throws `StaleError` when it was written on an older one. */
export function appendReportSection(db: Database, { basedOn, ...given }: NewSection): number {
  return inOneCommit(db, () => {
    const ofIt = and(
      eq(reportSections.unitCode, given.unitCode),
      eq(reportSections.period, given.period),
      eq(reportSections.section, given.section),
    )
    const revision = nextRevision(db, reportSections, ofIt, { revised: 'reportText', basedOn })
    db.orm
      .insert(reportSections)
      .values({ ...given, revision })
      .run()
    return revision
  })
}

/** A report that was made, without its content. */
export type StoredReport = Deed & {
  id: number
  period: ReportPeriod
  isDraft: boolean
  code: string
  templateId: number | null
  addressee: number
}

const listed = {
  id: reports.id,
  period: reports.period,
  isDraft: reports.isDraft,
  code: reports.code,
  templateId: reports.templateId,
  addressee: reports.addressee,
  by: reports.by,
  at: reports.at,
}

/** The reports of a unit, newest first. */
export function listReports(db: Database, unitCode: string): StoredReport[] {
  return db.orm
    .select(listed)
    .from(reports)
    .where(eq(reports.unitCode, unitCode))
    .orderBy(desc(reports.id))
    .all()
}

export function findReport(
  db: Database,
  unitCode: string,
  id: number,
): (StoredReport & { content: ReportContent }) | undefined {
  const row = db.orm
    .select({ ...listed, content: reports.content })
    .from(reports)
    .where(and(eq(reports.unitCode, unitCode), eq(reports.id, id)))
    .get()
  return row && { ...row, content: ReportContent.parse(JSON.parse(row.content)) }
}

/** A report by the number that it carries, whichever unit made it. */
export function findReportByCode(
  db: Database,
  code: string,
): (StoredReport & { unitCode: string; content: ReportContent }) | undefined {
  const row = db.orm
    .select({ ...listed, unitCode: reports.unitCode, content: reports.content })
    .from(reports)
    .where(eq(reports.code, code))
    .get()
  return row && { ...row, content: ReportContent.parse(JSON.parse(row.content)) }
}

/** The latest report of a period that was no draft: its figures stay those of the period's report. */
export function findFinalReport(db: Database, unitCode: string, period: ReportPeriod) {
  const latest = listReports(db, unitCode).find((report) => report.period === period && !report.isDraft)
  return latest && findReport(db, unitCode, latest.id)
}

type NewReport = Deed &
  Pick<StoredReport, 'code' | 'templateId' | 'addressee'> & { unitCode: string; content: ReportContent }

/**
 * Keeps a report with its content; one that says exactly what the latest of its period to that addressee said, in the
 * same template, is that one.
 */
export function appendReport(db: Database, { content, ...given }: NewReport): StoredReport {
  const { unitCode, addressee, templateId } = given
  const { period, isDraft } = content.figures
  const text = JSON.stringify(ReportContent.parse(content))
  return inOneCommit(db, () => {
    const latest = db.orm
      .select({ ...listed, content: reports.content })
      .from(reports)
      .where(
        and(eq(reports.unitCode, unitCode), eq(reports.period, period), eq(reports.addressee, addressee)),
      )
      .orderBy(desc(reports.id))
      .limit(1)
      .get()
    if (latest?.content === text && latest.templateId === templateId) {
      const { content: _, ...report } = latest
      return report
    }
    const made = db.orm
      .insert(reports)
      .values({ ...given, period, isDraft, content: text })
      .returning(listed)
      .get()
    appendChainLink(db, { unitCode, kind: 'report', reportCodes: [made.code], by: made.by, at: made.at })
    return made
  })
}
