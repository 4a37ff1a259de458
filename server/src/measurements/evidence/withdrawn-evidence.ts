import {
  findEvidence,
  listEvidence,
  listWithdrawnEvidence as listWithdrawn,
  openEvidenceStore,
  recordErasure,
  withdrawEvidence as withdraw,
} from '@moc57/db'
import { eraseEvidence, listWithdrawnEvidence, withdrawEvidence } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../../http/context.ts'
import { conflict, notFound } from '../../http/problem.ts'

/** Files that should not have been sent: out of sight with a reason, and where they hold personal data out of the world. */
export const withdrawnEvidenceRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, notice } = context
  const store = openEvidenceStore(database)

  app.route({
    ...withdrawEvidence,
    handler: async ({ params, body, deed, unit, indicator }) => {
      const figure = { unitCode: unit.code, number: indicator.number, period: params.period }
      if (!findEvidence(database, figure, params.id, 'unit')) {
        throw notFound('Không có tệp này, hoặc tệp đã được rút.')
      }
      withdraw(database, params.id, { reason: body.reason, ...deed })
      return { notice, items: listEvidence(database, figure, 'unit') }
    },
  })

  app.route({
    ...listWithdrawnEvidence,
    handler: async () => ({ notice, items: listWithdrawn(database) }),
  })

  app.route({
    ...eraseEvidence,
    handler: async ({ params, deed }) => {
      const file = listWithdrawn(database).find(({ id }) => id === params.id)
      if (!file) throw notFound('Không có tệp này trong các tệp đã rút. Hãy rút tệp trước khi xóa nội dung.')
      if (!recordErasure(database, file.id, deed)) {
        throw conflict(
          'Cùng nội dung này còn ở một tệp khác (minh chứng của số liệu khác hoặc sản phẩm của nhiệm vụ). Hãy rút và xóa ở đó, tệp gửi trước sau cùng.',
        )
      }
      // Noted before they go: a file that is missing without a note would count as lost.
      await store.erase(file.sha256)
      return { notice, items: listWithdrawn(database) }
    },
  })
}
