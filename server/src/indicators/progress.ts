import {
  listIndicatorGroups,
  listLeadBodies,
  listLeaders,
  listRevisions,
  ownTargetSources,
  readReportingWindow,
} from '@moc57/db'
import { type AdministrativeUnit, foldName, may, namesBody, namesLeader } from '@moc57/shared'
import { type ProgressItem, type ProgressQuery, readIndicator, readProgress } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { type Context, noIndicator } from '../http/context.ts'
import { serveTableFiles } from '../http/files/send-as-file.ts'
import { viewOf } from '../http/view.ts'
import { progressCsv, progressWorkbook } from './progress-sheets.ts'
import { progressOfUnit } from './unit-progress.ts'

export const progressRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, calendar, notice } = context

  const readUnit = (unit: AdministrativeUnit, asked: Parameters<typeof viewOf>[0]) => {
    const today = calendar()
    const view = viewOf(asked, today)
    return {
      notice,
      unit,
      asOf: view.asOf,
      knownOn: asked.knownOn ?? null,
      currentQuarter: today.currentQuarter,
      window: readReportingWindow(database, view.asOf, view.recordedBefore),
      ...progressOfUnit(database, unit, view),
    }
  }

  const readFiltered = (unit: AdministrativeUnit, query: ProgressQuery) => {
    const answer = readUnit(unit, query)
    return { ...answer, items: answer.items.filter(matches(query)) }
  }

  app.route({
    ...readProgress,
    config: { cached: true },
    handler: async ({ query, unit }) => {
      const { asOf, recordedBefore } = viewOf(query, calendar())
      return {
        ...readFiltered(unit, query),
        groups: listIndicatorGroups(database),
        leaders: listLeaders(database, unit.code, asOf, recordedBefore),
        leadBodies: listLeadBodies(database, unit.code),
      }
    },
  })

  serveTableFiles(app, {
    of: readProgress,
    config: { cached: true },
    read: ({ unit, query }) => readFiltered(unit, query),
    nameOf: ({ unit, asOf }) => ['tien-do', unit.code, asOf],
    csv: { summary: 'The same as CSV (UTF-8 with BOM)', write: progressCsv },
    xlsx: { summary: 'The same in the layout of Phụ lục 01', write: progressWorkbook },
  })

  app.route({
    ...readIndicator,
    config: { cached: true, cachedForPublic: true },
    handler: async ({ params, query, account, unit }) => {
      const { items, planned, ...answer } = readUnit(unit, query)
      const { recordedBefore } = viewOf(query, calendar())
      const index = planned.findIndex(({ indicator }) => String(indicator.number) === params.number)
      const [found, item] = [planned[index], items[index]]
      if (!found || !item) throw noIndicator(params.number)
      return {
        ...answer,
        ...found.indicator,
        ...item,
        ownTargets: ownTargetSources(database, unit.code, item.number, answer.asOf, recordedBefore),
        series: listRevisions(database, unit.code, item.number, answer.asOf, {
          withDrafts: may(account, 'readDrafts', { unitCode: unit.code }),
          recordedBefore,
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
