import {
  listIndicatorGroups,
  listIndicatorsOfUnit,
  listLeadBodies,
  listLeaders,
  listRevisions,
  ownTargetSources,
  planOfUnit,
  readReportingWindow,
} from '@moc57/db'
import { foldName, may, namesBody, namesLeader } from '@moc57/shared'
import { type ProgressItem, type ProgressQuery, readIndicator, readProgress } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { type Context, indicatorOf, unitOf } from '../http/context.ts'
import { serveTableFiles } from '../http/files/send-as-file.ts'
import { viewOf } from '../http/view.ts'
import { progressCsv } from './progress-csv.ts'
import { type ProgressExport, progressWorkbook } from './progress-xlsx.ts'
import { progressOfUnit } from './unit-progress.ts'

export const progressRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, calendar, notice } = context

  const readUnit = (unitCode: string, asked: Parameters<typeof viewOf>[0]) => {
    const unit = unitOf(context, unitCode)
    const today = calendar()
    const view = viewOf(asked, today)
    return {
      notice,
      unit,
      asOf: view.asOf,
      knownOn: asked.knownOn ?? null,
      currentQuarter: today.currentQuarter,
      window: readReportingWindow(database, view.asOf, view.knownBefore),
      plan: planOfUnit(database, unit.code, view.asOf, view.knownBefore),
      items: progressOfUnit(database, unit.code, view),
    }
  }

  const readFiltered = (unitCode: string, query: ProgressQuery) => {
    const answer = readUnit(unitCode, query)
    return { ...answer, items: answer.items.filter(matches(query)) }
  }

  app.route({
    ...readProgress,
    config: { kept: true },
    handler: async ({ params, query }) => {
      const { asOf, knownBefore } = viewOf(query, calendar())
      return {
        ...readFiltered(params.unitCode, query),
        groups: listIndicatorGroups(database),
        leaders: listLeaders(database, params.unitCode, asOf, knownBefore),
        leadBodies: listLeadBodies(database, params.unitCode),
      }
    },
  })

  const readExport = (unitCode: string, query: ProgressQuery): ProgressExport => {
    const { asOf, knownBefore } = viewOf(query, calendar())
    return {
      ...readFiltered(unitCode, query),
      indicators: listIndicatorsOfUnit(database, unitCode, asOf, knownBefore),
    }
  }
  const { params, querystring, tags } = readProgress.schema

  serveTableFiles(app, {
    url: readProgress.url,
    tags,
    querystring,
    params,
    config: { kept: true },
    read: ({ params, query }) => readExport(params.unitCode, query),
    nameOf: ({ unit, asOf }) => ['tien-do', unit.code, asOf],
    csv: { summary: 'The same as CSV (UTF-8 with BOM)', write: progressCsv },
    xlsx: { summary: 'The same in the layout of Phụ lục 01', write: progressWorkbook },
  })

  app.route({
    ...readIndicator,
    config: { kept: true, keptForPublic: true },
    handler: async ({ params, query, account }) => {
      const { items, ...answer } = readUnit(params.unitCode, query)
      const { knownBefore } = viewOf(query, calendar())
      const indicator = indicatorOf(context, params.unitCode, params.number, answer.asOf, knownBefore)
      const item = items.find(({ number }) => number === indicator.number) as ProgressItem
      return {
        ...answer,
        ...indicator,
        ...item,
        ownTargets: ownTargetSources(database, params.unitCode, item.number, answer.asOf, knownBefore),
        series: listRevisions(database, params.unitCode, item.number, answer.asOf, {
          withDrafts: may(account, 'readDrafts', { unitCode: params.unitCode }),
          knownBefore,
        }),
      }
    },
  })
}

function matches({ leader, leadBody, group, status }: ProgressQuery) {
  return (item: ProgressItem): boolean => {
    const { assignment } = item
    const isLeader = (asked: string) => assignment !== null && namesLeader(asked, assignment.leader)
    const isLeadBody = (asked: string) =>
      assignment !== null &&
      (assignment.leadBodies.some((body) => namesBody(asked, body)) || isSameText(asked, assignment.leadBody))
    return (
      (leader === undefined || isLeader(leader)) &&
      (leadBody === undefined || isLeadBody(leadBody)) &&
      (group === undefined || item.groupCode === group) &&
      (status === undefined || status.includes(item.status))
    )
  }
}

function isSameText(asked: string, printed: string): boolean {
  return foldName(asked) === foldName(printed)
}
