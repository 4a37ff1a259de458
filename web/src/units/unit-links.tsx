import { may, type ReportingPeriod } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { currentPeriod } from '../lib/as-of.ts'
import { sessionQuery } from '../lib/session-query.ts'
import styles from './unit-links.module.css'

type UnitLinksProps = { unitCode: string; ky: ReportingPeriod | undefined }

/** The other pages of a unit: the tasks for everyone, the work behind the figures for those who do it. */
export function UnitLinks({ unitCode, ky }: UnitLinksProps) {
  const { data: account = null } = useQuery(sessionQuery)
  const place = { params: { unitCode }, search: { ky } }
  return (
    <nav className={styles.links} aria-label="Trang khác của đơn vị">
      <Link to="/thanh-pho/don-vi/$unitCode" preload={false} {...place}>
        So với các đơn vị khác
      </Link>
      <Link to="/don-vi/$unitCode/nhiem-vu" {...place}>
        Nhiệm vụ Phụ lục 02
      </Link>
      <Link
        to="/don-vi/$unitCode/danh-gia/$year"
        params={{ unitCode, year: (ky ?? currentPeriod()).slice(0, 4) }}
        search={{ ky }}
      >
        Đánh giá năm
      </Link>
      <Link to="/cong-khai/$unitCode" {...place}>
        Trang công khai
      </Link>
      {may(account, 'makeReports', { unitCode }) && (
        <Link to="/don-vi/$unitCode/bao-cao" {...place}>
          Báo cáo
        </Link>
      )}
      {may(account, 'readWork', { unitCode }) && (
        <>
          <Link to="/don-vi/$unitCode/giai-trinh" {...place}>
            Giải trình
          </Link>
          <Link to="/don-vi/$unitCode/ngan-sach" {...place}>
            Ngân sách chỉ tiêu 6
          </Link>
          <Link to="/don-vi/$unitCode/kiem-tra" {...place}>
            Kiểm tra
          </Link>
        </>
      )}
    </nav>
  )
}
