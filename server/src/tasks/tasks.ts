import {
  appendTaskUpdate,
  findTaskDocument,
  openEvidenceStore,
  readReportingWindow,
  addTaskDocument as recordDocument,
  listTaskUpdates as reportsOf,
  taskProgress,
} from '@moc57/db'
import {
  type Account,
  formatDay,
  type Input,
  may,
  mostEvidenceBytes,
  mostEvidenceFiles,
  type Quarter,
  quarterInText,
} from '@moc57/shared'
import { addTaskDocument, Id, listTasks, listTaskUpdates, updateTask } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'
import { fileOf } from '../http/files/file-of.ts'
import { badField, conflict, notFound } from '../http/problem.ts'
import { ratedAs } from '../http/rates.ts'
import { taskSubject } from '../http/subjects.ts'
import { acceptUploads } from '../http/uploads/read-upload.ts'
import { viewOf } from '../http/view.ts'
import { sendEvidence } from '../measurements/evidence/send-evidence.ts'
import { storeUpload } from '../measurements/evidence/store-upload.ts'

/** The tasks of Phụ lục 02. What is reported on them is public at once (003, III.8.1), who reported it is not. */
export const taskRoutes: FastifyPluginAsyncZod<Context> = async (app, context) => {
  const { database, calendar, notice } = context
  const store = openEvidenceStore(database)
  await acceptUploads(app, mostEvidenceBytes)

  const knowsAuthors = (account: Account | null, unitCode: string) => may(account, 'readWork', { unitCode })

  app.route({
    ...listTasks,
    handler: async ({ query, account, unit }) => {
      const { knownOn = null } = query
      const now = calendar()
      const { asOf, recordedBefore } = viewOf(query, now)
      const isKnown = knowsAuthors(account, unit.code)
      const today = knownOn ?? now.today
      const items = taskProgress(database, unit.code, { asOf, today, recordedBefore }).map((task) => ({
        ...task,
        reports: signed(task.reports, isKnown),
        documents: signed(task.documents, isKnown),
        mayReport: knownOn === null && may(account, 'updateTask', taskSubject(database, unit.code, task)),
      }))
      return { notice, unit, asOf, knownOn, items }
    },
  })

  app.route({
    ...listTaskUpdates,
    handler: async ({ account, unit, task }) => {
      const reports = reportsOf(database, unit.code, task.number)
      return { notice, unit, items: signed(reports, knowsAuthors(account, unit.code)) }
    },
  })

  app.route({
    ...updateTask,
    handler: async ({ params: { period }, body, deed, unit, task }) => {
      refuseUnfitReport(context, period, body)
      const place = { unitCode: unit.code, taskNumber: task.number, period }
      appendTaskUpdate(database, { ...place, ...reportOf(body), ...deed })
      return { notice, reports: reportsOf(database, unit.code, task.number) }
    },
  })

  const documentsOf = (unitCode: string, taskNumber: number) => {
    const { currentQuarter: asOf, today } = calendar()
    return taskProgress(database, unitCode, { asOf, today }).find(({ number }) => number === taskNumber)
      ?.documents
  }

  app.route({
    ...addTaskDocument,
    config: ratedAs('upload'),
    handler: (request) => {
      const { unit, task } = request
      return storeUpload(request, store, {
        refuseFull: () => refuseFull(documentsOf(unit.code, task.number)),
        record: (file) => recordDocument(database, { unitCode: unit.code, taskNumber: task.number, ...file }),
      })
    },
  })

  app.route({
    ...fileOf(listTaskUpdates, {
      url: `${addTaskDocument.url}/:id`,
      params: addTaskDocument.schema.params.extend({ id: Id }),
      summary: 'One product, as an attachment',
      mediaType: 'application/octet-stream',
    }),
    handler: async ({ params, unit, task }, reply) => {
      const file = findTaskDocument(database, unit.code, task.number, params.id)
      if (!file) throw notFound('Nhiệm vụ không có tệp này.')
      return sendEvidence(reply, file, store)
    },
  })
}

type ReportInput = Input<typeof updateTask>['body']

function refuseUnfitReport({ database, calendar }: Context, period: Quarter, body: ReportInput): void {
  const { completedOn, revision, reason } = body
  const { today } = calendar()
  const { from } = readReportingWindow(database, period)
  if (today < from)
    throw conflict(`Kỳ ${quarterInText(period)} chưa bắt đầu; ghi được từ ngày ${formatDay(from)}.`)
  if (completedOn && completedOn > today) throw badField('#/completedOn', 'Ngày hoàn thành chưa đến.')
  if (revision > 0 && !reason) throw badField('#/reason', 'Kỳ này đã có báo cáo. Hãy ghi lý do sửa.')
}

function reportOf({ revision: basedOn, result, completedOn, reason, ...given }: ReportInput) {
  return {
    ...given,
    basedOn,
    result: result || null,
    completedOn: completedOn ?? null,
    reason: reason || null,
  }
}

function refuseFull(documents: readonly unknown[] = []): void {
  if (documents.length < mostEvidenceFiles) return
  throw conflict(`Mỗi nhiệm vụ kèm tối đa ${mostEvidenceFiles} tệp. Hãy gộp các tài liệu thành một tệp PDF.`)
}

/** Who wrote it is told to those who work on it alone. */
function signed<Item extends { by: string | null }>(items: readonly Item[], isKnown: boolean): Item[] {
  return isKnown ? [...items] : items.map((item) => ({ ...item, by: null }))
}
