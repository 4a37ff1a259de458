import {
  type EvidenceReader,
  findEvidence,
  listEvidenceOfIndicator,
  listEvidence as listStored,
  openEvidenceStore,
  addEvidence as recordEvidence,
} from '@moc57/db'
import { type Account, may, mostEvidenceBytes, mostEvidenceFiles } from '@moc57/shared'
import { addEvidence, Id, listEvidence, listIndicatorEvidence } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { owesAnswer } from '../../explanations/explanation-rights.ts'
import type { Context } from '../../http/context.ts'
import { fileOf } from '../../http/files/file-of.ts'
import { conflict, notFound } from '../../http/problem.ts'
import { ratedAs } from '../../http/rates.ts'
import { acceptUploads } from '../../http/uploads/read-upload.ts'
import { refuseWhenClosed } from '../entries.ts'
import { sendEvidence } from './send-evidence.ts'
import { storeUpload } from './store-upload.ts'

/** The files behind a figure: kept for good, seen by the unit, and by everyone once the figure is approved. */
export const evidenceRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, calendar, notice } = context
  const store = openEvidenceStore(database)
  await acceptUploads(app, mostEvidenceBytes)

  const readerOf = (account: Account | null, unitCode: string): EvidenceReader => {
    if (may(account, 'readDrafts', { unitCode })) return 'unit'
    return account?.role === 'city' ? 'city' : 'public'
  }

  app.route({
    ...listEvidence,
    handler: async ({ params, account, unit, indicator }) => {
      const figure = { unitCode: unit.code, number: indicator.number, period: params.period }
      return { notice, items: listStored(database, figure, readerOf(account, unit.code)) }
    },
  })

  app.route({
    ...listIndicatorEvidence,
    handler: async ({ query, account, unit, indicator }) => {
      const period = query.asOf ?? calendar().currentQuarter
      const figure = { unitCode: unit.code, number: indicator.number, period }
      return { notice, items: listEvidenceOfIndicator(database, figure, readerOf(account, unit.code)) }
    },
  })

  app.route({
    ...addEvidence,
    config: ratedAs('upload'),
    handler: async (request) => {
      const { params, signedIn, unit, indicator } = request
      const figure = { unitCode: unit.code, number: indicator.number, period: params.period }
      // Who owes an explanation adds to it where the quarter is closed, too.
      if (!owesAnswer(database, signedIn, figure)) refuseWhenClosed(context, unit.code, params.period)
      return storeUpload(request, store, {
        refuseFull: () => refuseFull(listStored(database, figure, 'unit')),
        record: (file) => recordEvidence(database, { ...figure, ...file }),
      })
    },
  })

  app.route({
    ...fileOf(listEvidence, {
      url: `${listEvidence.url}/:id`,
      params: listEvidence.schema.params.extend({ id: Id }),
      summary: 'One file, as an attachment',
      mediaType: 'application/octet-stream',
    }),
    handler: async ({ params: { id, period }, account, unit, indicator }, reply) => {
      const figure = { unitCode: unit.code, number: indicator.number, period }
      const file = findEvidence(database, figure, id, readerOf(account, unit.code))
      if (!file) throw notFound('Không có tệp này, hoặc số liệu của tệp chưa được duyệt.')
      return sendEvidence(reply, file, store)
    },
  })
}

function refuseFull(files: readonly unknown[]): void {
  if (files.length < mostEvidenceFiles) return
  throw conflict(`Mỗi số liệu kèm tối đa ${mostEvidenceFiles} tệp. Hãy gộp các tài liệu thành một tệp PDF.`)
}
