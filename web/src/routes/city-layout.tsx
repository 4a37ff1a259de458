import { may, type Right } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Outlet, useParams } from '@tanstack/react-router'
import { sessionQuery } from '../lib/session-query.ts'
import { Tabs } from '../ui/tabs.tsx'
import { defaultUnit } from './start.ts'

/** `right`: without it the view is not offered. */
type View = { to: string; label: string; exact: boolean; right?: Right }

/** The views of the city, in the order of the navigation. */
const views = [
  { to: '/thanh-pho', label: 'Bản đồ nhiệt', exact: true },
  { to: '/thanh-pho/chi-tieu/$number', label: 'Một chỉ tiêu', exact: false },
  { to: '/thanh-pho/ban-do', label: 'Bản đồ', exact: false },
  { to: '/thanh-pho/don-vi/$unitCode', label: 'So sánh đơn vị', exact: false },
  { to: '/thanh-pho/bien-dong', label: 'Biến động', exact: false },
  { to: '/thanh-pho/nop-so-lieu', label: 'Nộp số liệu', exact: false, right: 'readSubmission' },
] as const satisfies readonly View[]

const route = getRouteApi('/thanh-pho')

/** The frame of the views that put the units of the city side by side. */
export function CityLayout() {
  const { data: account = null } = useQuery(sessionQuery)
  const { ky, loai, bietDen } = route.useSearch()
  const { number = '1', unitCode = defaultUnit } = useParams({ strict: false })
  return (
    <>
      <Tabs label="Các góc nhìn toàn thành phố">
        {views
          .filter((view: View) => !view.right || may(account, view.right))
          .map(({ to, label, exact }) => (
            <Link
              key={to}
              to={to}
              params={{ number, unitCode }}
              search={{ ky, loai, bietDen }}
              activeOptions={{ exact, includeSearch: false }}
            >
              {label}
            </Link>
          ))}
      </Tabs>
      <Outlet />
    </>
  )
}
