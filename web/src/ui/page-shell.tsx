import { useIsFetching } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useOnline } from '../lib/use-online.ts'
import styles from './page-shell.module.css'
import { placesId } from './places-bar.tsx'

type PageShellProps = {
  /** Marks sample data; stands on every page of it. */
  notice: string | null
  unitPicker: ReactNode
  quarterPicker: ReactNode
  accountMenu: ReactNode
  /** The ways to the other pages. */
  places: ReactNode
  children: ReactNode
}

/** Where a page's own content starts. */
export const contentId = 'noi-dung'

/** What every page has, at the same place: unit and quarter, notices, the way past them, and the foot. */
export function PageShell({
  notice,
  unitPicker,
  quarterPicker,
  accountMenu,
  places,
  children,
}: PageShellProps) {
  const online = useOnline()
  const fetching = useIsFetching() > 0
  return (
    <>
      <a className={`screen-only ${styles.skip}`} href={`#${contentId}`}>
        Đến nội dung chính
      </a>
      <a className={`screen-only ${styles.skip}`} href={`#${placesId}`}>
        Đến danh sách trang
      </a>
      <div className={`screen-only ${styles.activity}`} data-active={(fetching && online) || undefined} />
      <header className={styles.header}>
        {notice && (
          <p className={styles.notice}>
            <strong>{notice}</strong>
            <span> Số liệu do chương trình tạo ra để giới thiệu, không phải kết quả của đơn vị nào.</span>
          </p>
        )}
        <div className={`screen-only ${styles.bar}`}>
          <Link to="/" className={styles.brand} aria-label="Mốc 57, trang đầu">
            Mốc <b>57</b>
          </Link>
          <div className={styles.unit}>{unitPicker}</div>
          <div className={styles.quarter}>{quarterPicker}</div>
          <p className={styles.purpose}>Chỉ tiêu thực hiện Nghị quyết số 57-NQ/TW</p>
          {accountMenu}
        </div>
      </header>
      <div role="status">
        {!online && (
          <p className={`screen-only ${styles.offline}`}>
            Mất kết nối mạng. Trang đang giữ số liệu đã tải và sẽ tự cập nhật khi có mạng trở lại.
          </p>
        )}
      </div>
      {/* The places stand after the content in the document, so that few Tab stops lie before it. */}
      <div className={styles.frame}>
        <main id={contentId} className={styles.main} tabIndex={-1}>
          {children}
        </main>
        {places}
      </div>
      <footer className={styles.footer}>
        <p>
          Mốc 57 theo dõi kết quả thực hiện Nghị quyết số 57-NQ/TW của phường, xã theo các mốc 2025, 2030,
          2035, 2040 và 2045. Số liệu công khai chỉ gồm số đã duyệt và số trích từ báo cáo, có đánh dấu chưa
          xác minh. <Link to="/du-lieu-mo">Dữ liệu mở</Link>
        </p>
      </footer>
    </>
  )
}
