import { formatValue } from '@moc57/shared'
import styles from './roadmap.module.css'
import type { Roadmap } from './roadmap-points.ts'
import { roadmapRows } from './roadmap-rows.ts'

/** The charts in words, for who does not see them and for who wants the figures. */
export function RoadmapTable({ roadmap, unitOfMeasure }: { roadmap: Roadmap; unitOfMeasure: string }) {
  return (
    <details className={styles.details}>
      <summary>Số liệu của biểu đồ</summary>
      <p className={styles.note}>
        Trục ngang là quý, vạch năm đặt ở quý IV. Nét mảnh xám: chỉ tiêu của kế hoạch. Nét đậm: số liệu thực
        hiện, chấm rỗng là chưa xác minh. Nét đứt: đường từ điểm xuất phát đến mốc đang xét. Nét chấm: nhịp
        hiện nay.
      </p>
      <table className={styles.table}>
        <caption className="visually-hidden">Số liệu của biểu đồ lộ trình</caption>
        <thead>
          <tr>
            <th scope="col">Quý</th>
            <th scope="col">Nội dung</th>
            <th scope="col">Mức</th>
          </tr>
        </thead>
        <tbody>
          {roadmapRows(roadmap, (value) => formatValue(value, unitOfMeasure)).map(
            ({ key, period, what, figure }) => (
              <tr key={key}>
                <th scope="row">{period}</th>
                <td>{what}</td>
                <td>{figure}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </details>
  )
}
