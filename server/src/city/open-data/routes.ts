import { fileResponse, Quarter } from '@moc57/shared'
import { type OpenDataTable, openDataAnswer, openDataRows, openDataUrl } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../http/context.ts'
import { plainCsv } from '../../http/files/csv.ts'
import { fileTypes, sendAsFile } from '../../http/files/send-as-file.ts'
import { badField } from '../../http/problem.ts'
import { costly } from '../../http/rates.ts'
import { descriptorOf } from './descriptor.ts'
import { measurementRows, tables } from './tables.ts'

const published = { method: 'GET', right: 'public' } as const
const querystring = z.strictObject({})
const tags = ['open-data']
const config = { cached: true, ...costly }

/** Approved figures for everyone, as CSV and as JSON, described by a Data Package at addresses that stay. */
export const openDataRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { calendar, notice } = context

  app.route({
    ...published,
    url: `${openDataUrl}/datapackage.json`,
    schema: {
      querystring,
      tags,
      summary: 'The Data Package descriptor of the open data (Frictionless, version 1)',
    },
    config,
    handler: async () => descriptorOf(context),
  })

  for (const table of ['units', 'indicators', 'targets'] as const) {
    const rows = () => tables[table]({ ...context, calendar: calendar() })
    app.route({
      ...published,
      url: `${openDataUrl}/${table}.json`,
      schema: {
        querystring,
        tags,
        summary: `The published ${table}`,
        response: { 200: openDataAnswer(table) },
      },
      config,
      handler: async () => ({ notice, items: rows() }),
    })
    app.route({
      ...published,
      url: `${openDataUrl}/${table}.csv`,
      schema: { querystring, tags, summary: 'The same as CSV', response: fileResponse(fileTypes.csv) },
      config,
      handler: async (_, reply) => {
        sendAsFile(reply, 'csv', [notice && 'minh-hoa', table])
        return asCsv(table, rows())
      },
    })
  }

  app.route({
    ...published,
    url: `${openDataUrl}/measurements/:file`,
    schema: {
      params: z.strictObject({
        file: z.string().meta({ description: 'A quarter and a kind of file', example: '2026-Q3.csv' }),
      }),
      querystring,
      tags,
      summary: 'The approved figures of a quarter, as CSV or as JSON',
    },
    config,
    handler: async ({ params }, reply) => {
      const { period, extension } = nameParts(params.file)
      const items = measurementRows(context, period)
      if (extension === 'json') return { notice, items }
      sendAsFile(reply, 'csv', [notice && 'minh-hoa', 'measurements', period])
      return asCsv('measurements', items)
    },
  })
}

function asCsv(table: OpenDataTable, rows: Record<string, unknown>[]): string {
  return plainCsv(rows, Object.keys(openDataRows[table].shape))
}

/** "2026-Q3.csv" in its parts. */
function nameParts(file: string): { period: Quarter; extension: 'csv' | 'json' } {
  const [, name, extension] = /^(.*)\.(csv|json)$/.exec(file) ?? []
  const period = Quarter.safeParse(name)
  if (!period.success || (extension !== 'csv' && extension !== 'json')) {
    throw badField('#/file', 'Tên tệp gồm quý và loại tệp, ví dụ 2026-Q3.csv hoặc 2026-Q3.json.')
  }
  return { period: period.data, extension }
}
