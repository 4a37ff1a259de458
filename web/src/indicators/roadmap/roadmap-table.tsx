import { formatValue } from '@moc57/shared'
import { Table } from '../../ui/table.tsx'
import styles from './roadmap.module.css'
import type { Roadmap } from './roadmap-points.ts'
import { roadmapRows } from './roadmap-rows.ts'

/** The charts in words, for who does not see them and for who wants the figures. */
export function RoadmapTable({ roadmap, unitOfMeasure }: { roadmap: Roadmap; unitOfMeasure: string }) {
  return (
    <details className={styles.details}>
      <summary>Số liệu của biểu đồ</summary>
      <p className="note">
        Trục ngang là quý, vạch năm đặt ở quý IV. Nét mảnh xám: chỉ tiêu của kế hoạch. Nét đậm: số liệu thực
        hiện, chấm rỗng là chưa xác minh. Nét đứt: đường từ điểm xuất phát đến mốc đang xét. Nét chấm: nhịp
        hiện nay.
      </p>
      <Table
        caption="Số liệu của biểu đồ lộ trình"
        staysTable
        dense
        rows={roadmapRows(roadmap, (value) => formatValue(value, unitOfMeasure))}
        rowKey={({ key }) => key}
        columns={[
          { title: 'Quý', kind: 'name', cell: ({ period }) => period },
          { title: 'Nội dung', cell: ({ what }) => what },
          { title: 'Mức', kind: 'number', cell: ({ figure }) => figure },
        ]}
      />
    </details>
  )
}
