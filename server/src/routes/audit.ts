import { type AuditSearch, countAudit, findUnit, listAudit } from '@moc57/db'
import { type Account, may, startOfDayInVietnam } from '@moc57/shared'
import { AuditFilter, auditPageSize, readAudit } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { authorize } from '../authorize.ts'
import type { Context } from '../context.ts'
import { auditCsv } from '../exports/audit-csv.ts'
import { sendAsFile } from '../exports/send-as-file.ts'
import { usernamesMeant, withNames } from '../people/audit-names.ts'
import { badField } from '../problem.ts'

export const auditRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, notice, calendar } = context

  const searchOf = ({ unit, by, kind, from, to }: AuditFilter, account: Account): AuditSearch => {
    if (unit && !findUnit(database, unit)) throw badField('#/unit', `Không có đơn vị mang mã “${unit}”.`)
    if (from && to && from > to) throw badField('#/to', 'Ngày cuối phải từ ngày đầu trở đi.')
    return {
      unitCode: unit ?? null,
      by: usernamesMeant(database, by, account),
      kind: kind ?? null,
      since: from ? startOfDayInVietnam(from) : null,
      until: to ? startOfDayInVietnam(to, 1) : null,
      withDrafts: may(account, 'readDrafts'),
    }
  }

  app.route({
    ...readAudit,
    handler: async ({ query: { page: asked = '1', ...filter }, account }) => {
      authorize(account, 'readAudit')
      const search = searchOf(filter, account)
      const page = Number(asked)
      return {
        notice,
        total: countAudit(database, search),
        page,
        items: withNames(
          database,
          listAudit(database, search, { limit: auditPageSize, offset: (page - 1) * auditPageSize }),
          account,
        ),
      }
    },
  })

  app.get(`${readAudit.url}.csv`, {
    schema: { querystring: AuditFilter, tags: ['audit'], summary: 'The same as CSV, without pages' },
    handler: async ({ query, account }, reply) => {
      authorize(account, 'readAudit')
      const items = withNames(database, listAudit(database, searchOf(query, account)), account)
      const text = auditCsv(items, notice)
      sendAsFile(reply, 'csv', [notice && 'minh-hoa', 'nhat-ky', calendar().today])
      return text
    },
  })
}
