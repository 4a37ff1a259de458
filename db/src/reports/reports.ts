import { ReportContent, type ReportPeriod, type ReportSection, ReportSettings } from '@moc57/shared'
import { and, desc, eq, max } from 'drizzle-orm'
import type { Database } from '../open/open.ts'
import { reportSections, reportSettings, reports } from '../schema/reports.ts'
import type { Deed } from '../sql/deed.ts'
import { nextRevision } from '../sql/next-revision.ts'
import { inOneCommit } from '../sql/one-commit.ts'

/** A text or a form that is kept in revisions; 0 is none yet. */
export type Signed = Deed & { revision: number }

/** How the reports of a unit look; undefined until somebody says so. */
export function findReportSettings(
  db: Database,
  unitCode: string,
): (Signed & { settings: ReportSettings }) | undefined {
  const row = db.orm
    .select()
    .from(reportSettings)
    .where(eq(reportSettings.unitCode, unitCode))
    .orderBy(desc(reportSettings.revision))
    .limit(1)
    .get()
  if (!row) return undefined
  const { id: _, unitCode: __, revision, by, at, ...settings } = row
  return { revision, by, at, settings: ReportSettings.parse(settings) }
}

type NewSettings = Deed & { unitCode: string; settings: ReportSettings; basedOn: number }

/** Keeps the settings as the next revision. Throws `StaleError` when they were written on an older one. */
export function appendReportSettings(
  db: Database,
  { unitCode, settings, basedOn, by, at }: NewSettings,
): number {
  return inOneCommit(db, () => {
    const ofIt = eq(reportSettings.unitCode, unitCode)
    const revision = nextRevision(db, reportSettings, ofIt, { revised: 'reportText', basedOn })
    db.orm
      .insert(reportSettings)
      .values({ ...settings, unitCode, revision, by, at })
      .run()
    return revision
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

type NewSection = Deed & {
  unitCode: string
  period: ReportPeriod
  section: ReportSection
  text: string
  basedOn: number
}

/** Keeps a section as the next revision. Throws `StaleError` when it was written on an older one. */
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
export type StoredReport = Deed & { id: number; period: ReportPeriod; isDraft: boolean }

const listed = {
  id: reports.id,
  period: reports.period,
  isDraft: reports.isDraft,
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

/** The latest report of a period that was no draft: its figures stay those of the period's report. */
export function findFinalReport(db: Database, unitCode: string, period: ReportPeriod) {
  const latest = listReports(db, unitCode).find((report) => report.period === period && !report.isDraft)
  return latest && findReport(db, unitCode, latest.id)
}

/** Keeps a report with its content; one that says exactly what the latest of its period said is that one. */
export function appendReport(
  db: Database,
  { unitCode, content, by, at }: Deed & { unitCode: string; content: ReportContent },
): StoredReport {
  const { period, isDraft } = content.figures
  const text = JSON.stringify(ReportContent.parse(content))
  return inOneCommit(db, () => {
    const latest = db.orm
      .select({ ...listed, content: reports.content })
      .from(reports)
      .where(and(eq(reports.unitCode, unitCode), eq(reports.period, period)))
      .orderBy(desc(reports.id))
      .limit(1)
      .get()
    if (latest?.content === text) {
      const { content: _, ...report } = latest
      return report
    }
    return db.orm
      .insert(reports)
      .values({ unitCode, period, isDraft, content: text, by, at })
      .returning(listed)
      .get()
  })
}
