import {
  type ChainContent,
  type Database,
  findReportByCode,
  findUnit,
  listChainLinks,
  unitsWithChains,
  verifyChain,
} from '@moc57/db'
import {
  type AdministrativeUnit,
  formatRecorded,
  type Output,
  quartersOf,
  type ReportContent,
  unitTitle,
} from '@moc57/shared'
import { verifyChains, verifyReport } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'
import { notFound } from '../http/problem.ts'
import { costly } from '../http/rates.ts'
import { breathe } from '../http/turns.ts'

type Proof = Output<typeof verifyReport>

/** What proves a paper: its own frozen content, the chain that it stands in, and the check of all chains. */
export const verificationRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, notice } = context

  app.route({
    ...verifyReport,
    config: costly,
    handler: async ({ params }) => {
      const code = params.code.toUpperCase().replace(/[^0-9A-Z]/g, '')
      const report = findReportByCode(database, code)
      if (!report)
        throw notFound('Không có báo cáo nào mang mã này. Hãy so lại mã in trên giấy; mã gồm 12 chữ và số.')
      const { unitCode, period, isDraft, at, content } = report
      const links = contentsOf(database, unitCode)
      return {
        notice,
        code,
        unit: unitOf(database, unitCode),
        period,
        isDraft,
        madeAt: at,
        hash: links.find(({ reports }) => reports.some((one) => one.code === code))?.hash ?? null,
        firstBreak: verifyChain(database, unitCode).firstBreak,
        figures: isDraft ? [] : frozenFigures(content),
        approvals: isDraft ? [] : approvalsOf(links, report),
        changes: isDraft ? [] : changesSince(links, report),
      }
    },
  })

  app.route({
    ...verifyChains,
    config: costly,
    handler: async () => {
      const found = { units: 0, links: 0, figures: 0, breaks: [] as Output<typeof verifyChains>['breaks'] }
      for (const unitCode of unitsWithChains(database)) {
        const { links, figures, firstBreak } = verifyChain(database, unitCode)
        found.units += 1
        found.links += links
        found.figures += figures
        const unitName = unitTitle(unitOf(database, unitCode))
        if (firstBreak) found.breaks.push({ ...firstBreak, unitName })
        await breathe()
      }
      return { notice, ...found }
    },
  })
}

function unitOf(database: Database, unitCode: string): AdministrativeUnit {
  const unit = findUnit(database, unitCode)
  if (!unit) throw new Error(`no unit ${unitCode}`)
  return unit
}

type Linked = ChainContent & { hash: string }

/** The links whose content can be read; one that cannot is the break that is told beside them. */
function contentsOf(database: Database, unitCode: string): Linked[] {
  return listChainLinks(database, unitCode).map(({ hash, content }) => ({
    ...(JSON.parse(content) as ChainContent),
    hash,
  }))
}

function frozenFigures({ figures }: ReportContent): Proof['figures'] {
  return figures.annex.map(({ number, name, current, status }) => ({
    number,
    name,
    text: current?.text ?? 'Chưa có số liệu của kỳ',
    status,
  }))
}

type Made = { period: string; at: string; content: ReportContent }

function isOfReport({ period }: Pick<ChainContent, 'period'>, report: Made): boolean {
  const { first, last } = quartersOf(report.period)
  return period !== null && period >= first && period <= last
}

/** Who approved what of the report's period, up to its making. */
function approvalsOf(links: readonly Linked[], report: Made): Proof['approvals'] {
  return links.flatMap((link) => {
    const { period, kind, by, at, figures } = link
    if (kind !== 'approval' || at > report.at || !isOfReport(link, report) || period === null) return []
    return [{ period, by, at, numbers: figures.map(numberOf).toSorted((one, other) => one - other) }]
  })
}

/** Figures of the report's period that were approved anew after its making, each as it stands now. */
function changesSince(links: readonly Linked[], report: Made): Proof['changes'] {
  const printed = new Map(report.content.figures.annex.map((row) => [row.number, row]))
  const changes = new Map<string, Proof['changes'][number]>()
  for (const link of links) {
    if (link.kind !== 'approval' || link.at <= report.at || !isOfReport(link, report)) continue
    for (const figure of link.figures) {
      const number = numberOf(figure)
      const row = printed.get(number)
      const { value, comparator } = figure.measurement
      const now =
        value === null
          ? 'không có giá trị'
          : `${comparator ? 'trên ' : ''}${formatRecorded(Number(value) / 10_000, row?.unitOfMeasure ?? '')}`
      const text = row?.current?.text ?? 'chưa có số liệu'
      changes.set(`${number} ${link.period}`, {
        number,
        period: link.period ?? '',
        at: link.at,
        printed: text,
        now,
      })
    }
  }
  return [...changes.values()].filter(({ printed, now }) => printed !== now)
}

function numberOf({ measurement }: Linked['figures'][number]): number {
  return Number(measurement.indicator_number)
}
