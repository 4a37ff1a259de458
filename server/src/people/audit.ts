import { Readable } from 'node:stream'
import { type AuditSearch, countAudit, findUnit, listAudit } from '@moc57/db'
import { type Account, may, startOfDayInVietnam } from '@moc57/shared'
import { AuditFilter, auditPageSize, readAudit } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'
import { fileOf } from '../http/files/file-of.ts'
import { fileTypes, sendAsFile } from '../http/files/send-as-file.ts'
import { badField } from '../http/problem.ts'
import { costly } from '../http/rates.ts'
import { auditCsv } from './audit-csv.ts'
import { usernamesMeant, withNames } from './audit-names.ts'

/** Of the CSV: a seventh of a second each. */
const rowsOfPage = 4000

export const auditRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, notice, calendar, now } = context

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

  function* pagesOf(search: AuditSearch, account: Account) {
    for (let offset = 0; ; offset += rowsOfPage) {
      const items = listAudit(database, search, { limit: rowsOfPage, offset })
      yield withNames(database, items, account)
      if (items.length < rowsOfPage) return
    }
  }

  app.route({
    ...readAudit,
    handler: async ({ query: { page: asked = '1', ...filter }, signedIn: account }) => {
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

  app.route({
    ...fileOf(readAudit, {
      url: `${readAudit.url}.csv`,
      querystring: AuditFilter,
      summary: 'The same as CSV, without pages',
      mediaType: fileTypes.csv,
    }),
    config: costly,
    handler: async ({ query, signedIn: account }, reply) => {
      const search = searchOf(query, account)
      // What is done while the file is made would move the pages.
      const next = new Date(now().getTime() + 1).toISOString()
      const upToNow = { ...search, until: search.until ?? next }
      const parts = auditCsv(pagesOf(upToNow, account), notice)
      sendAsFile(reply, 'csv', [notice && 'minh-hoa', 'nhat-ky', calendar().today])
      return Readable.from(parts)
    },
  })
}
