import { compareStatus, flagLabels, formatDay, type Quarter, statusLabels, statusNote } from '@moc57/shared'
import type { ProgressItem, TaskItem } from '@moc57/shared/api'
import { apiPath } from '../../lib/api-client.ts'
import { boundBeside, quarterText, valueText } from '../../lib/figures.ts'
import { uncapitalize } from '../../lib/text.ts'
import { leftInWords } from '../progress/wording.ts'
import { StatusMark } from '../status-mark.tsx'
import styles from './public-record.module.css'

/** The approved results, as plain as on paper. */
export function ResultTable({ items, asOf }: { items: readonly ProgressItem[]; asOf: Quarter }) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Kết quả đã duyệt theo chỉ tiêu</caption>
      <thead>
        <tr>
          <th scope="col">Số</th>
          <th scope="col">Chỉ tiêu</th>
          <th scope="col">Mốc kế tiếp</th>
          <th scope="col">Kết quả</th>
          <th scope="col">Trạng thái</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const { number, name, targets, next, value, comparator, period, unitOfMeasure, status, flags } =
            item
          const remarks = [
            statusNote(item, asOf),
            status === 'achieved' ? null : leftInWords(item),
            flags.includes('dueThisQuarter') ? uncapitalize(flagLabels.dueThisQuarter) : null,
          ].filter((remark) => typeof remark === 'string')
          const target = targets.find(({ milestone }) => milestone === next?.milestone)
          return (
            <tr key={number}>
              <td>{number}</td>
              <td>{name}</td>
              <td data-label="Mốc kế tiếp">{target ? `${target.text} (${target.milestone})` : '-'}</td>
              <td data-label="Kết quả">
                {value === null ? '-' : valueText({ value, comparator }, unitOfMeasure, boundBeside(item))}
                {period && <span className={styles.note}>{quarterText(period)}</span>}
                {flags.includes('unverified') && <span className={styles.note}>chưa xác minh</span>}
              </td>
              <td>
                <StatusMark status={status} />
                {remarks.map((remark) => (
                  <span key={remark} className={styles.note}>
                    {remark}
                  </span>
                ))}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The tasks with what came out of them, and the files that anybody may open. */
export function TaskTable({
  unitCode,
  items,
  labelOf,
}: {
  unitCode: string
  items: readonly TaskItem[]
  labelOf: (task: TaskItem) => string
}) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Nhiệm vụ và sản phẩm</caption>
      <thead>
        <tr>
          <th scope="col">Số</th>
          <th scope="col">Nhiệm vụ</th>
          <th scope="col">Tiến độ theo kế hoạch</th>
          <th scope="col">Tình hình</th>
          <th scope="col">Kết quả, sản phẩm</th>
        </tr>
      </thead>
      <tbody>
        {items.map((task) => {
          const last = task.reports.at(-1)
          return (
            <tr key={task.number}>
              <td>{task.number}</td>
              <td>{task.name}</td>
              <td data-label="Tiến độ theo kế hoạch">{task.schedule}</td>
              <td data-label="Tình hình">
                {labelOf(task)}
                {last?.completedOn && <span className={styles.note}>ngày {formatDay(last.completedOn)}</span>}
              </td>
              <td data-label="Kết quả, sản phẩm">
                {last?.result ?? task.product}
                {task.documents.map(({ id, name }) => (
                  <a
                    key={id}
                    className={styles.note}
                    href={apiPath('/api/units/:unitCode/tasks/:number/documents/:id', {
                      unitCode,
                      number: task.number,
                      id,
                    })}
                  >
                    {name}
                  </a>
                ))}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** "Chậm: 3; Đạt: 12": the statuses that occur, worst first as on the unit's page, with their counts. */
export function statusSummary(items: readonly ProgressItem[]): string {
  const counts = Map.groupBy(items, ({ status }) => status)
  return [...counts]
    .toSorted(([one], [other]) => compareStatus(one, other))
    .map(([status, of]) => `${statusLabels[status]}: ${of.length}`)
    .join('; ')
}
