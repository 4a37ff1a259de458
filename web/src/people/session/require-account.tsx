import { type Account, isHeldUp, may, type Right, type Subject } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useLocation } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { sessionQuery } from '../../lib/session-query.ts'
import { ProblemView } from '../../ui/problem-view.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

type RequireAccountProps = {
  /** One of these is enough to see the page. */
  rights: readonly Right[]
  subject?: Subject
  children: (account: Account) => ReactNode
}

/** A page for people with an account: everybody else signs in first and comes back. */
export function RequireAccount({ rights, subject, children }: RequireAccountProps) {
  const session = useQuery(sessionQuery)
  const href = useLocation({ select: (location) => location.href })
  // The address is already the next one while this page gives way to it.
  const [ve] = useState(href)
  return (
    <QueryView query={session} skeleton={<Skeleton height={420} />}>
      {(account) => {
        if (account === null || isHeldUp(account)) {
          return <Navigate to="/dang-nhap" search={{ ve }} replace />
        }
        if (rights.some((right) => may(account, right, subject))) return children(account)
        return (
          <ProblemView title="Không có quyền">
            <p>
              Tài khoản {account.username} không được xem trang này. Nếu cần, hãy đề nghị quản trị phân quyền.
            </p>
          </ProblemView>
        )
      }}
    </QueryView>
  )
}
