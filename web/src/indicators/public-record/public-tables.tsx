import { compareStatus, flagLabels, formatDay, type Quarter, statusLabels, statusNote } from '@moc57/shared'
import type { ProgressItem, TaskItem } from '@moc57/shared/api'
import { apiPath } from '../../lib/api-client.ts'
import { boundBeside, quarterText, valueText } from '../../lib/figures.ts'
import { uncapitalize } from '../../lib/text.ts'
import { Table } from '../../ui/table.tsx'
import { leftInWords } from '../progress/wording.ts'
import { StatusMark } from '../status-mark.tsx'

/** The approved results, as plain as on paper. */
export function ResultTable({ items, asOf }: { items: readonly ProgressItem[]; asOf: Quarter }) {
  return (
    <Table
      caption="Kết quả đã duyệt theo chỉ tiêu"
      rows={items}
      rowKey={({ number }) => number}
      columns={[
        { title: 'Số', label: null, cell: ({ number }) => number },
        { title: 'Chỉ tiêu', kind: 'name', width: '38%', cell: ({ name }) => name },
        {
          title: 'Mốc kế tiếp',
          cell: ({ targets, next }) => {
            const target = targets.find(({ milestone }) => milestone === next?.milestone)
            return target ? `${target.text} (${target.milestone})` : '-'
          },
        },
        {
          title: 'Kết quả',
          cell: (item) => (
            <>
              {item.value === null
                ? '-'
                : valueText(
                    { value: item.value, comparator: item.comparator },
                    item.unitOfMeasure,
                    boundBeside(item),
                  )}
              {item.period && <span className="detail">{quarterText(item.period)}</span>}
              {item.flags.includes('unverified') && <span className="detail">chưa xác minh</span>}
            </>
          ),
        },
        {
          title: 'Trạng thái',
          label: null,
          cell: (item) => (
            <>
              <StatusMark status={item.status} />
              {remarksOn(item, asOf).map((remark) => (
                <span key={remark} className="detail">
                  {remark}
                </span>
              ))}
            </>
          ),
        },
      ]}
    />
  )
}

function remarksOn(item: ProgressItem, asOf: Quarter): string[] {
  return [
    statusNote(item, asOf),
    item.status === 'achieved' ? null : leftInWords(item),
    item.flags.includes('dueThisQuarter') ? uncapitalize(flagLabels.dueThisQuarter) : null,
  ].filter((remark) => typeof remark === 'string')
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
    <Table
      caption="Nhiệm vụ và sản phẩm"
      rows={items}
      rowKey={({ number }) => number}
      columns={[
        { title: 'Số', label: null, cell: ({ number }) => number },
        { title: 'Nhiệm vụ', kind: 'name', width: '38%', cell: ({ name }) => name },
        { title: 'Tiến độ theo kế hoạch', cell: ({ schedule }) => schedule },
        {
          title: 'Tình hình',
          cell: (task) => {
            const completedOn = task.reports.at(-1)?.completedOn
            return (
              <>
                {labelOf(task)}
                {completedOn && <span className="detail">ngày {formatDay(completedOn)}</span>}
              </>
            )
          },
        },
        {
          title: 'Kết quả, sản phẩm',
          cell: (task) => (
            <>
              {task.reports.at(-1)?.result ?? task.product}
              {task.documents.map(({ id, name }) => (
                <a
                  key={id}
                  className="detail"
                  href={apiPath('/api/units/:unitCode/tasks/:number/documents/:id', {
                    unitCode,
                    number: task.number,
                    id,
                  })}
                >
                  {name}
                </a>
              ))}
            </>
          ),
        },
      ]}
    />
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
