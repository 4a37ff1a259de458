import { listDocuments, listIndicatorGroups, listLeaders, readPlanView } from '@moc57/db'
import {
  changesSomething,
  type PlanChange,
  problemsOfPlanChange,
  problemsWithPastTargets,
} from '@moc57/shared'
import type { Context } from '../http/context.ts'
import { badField, ProblemError } from '../http/problem.ts'

/** Refuses a change that names what the plan does not have, comes from no document, reaches behind its quarter, or changes nothing. */
export function refuseUnfitChange({ database }: Context, unitCode: string, change: PlanChange): void {
  if (!changesSomething(change)) {
    throw badField(
      '#',
      'Chưa có thay đổi nào. Hãy sửa mục tiêu, phân công, chức vụ hoặc thêm chỉ tiêu rồi ghi.',
    )
  }
  const { document, documentId, effectiveFrom } = change
  if (document && documentId) throw badField('#/documentId', 'Chỉ chọn văn bản đã có, hoặc ghi văn bản mới.')
  if (documentId && !listDocuments(database, unitCode).some(({ id }) => id === documentId)) {
    throw badField(
      '#/documentId',
      'Đơn vị không có văn bản này. Hãy chọn văn bản khác, hoặc ghi văn bản mới.',
    )
  }
  const { plan, items } = readPlanView(database, { code: unitCode }, { asOf: effectiveFrom })
  if (!document && !documentId && plan.source !== 'own') {
    throw badField('#/document', 'Hãy ghi văn bản của đơn vị làm căn cứ: số, ngày ban hành, trích yếu.')
  }
  const textOf = (number: number, milestone: number) =>
    items
      .find(({ indicator }) => indicator.number === number)
      ?.targets.find((target) => target.milestone === milestone)?.text
  const errors = [
    ...problemsOfPlanChange(change, {
      indicators: items.map(({ indicator }) => indicator),
      groupCodes: listIndicatorGroups(database).map(({ code }) => code),
      leaders: listLeaders(database, unitCode, effectiveFrom),
    }),
    ...problemsWithPastTargets(change, textOf),
  ]
  const [first] = errors
  if (first) {
    throw new ProblemError({ status: 422, title: 'Thay đổi chưa hợp lệ', detail: first.detail, errors })
  }
}
