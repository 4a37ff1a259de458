import { getRouteApi, Link, Outlet } from '@tanstack/react-router'
import styles from './city-layout.module.css'

/** The views of the city, in the order of the navigation. */
const views = [
  { to: '/thanh-pho', label: 'Bản đồ nhiệt', exact: true },
  { to: '/thanh-pho/ban-do', label: 'Bản đồ', exact: false },
] as const

const route = getRouteApi('/thanh-pho')

/** The frame of the views that put the units of the city side by side. */
export function CityLayout() {
  const { ky, loai, bietDen } = route.useSearch()
  return (
    <>
      <nav className={styles.views} aria-label="Các góc nhìn toàn thành phố">
        {views.map(({ to, label, exact }) => (
          <Link
            key={to}
            to={to}
            search={{ ky, loai, bietDen }}
            activeOptions={{ exact, includeSearch: false }}
          >
            {label}
          </Link>
        ))}
      </nav>
      <Outlet />
    </>
  )
}
