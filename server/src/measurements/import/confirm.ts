import { appendRevisions } from '@moc57/db'
import type { Account, Quarter } from '@moc57/shared'
import type { Context } from '../../http/context.ts'
import { badField, conflict, ProblemError } from '../../http/problem.ts'
import { revisionOf } from '../entries.ts'
import { type Compared, type comparisonOf, staleRows } from './preview.ts'
import { inWords } from './proposal.ts'

type Given = { token: string | undefined; period: Quarter; account: Account }

/** Writes what a preview showed, in one commit; returns how many figures. */
export function writeImport(
  { database, now }: Context,
  comparison: ReturnType<typeof comparisonOf>,
  { token, period, account }: Given,
): number {
  if (!token) throw badField('#/token', 'Thiếu mã xác nhận của bản xem trước. Hãy xem trước tệp rồi ghi.')
  const stale = staleRows(token, comparison)
  if (!stale) {
    throw conflict('Tệp khác với tệp đã xem trước. Hãy xem trước lại rồi ghi; chưa có gì được ghi.')
  }
  if (stale.length > 0) throw changedMeanwhile(stale)
  const deed = { by: account.username, at: now().toISOString() }
  const revisions = comparison.rows.flatMap(({ input, target }) => {
    if (!input || !target) return []
    const { quarter, stored } = target
    const based = { ...input, revision: quarter.latest(stored.number) }
    return [revisionOf(based, { unitCode: quarter.unit.code, number: stored.number, period, ...deed })]
  })
  if (revisions.length === 0) throw conflict('Tệp không có giá trị nào mới để ghi.')
  appendRevisions(database, revisions)
  return revisions.length
}

function changedMeanwhile(rows: readonly Compared[]): ProblemError {
  const errors = rows.slice(0, 20).map(({ item, target }) => {
    const stands =
      target &&
      inWords(target.stored.current, target.quarter.latest(target.stored.number), target.quarter.nameOf)
    const unit = item.unit ? `${item.unit.name}, ` : ''
    return {
      pointer: `#/${item.cell}`,
      detail: `${unit}chỉ tiêu ${item.number} (ô ${item.cell}): nay là ${stands}, vừa nhập.`,
    }
  })
  return new ProblemError({
    status: 409,
    title: 'Số liệu vừa thay đổi',
    detail: `${rows.length} chỉ tiêu đã được người khác sửa sau khi xem trước. Chưa có gì được ghi; hãy xem trước lại.`,
    errors,
  })
}
