import {
  type EvidenceOf,
  type EvidenceReader,
  findEvidence,
  listEvidenceOfIndicator,
  listEvidence as listStored,
  openEvidenceStore,
  addEvidence as recordEvidence,
} from '@moc57/db'
import { type Account, may, mostEvidenceBytes, mostEvidenceFiles, type Quarter } from '@moc57/shared'
import { addEvidence, listEvidence, listIndicatorEvidence } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { owesAnswer } from '../../explanations/explanation-rights.ts'
import { authorize } from '../../http/authorize.ts'
import { type Context, indicatorOf, unitOf } from '../../http/context.ts'
import { conflict, notFound, ProblemError } from '../../http/problem.ts'
import { ratedAs } from '../../http/rates.ts'
import { inTurn } from '../../http/turns.ts'
import { acceptUploads, readUpload } from '../../http/uploads/read-upload.ts'
import { refuseWhenClosed } from '../entries.ts'
import { readUnitQuarter } from '../unit-quarter.ts'
import { evidenceTypeOf, withExtension } from './evidence-type.ts'
import { sendEvidence } from './send-evidence.ts'

/** The files behind a figure: kept for good, seen by the unit, and by everyone once the figure is approved. */
export const evidenceRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, calendar, now, notice } = context
  const store = openEvidenceStore(database)
  await acceptUploads(app, mostEvidenceBytes)

  const figureOf = (params: { unitCode: string; number: string; period: Quarter }) => {
    const { code: unitCode } = unitOf(context, params.unitCode)
    const { number } = indicatorOf(context, unitCode, params.number, params.period)
    return { unitCode, number, period: params.period }
  }
  const readerOf = (account: Account | null, figure: EvidenceOf): EvidenceReader => {
    if (may(account, 'readDrafts', figure)) return 'unit'
    return account?.role === 'city' ? 'city' : 'public'
  }

  app.route({
    ...listEvidence,
    handler: async ({ params, account }) => {
      const figure = figureOf(params)
      return { notice, items: listStored(database, figure, readerOf(account, figure)) }
    },
  })

  app.route({
    ...listIndicatorEvidence,
    handler: async ({ params, query, account }) => {
      const indicator = figureOf({ ...params, period: query.asOf ?? calendar().currentQuarter })
      const items = listEvidenceOfIndicator(database, indicator, readerOf(account, indicator))
      return { notice, items }
    },
  })

  app.route({
    ...addEvidence,
    config: ratedAs('upload'),
    handler: async (request) => {
      const { params, account } = request
      const figure = figureOf(params)
      const { unitCode, period } = figure
      authorize(account, 'enter', { unitCode })
      if (!owesAnswer(database, account, figure)) {
        refuseWhenClosed(context, unitCode, period)
        const { rows } = readUnitQuarter(database, { unitCode, period, account, calendar: calendar() })
        if (!rows.find(({ number }) => number === figure.number)?.mayEnter) throw ofOtherBody(figure.number)
      }
      const refuseFull = () => {
        if (listStored(database, figure, 'unit').length < mostEvidenceFiles) return
        throw conflict(
          `Mỗi số liệu kèm tối đa ${mostEvidenceFiles} tệp. Hãy gộp các tài liệu thành một tệp PDF.`,
        )
      }
      refuseFull()
      const { bytes, name } = await readUpload(request, mostEvidenceBytes)
      const type = evidenceTypeOf(bytes)
      return inTurn('storing', async () => {
        refuseFull()
        return recordEvidence(database, {
          ...figure,
          name: withExtension(name, type),
          type,
          size: bytes.length,
          sha256: await store.keep(bytes),
          by: account.username,
          at: now().toISOString(),
        })
      })
    },
  })

  app.get(`${listEvidence.url}/:id`, {
    schema: {
      params: listEvidence.schema.params.extend({ id: z.string() }),
      querystring: listEvidence.schema.querystring,
      tags: ['evidence'],
      summary: 'One file, as an attachment',
    },
    handler: async ({ params, account }, reply) => {
      const figure = figureOf(params)
      const id = /^[1-9]\d{0,14}$/.test(params.id) ? Number(params.id) : 0
      const file = findEvidence(database, figure, id, readerOf(account, figure))
      if (!file) throw notFound('Không có tệp này, hoặc số liệu của tệp chưa được duyệt.')
      return sendEvidence(reply, file, store)
    },
  })
}

function ofOtherBody(number: number): ProblemError {
  return new ProblemError({
    status: 403,
    title: 'Không có quyền',
    detail: `Chỉ tiêu ${number} do cơ quan khác nhập; tài liệu kèm theo do cơ quan đó gửi.`,
  })
}
