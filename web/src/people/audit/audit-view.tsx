import { formatMoment, formatNumber } from '@moc57/shared'
import { type AuditItem, auditPageSize } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import { capitalize } from '../../lib/text.ts'
import { whoText } from '../../lib/who-text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Table } from '../../ui/table.tsx'
import styles from './audit.module.css'
import type { Audit } from './queries.ts'
import { actionText, subjectText, valueText } from './wording.ts'

/** Who did what, newest first. */
export function AuditView({ audit: { items, total, page } }: { audit: Audit }) {
  if (items.length === 0) {
    return (
      <EmptyState title="Không có việc nào">
        <p>Không có việc nào khớp với điều kiện lọc. Hãy bỏ bớt điều kiện hoặc chọn khoảng ngày rộng hơn.</p>
      </EmptyState>
    )
  }
  return (
    <>
      <p className="note">
        {formatNumber((page - 1) * auditPageSize + 1)} -{' '}
        {formatNumber((page - 1) * auditPageSize + items.length)} trong {formatNumber(total)} việc, mới nhất
        trước. <Link to="/kiem-chung">Kiểm chứng chuỗi duyệt</Link>
      </p>
      <Table
        caption="Nhật ký, mới nhất trước"
        rows={items.map((item, place) => ({ ...item, place }))}
        rowKey={({ place }) => place}
        columns={[
          { title: 'Thời điểm', label: null, className: styles.moment, cell: ({ at }) => formatMoment(at) },
          { title: 'Người thực hiện', label: null, cell: ({ by }) => whoText(by) },
          { title: 'Việc', kind: 'name', cell: (item) => <b>{actionText(item)}</b> },
          {
            title: 'Đơn vị',
            label: null,
            className: styles.moment,
            cell: ({ unitName }) => unitName && capitalize(unitName),
          },
          { title: 'Nội dung', label: null, card: 'line', cell: (item) => <Matter item={item} /> },
        ]}
      />
      <Pages page={page} total={total} />
    </>
  )
}

function Matter({ item }: { item: AuditItem }) {
  const { unitCode, number, period, reason } = item
  const subject = subjectText(item)
  const value = valueText(item)
  return (
    <>
      {unitCode && number !== null ? (
        <Link
          to="/don-vi/$unitCode/chi-tieu/$number"
          params={{ unitCode, number: String(number) }}
          search={{ ky: period ?? undefined }}
          preload={false}
        >
          {subject}
        </Link>
      ) : (
        subject
      )}
      {value && <span className="soft"> {value}</span>}
      {reason && <span className="detail">Lý do: {reason}</span>}
    </>
  )
}

function Pages({ page, total }: { page: number; total: number }) {
  const last = Math.max(1, Math.ceil(total / auditPageSize))
  if (last === 1) return null
  const link = (to: number, text: string) => (
    <Link to="." search={(search) => ({ ...search, trang: to > 1 ? String(to) : undefined })} preload={false}>
      {text}
    </Link>
  )
  return (
    <nav className={styles.pages} aria-label="Trang của nhật ký">
      {page > 1 && link(page - 1, '‹ Mới hơn')}
      <span>
        Trang {formatNumber(page)} / {formatNumber(last)}
      </span>
      {page < last && link(page + 1, 'Cũ hơn ›')}
    </nav>
  )
}
