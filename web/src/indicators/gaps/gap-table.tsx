import { differenceUnit } from '@moc57/shared'
import { Table } from '../../ui/table.tsx'
import type { GapRow } from './gap-rows.ts'

type GapTableProps = { rows: readonly GapRow[]; unitOfMeasure: string; reference: boolean }

export function GapTable({ rows, unitOfMeasure, reference }: GapTableProps) {
  return (
    <Table
      caption="Khoảng cách đến từng mốc"
      rows={rows}
      rowKey={({ milestone }) => milestone}
      rowProps={({ next }) => ({ 'data-strong': next || undefined })}
      columns={[
        { title: 'Mốc', kind: 'name', cell: ({ milestone }) => milestone },
        {
          title: 'Mục tiêu',
          cell: ({ target, own }) => (
            <>
              {target} {reference && own && <span className="note">riêng</span>}
            </>
          ),
        },
        {
          key: 'gap',
          label: 'Khoảng cách',
          title: (
            <>
              Khoảng cách hiện nay <span>({differenceUnit(unitOfMeasure)})</span>
            </>
          ),
          kind: 'number',
          cell: ({ gap, gapText }) => (gap === null ? <span className="note">{gapText}</span> : gapText),
        },
        {
          title: 'Kết luận',
          label: null,
          card: 'line',
          width: '47%',
          cell: ({ verdict, conclusion, judged }) => (
            <>
              {verdict === 'missed' ? <b className="alarm">{conclusion}</b> : conclusion}
              {judged && <span className="detail">{judged}</span>}
            </>
          ),
        },
      ]}
    />
  )
}
