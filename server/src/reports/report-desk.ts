import {
  acceptedExplanations,
  findFinalReport,
  findReportSettings,
  listAddressees,
  listReportSections,
  listWrittenPeriods,
  readReportingWindow,
  type StoredReport,
} from '@moc57/db'
import {
  type AdministrativeUnit,
  explanationLine,
  formatDay,
  quartersOf,
  type ReportContent,
  ReportFigures,
  type ReportKind,
  type ReportPeriod,
  ReportSection,
  type ReportSettings,
  reportKind,
  reportPeriodInText,
  reportPeriodLabel,
} from '@moc57/shared'
import type { WrittenSection } from '@moc57/shared/api'
import type { Context } from '../http/context.ts'
import { defaultSettings } from './default-settings.ts'
import { figuresOfUnit, hasFigures } from './unit-figures.ts'

type Written = { revision: number; by: string | null; at: string | null }

/** What a report of a unit and period would be made from. */
export type ReportDesk = {
  /** Why no report can be made; `null` where one can. */
  refusal: string | null
  /** The report whose figures stand until those of today are asked for. */
  keptFrom: StoredReport | null
  hasNewFigures: boolean
  addressee: number
  addressees: { number: number; name: string }[]
  settings: Written & { settings: ReportSettings }
  sections: WrittenSection[]
  content: ReportContent
}

const unwritten = { revision: 0, by: null, at: null }

export type DeskOf = { unit: AdministrativeUnit; period: ReportPeriod; addressee: number | undefined }

export function readDesk(
  context: Context,
  { unit, period, addressee = 1 }: DeskOf,
  asked: 'kept' | 'today' = 'kept',
): ReportDesk {
  const { database } = context
  const today = figuresOfUnit(context, unit, period)
  const kept = findFinalReport(database, unit.code, period)
  const figures = asked === 'kept' && kept ? kept.content.figures : today
  const settings = settingsFor(context, { unit, period, addressee })
  const sections = readSections(context, unit.code, period)
  const { content: _, ...keptFrom } = kept ?? { content: null }
  return {
    refusal: refusalOf(context, period, figures),
    keptFrom: kept ? (keptFrom as StoredReport) : null,
    hasNewFigures: kept !== undefined && !saysTheSame(kept.content.figures, today),
    addressee,
    addressees: listAddressees(database, unit.code),
    settings,
    sections,
    content: {
      figures,
      settings: settings.settings,
      sections: Object.fromEntries(
        sections.map(({ section, text }) => [section, text]),
      ) as ReportContent['sections'],
    },
  }
}

/** The settings of the kind and addressee; those of its quarterly reports until the kind has its own. */
function settingsFor(
  context: Context,
  { unit, period, addressee }: { unit: AdministrativeUnit; period: ReportPeriod; addressee: number },
): ReportDesk['settings'] {
  const find = (kind: ReportKind, number: number) =>
    findReportSettings(context.database, { unitCode: unit.code, kind, addressee: number })
  const own = find(reportKind(period), addressee)
  if (own) return own
  const like = find('quarter', addressee)?.settings
  if (like) return { ...unwritten, settings: like }
  // Another addressee differs in whom it is sent to; the rest is as in the first.
  const first = addressee > 1 ? (find(reportKind(period), 1) ?? find('quarter', 1))?.settings : undefined
  const settings = first ?? defaultSettings(context, unit, period)
  return { ...unwritten, settings: addressee > 1 ? { ...settings, addressees: '' } : settings }
}

function saysTheSame(one: ReportFigures, other: ReportFigures): boolean {
  // Parsing puts the fields into one order.
  const words = (figures: ReportFigures) => JSON.stringify(ReportFigures.parse({ ...figures, takenOn: '' }))
  return words(one) === words(other)
}

function refusalOf(
  { database, calendar }: Context,
  period: ReportPeriod,
  figures: ReportFigures,
): string | null {
  const { from } = readReportingWindow(database, quartersOf(period).last)
  if (calendar().today < from) {
    return `${reportPeriodLabel(period)} chưa đến kỳ lấy số liệu; lập được báo cáo từ ngày ${formatDay(from)}.`
  }
  return hasFigures(figures)
    ? null
    : `Đơn vị chưa có số liệu nào của ${reportPeriodInText(period)} nên chưa lập được báo cáo. Hãy nhập số liệu của kỳ này trước; nội dung đã soạn vẫn được giữ.`
}

/**
 * The sections as they stand; what nobody has written yet of the difficulties is offered from accepted explanations, of
 * the others from the report before.
 */
export function readSections(context: Context, unitCode: string, period: ReportPeriod): WrittenSection[] {
  const written = listReportSections(context.database, unitCode, period)
  return ReportSection.options.map((section) => {
    const earlier = earlierText(context, unitCode, period, section)
    const stored = written.get(section)
    if (stored) return { section, ...stored, isPrefilled: false, earlier }
    const text = section === 'difficulties' ? difficultiesOf(context, unitCode, period) : ''
    return { section, text, isPrefilled: text !== '', earlier, ...unwritten }
  })
}

/** What the report before said: the last written of one that ends no later; difficulties are those of their own time. */
function earlierText(
  { database }: Context,
  unitCode: string,
  period: ReportPeriod,
  section: ReportSection,
): WrittenSection['earlier'] {
  if (section === 'difficulties') return null
  const { last } = quartersOf(period)
  const found = listWrittenPeriods(database, unitCode, section).find(
    (one) => one.period !== period && quartersOf(one.period).last <= last && one.text.trim() !== '',
  )
  return found ?? null
}

function difficultiesOf({ database }: Context, unitCode: string, period: ReportPeriod): string {
  return acceptedExplanations(database, unitCode, quartersOf(period)).map(explanationLine).join('\n')
}
