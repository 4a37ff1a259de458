import {
  appendTaskReport,
  findTaskDocument,
  listLeadBodies,
  openEvidenceStore,
  readReportingWindow,
  addTaskDocument as recordDocument,
  listTaskReports as reportsOf,
  StaleRevisionError,
  taskProgress,
  listTasks as tasksOfUnit,
} from '@moc57/db'
import {
  type Account,
  formatDay,
  isResponsibleFor,
  may,
  mostEvidenceBytes,
  mostEvidenceFiles,
  quarterInText,
  type Subject,
  type Task,
} from '@moc57/shared'
import { addTaskDocument, listTaskReports, listTasks, reportTask } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { authorize } from '../http/authorize.ts'
import { type Context, unitOf } from '../http/context.ts'
import { badField, conflict, notFound } from '../http/problem.ts'
import { ratedAs } from '../http/rates.ts'
import { inTurn } from '../http/turns.ts'
import { acceptUploads, readUpload } from '../http/uploads/read-upload.ts'
import { viewOf } from '../http/view.ts'
import { evidenceTypeOf, withExtension } from '../measurements/evidence/evidence-type.ts'
import { sendEvidence } from '../measurements/evidence/send-evidence.ts'

/** The tasks of Phụ lục 02. What is reported on them is public at once (003, III.8.1), who reported it is not. */
export const taskRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, calendar, now, notice } = context
  const store = openEvidenceStore(database)
  await acceptUploads(app, mostEvidenceBytes)

  const taskOf = (unitCode: string, number: string): Task => {
    const task = tasksOfUnit(database, unitCode).find((known) => String(known.number) === number)
    if (!task) throw notFound(`Kế hoạch của đơn vị không có nhiệm vụ số “${number}”.`)
    return task
  }
  const subjectOf = (unitCode: string, { leader, responsible }: Task): Subject => {
    const leadBodies = listLeadBodies(database, unitCode).filter((body) =>
      isResponsibleFor(responsible, body),
    )
    return { unitCode, indicator: { assignment: { leader, leadBodies } } }
  }
  const knowsAuthors = (account: Account | null, unitCode: string) => may(account, 'readWork', { unitCode })

  app.route({
    ...listTasks,
    handler: async ({ params, query, account }) => {
      const unit = unitOf(context, params.unitCode)
      const { knownOn = null } = query
      const now = calendar()
      const { asOf, knownBefore } = viewOf(query, now)
      const isKnown = knowsAuthors(account, unit.code)
      const today = knownOn ?? now.today
      const items = taskProgress(database, unit.code, { asOf, today, knownBefore }).map((task) => ({
        ...task,
        reports: signed(task.reports, isKnown),
        documents: signed(task.documents, isKnown),
        mayReport: knownOn === null && may(account, 'reportTask', subjectOf(unit.code, task)),
      }))
      return { notice, unit, asOf, knownOn, items }
    },
  })

  app.route({
    ...listTaskReports,
    handler: async ({ params, account }) => {
      const unit = unitOf(context, params.unitCode)
      const { number } = taskOf(unit.code, params.number)
      const reports = reportsOf(database, unit.code, number)
      return { notice, unit, items: signed(reports, knowsAuthors(account, unit.code)) }
    },
  })

  app.route({
    ...reportTask,
    handler: async ({ params, body, account }) => {
      const { code: unitCode } = unitOf(context, params.unitCode)
      authorize(account, 'reportTask', { unitCode })
      const task = taskOf(unitCode, params.number)
      authorize(account, 'reportTask', subjectOf(unitCode, task))
      const { period } = params
      const { revision: basedOn, reason, completedOn, ...given } = body
      const { today } = calendar()
      const from = readReportingWindow(database, period).from
      if (today < from)
        throw conflict(`Kỳ ${quarterInText(period)} chưa bắt đầu; ghi được từ ngày ${formatDay(from)}.`)
      if (completedOn && completedOn > today) throw badField('#/completedOn', 'Ngày hoàn thành chưa đến.')
      if (basedOn > 0 && !reason) throw badField('#/reason', 'Kỳ này đã có báo cáo. Hãy ghi lý do sửa.')
      try {
        appendTaskReport(database, {
          ...given,
          unitCode,
          taskNumber: task.number,
          period,
          basedOn,
          result: given.result || null,
          completedOn: completedOn ?? null,
          reason: reason || null,
          by: account.username,
          at: now().toISOString(),
        })
      } catch (error) {
        if (!(error instanceof StaleRevisionError)) throw error
        throw conflict('Người khác vừa ghi nhiệm vụ này. Hãy xem bản mới rồi ghi lại; chưa có gì bị ghi đè.')
      }
      return { notice, reports: reportsOf(database, unitCode, task.number) }
    },
  })

  app.route({
    ...addTaskDocument,
    config: ratedAs('upload'),
    handler: async (request) => {
      const { params, account } = request
      const { code: unitCode } = unitOf(context, params.unitCode)
      authorize(account, 'reportTask', { unitCode })
      const task = taskOf(unitCode, params.number)
      authorize(account, 'reportTask', subjectOf(unitCode, task))
      const refuseFull = () => {
        const { currentQuarter: asOf, today } = calendar()
        const kept = taskProgress(database, unitCode, { asOf, today }).find(
          ({ number }) => number === task.number,
        )
        if ((kept?.documents.length ?? 0) < mostEvidenceFiles) return
        throw conflict(
          `Mỗi nhiệm vụ kèm tối đa ${mostEvidenceFiles} tệp. Hãy gộp các tài liệu thành một tệp PDF.`,
        )
      }
      refuseFull()
      const { bytes, name } = await readUpload(request, mostEvidenceBytes)
      const type = evidenceTypeOf(bytes)
      return inTurn('storing', async () => {
        refuseFull()
        return recordDocument(database, {
          unitCode,
          taskNumber: task.number,
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

  app.get(`${addTaskDocument.url}/:id`, {
    schema: {
      params: addTaskDocument.schema.params.extend({ id: z.string() }),
      querystring: z.strictObject({}),
      tags: ['tasks'],
      summary: 'One product, as an attachment',
    },
    handler: async ({ params }, reply) => {
      const { code } = unitOf(context, params.unitCode)
      const { number } = taskOf(code, params.number)
      const id = /^[1-9]\d{0,14}$/.test(params.id) ? Number(params.id) : 0
      const file = findTaskDocument(database, code, number, id)
      if (!file) throw notFound('Nhiệm vụ không có tệp này.')
      return sendEvidence(reply, file, store)
    },
  })
}

/** Who wrote it is told to those who work on it alone. */
function signed<Item extends { by: string | null }>(items: readonly Item[], isKnown: boolean): Item[] {
  return isKnown ? [...items] : items.map((item) => ({ ...item, by: null }))
}
