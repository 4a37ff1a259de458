import { isHeldUp, type Quarter, quarterLabel, unitTitle } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Navigate, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { currentQuarter } from '../lib/as-of.ts'
import { sessionQuery } from '../lib/session-query.ts'
import { capitalize } from '../lib/text.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { entriesQuery } from '../measurements/entry/queries.ts'
import { ImportView } from '../measurements/import/import-view.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { UnitOfPage } from '../ui/unit-of-page.tsx'
import styles from './import-page.module.css'

const route = getRouteApi('/don-vi/$unitCode/nhap-tu-excel')

/** Where a unit brings its quarter in as a file. */
export function ImportPage() {
  const session = useQuery(sessionQuery)
  const href = useLocation({ select: (location) => location.href })
  // The address is already the next one while this page gives way to it.
  const [ve] = useState(href)
  return (
    <QueryView query={session} skeleton={<Skeleton height={320} />}>
      {(account) =>
        account === null || isHeldUp(account) ? (
          <Navigate to="/dang-nhap" search={{ ve }} replace />
        ) : (
          <ImportOfAccount username={account.username} />
        )
      }
    </QueryView>
  )
}

function ImportOfAccount({ username }: { username: string }) {
  const { unitCode } = route.useParams()
  const period = route.useSearch().ky ?? currentQuarter()
  const query = useQuery(entriesQuery({ username, unitCode, period }))
  return (
    <QueryView query={query} skeleton={<Skeleton height={320} />}>
      {({ unit, submission, items }) => (
        <>
          <Heading period={period} unitName={capitalize(unitTitle(unit))} unitCode={unit.code} />
          {!submission.isOpen ? (
            <EmptyState title="Kỳ này không nhận số liệu">
              <p>{quarterLabel(period)} chưa bắt đầu, đã đóng hoặc đã khóa. Chọn kỳ khác ở đầu trang.</p>
            </EmptyState>
          ) : items.some(({ mayEnter }) => mayEnter) ? (
            <ImportView key={`${unit.code} ${period}`} unitCode={unit.code} period={period} />
          ) : (
            <EmptyState title="Tài khoản này không nhập số liệu">
              <p>Số liệu do cán bộ của đơn vị và các cơ quan chủ trì nhập.</p>
            </EmptyState>
          )}
        </>
      )}
    </QueryView>
  )
}

type HeadingProps = { period: Quarter; unitName: string; unitCode: string }

function Heading({ period, unitName, unitCode }: HeadingProps) {
  const heading = `Nhập từ Excel ${quarterLabel(period)}`
  useDocumentTitle(heading, unitName)
  return (
    <div className={styles.opening}>
      <h1>
        {heading} <UnitOfPage name={unitName} />
      </h1>
      <Link to="/don-vi/$unitCode/nhap-so-lieu" params={{ unitCode }} search={{ ky: period }}>
        Nhập trên bảng
      </Link>
    </div>
  )
}
