import { MantineProvider } from '@mantine/core'
import type { Account, ReportingPeriod } from '@moc57/shared'
import { QueryClientProvider } from '@tanstack/react-query'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  RouterProvider,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router'
import { AuditSearch } from './features/audit/search.ts'
import { HeatMapSearch } from './features/heat-map/search.ts'
import { MovementSearch } from './features/movement/search.ts'
import { ComparisonSearch } from './features/other-units/search.ts'
import { PeerSearch } from './features/peers/search.ts'
import { progressQuery } from './features/progress/queries.ts'
import { ProgressSearch } from './features/progress/search.ts'
import { ReportSearch } from './features/report/search.ts'
import { ReportingSearch } from './features/reporting/search.ts'
import { indicatorQuery } from './features/roadmap/queries.ts'
import { sessionQuery } from './features/session/queries.ts'
import { SignInSearch } from './features/session/search.ts'
import { MapSearch } from './features/unit-map/search.ts'
import { AsOfSearch } from './lib/as-of.ts'
import { CitySearch } from './lib/city-search.ts'
import { KnownSearch } from './lib/known-on.ts'
import { queryClient } from './lib/query-client.ts'
import { parseSearch, stringifySearch } from './lib/search-params.ts'
import { YearSearch } from './lib/years.ts'
import { ErrorPage } from './pages/error-page.tsx'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { RootLayout } from './pages/root-layout.tsx'
import { UnitPage } from './pages/unit-page.tsx'
import { theme } from './theme.ts'

/** Where the program begins for the public, and for whoever works for no unit. */
const defaultUnit = '11443'

/** Who is signed in; without a connection nobody is known to be. */
function whoIsHere(): Promise<Account | null> {
  return queryClient
    .ensureQueryData({ ...sessionQuery, networkMode: 'always', retry: false })
    .catch(() => null)
}

const rootRoute = createRootRoute({
  component: RootLayout,
  validateSearch: AsOfSearch,
})

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ search }) => {
    const account = await whoIsHere()
    if (account?.role === 'city') throw redirect({ to: '/thanh-pho', search, replace: true })
    const unitCode = account?.unitCode ?? defaultUnit
    throw redirect({ to: '/don-vi/$unitCode', params: { unitCode }, search, replace: true })
  },
})

/** What is shown stays that of the chosen day from page to page, until another day is chosen. */
const keepKnownDay = retainSearchParams<KnownSearch>(['bietDen'])

const unitRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode',
  validateSearch: ProgressSearch.extend(KnownSearch.shape),
  search: { middlewares: [keepKnownDay] },
  loaderDeps: ({ search }) => ({ ky: search.ky, bietDen: search.bietDen }),
  loader: ({ params, deps }) => prefetchProgress(params.unitCode, deps.ky, deps.bietDen),
  component: UnitPage,
})

const leaderRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/lanh-dao/$leaderId',
  validateSearch: ProgressSearch.extend(KnownSearch.shape),
  search: { middlewares: [keepKnownDay] },
  loaderDeps: ({ search }) => ({ ky: search.ky, bietDen: search.bietDen }),
  loader: ({ params, deps }) => prefetchProgress(params.unitCode, deps.ky, deps.bietDen),
  component: lazyRouteComponent(() => import('./pages/leader-page.tsx'), 'LeaderPage'),
})

const indicatorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/chi-tieu/$number',
  validateSearch: ComparisonSearch.extend(KnownSearch.shape),
  search: { middlewares: [keepKnownDay] },
  loaderDeps: ({ search }) => ({ ky: search.ky, bietDen: search.bietDen }),
  loader: ({ params, deps }) => {
    void queryClient.prefetchQuery(indicatorQuery(params.unitCode, params.number, deps.ky, deps.bietDen))
    prefetchProgress(params.unitCode, deps.ky, deps.bietDen)
  },
  component: lazyRouteComponent(() => import('./pages/indicator-page.tsx'), 'IndicatorPage'),
})

const entryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/nhap-so-lieu',
  component: lazyRouteComponent(() => import('./pages/entry-page.tsx'), 'EntryPage'),
})

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/nhap-tu-excel',
  component: lazyRouteComponent(() => import('./pages/import-page.tsx'), 'ImportPage'),
})

const cityImportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/thanh-pho/nhap-tu-excel',
  component: lazyRouteComponent(() => import('./pages/city-import-page.tsx'), 'CityImportPage'),
})

const approvalRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/duyet',
  component: lazyRouteComponent(() => import('./pages/approval-page.tsx'), 'ApprovalPage'),
})

const planRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/ke-hoach',
  validateSearch: KnownSearch,
  search: { middlewares: [keepKnownDay] },
  component: lazyRouteComponent(() => import('./pages/plan-page.tsx'), 'PlanPage'),
})

/** The views of the city: a view is a child of this route and a line in `pages/city-layout.tsx`. */
const cityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/thanh-pho',
  validateSearch: CitySearch,
  search: { middlewares: [keepKnownDay] },
  component: lazyRouteComponent(() => import('./pages/city-layout.tsx'), 'CityLayout'),
})

const heatMapRoute = createRoute({
  getParentRoute: () => cityRoute,
  path: '/',
  validateSearch: HeatMapSearch,
  component: lazyRouteComponent(() => import('./pages/heat-map-page.tsx'), 'HeatMapPage'),
})

const cityIndicatorRoute = createRoute({
  getParentRoute: () => cityRoute,
  path: '/chi-tieu/$number',
  component: lazyRouteComponent(() => import('./pages/city-indicator-page.tsx'), 'CityIndicatorPage'),
})

const movementRoute = createRoute({
  getParentRoute: () => cityRoute,
  path: '/bien-dong',
  validateSearch: MovementSearch,
  component: lazyRouteComponent(() => import('./pages/movement-page.tsx'), 'MovementPage'),
})

const unitMapRoute = createRoute({
  getParentRoute: () => cityRoute,
  path: '/ban-do',
  validateSearch: MapSearch,
  component: lazyRouteComponent(() => import('./pages/unit-map-page.tsx'), 'UnitMapPage'),
})

const peersRoute = createRoute({
  getParentRoute: () => cityRoute,
  path: '/don-vi/$unitCode',
  validateSearch: PeerSearch,
  component: lazyRouteComponent(() => import('./pages/peers-page.tsx'), 'PeersPage'),
})

const reportingRoute = createRoute({
  getParentRoute: () => cityRoute,
  path: '/nop-so-lieu',
  validateSearch: ReportingSearch,
  component: lazyRouteComponent(() => import('./pages/reporting-page.tsx'), 'ReportingPage'),
})

const openDataRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/du-lieu-mo',
  component: lazyRouteComponent(() => import('./pages/open-data-page.tsx'), 'OpenDataPage'),
})

const boundariesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quan-tri/ban-do',
  component: lazyRouteComponent(() => import('./pages/boundaries-page.tsx'), 'BoundariesPage'),
})

const explanationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/giai-trinh',
  component: lazyRouteComponent(() => import('./pages/explanations-page.tsx'), 'ExplanationsPage'),
})

const cityExplanationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/giai-trinh',
  component: lazyRouteComponent(() => import('./pages/explanations-page.tsx'), 'CityExplanationsPage'),
})

const tasksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/nhiem-vu',
  validateSearch: KnownSearch,
  search: { middlewares: [keepKnownDay] },
  component: lazyRouteComponent(() => import('./pages/tasks-page.tsx'), 'TasksPage'),
})

const budgetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/ngan-sach',
  validateSearch: YearSearch,
  component: lazyRouteComponent(() => import('./pages/budget-page.tsx'), 'BudgetPage'),
})

const inspectionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/kiem-tra',
  component: lazyRouteComponent(() => import('./pages/inspections-page.tsx'), 'InspectionsPage'),
})

const reportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/bao-cao',
  validateSearch: ReportSearch,
  component: lazyRouteComponent(() => import('./pages/report-page.tsx'), 'ReportPage'),
})

const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quan-tri/nhat-ky',
  validateSearch: AuditSearch,
  component: lazyRouteComponent(() => import('./pages/audit-page.tsx'), 'AuditPage'),
})

const periodsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quan-tri/ky-bao-cao',
  validateSearch: YearSearch,
  component: lazyRouteComponent(() => import('./pages/periods-page.tsx'), 'PeriodsPage'),
})

const yearlyReviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/danh-gia/$year',
  component: lazyRouteComponent(() => import('./pages/yearly-review-page.tsx'), 'YearlyReviewPage'),
})

const publicRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cong-khai/$unitCode',
  component: lazyRouteComponent(() => import('./pages/public-page.tsx'), 'PublicPage'),
})

const remindersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/viec-can-lam',
  component: lazyRouteComponent(() => import('./pages/reminders-page.tsx'), 'RemindersPage'),
})

const accountsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quan-tri/tai-khoan',
  component: lazyRouteComponent(() => import('./pages/accounts-page.tsx'), 'AccountsPage'),
})

const systemRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quan-tri/he-thong',
  component: lazyRouteComponent(() => import('./pages/system-page.tsx'), 'SystemPage'),
})

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dang-nhap',
  validateSearch: SignInSearch,
  component: lazyRouteComponent(() => import('./pages/sign-in-page.tsx'), 'SignInPage'),
})

const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tai-khoan',
  component: lazyRouteComponent(() => import('./pages/account-page.tsx'), 'AccountPage'),
})

const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/doi-mat-khau',
  component: lazyRouteComponent(() => import('./pages/sign-in-page.tsx'), 'PasswordPage'),
})

/** Starts the request beside the page's code; the page itself shows how it goes. */
function prefetchProgress(unitCode: string, asOf: ReportingPeriod | undefined, knownOn?: string): void {
  void queryClient.prefetchQuery(progressQuery(unitCode, asOf, knownOn))
}

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute,
    unitRoute,
    leaderRoute,
    indicatorRoute,
    entryRoute,
    importRoute,
    cityImportRoute,
    approvalRoute,
    reportRoute,
    planRoute,
    cityRoute.addChildren([
      heatMapRoute,
      cityIndicatorRoute,
      movementRoute,
      unitMapRoute,
      peersRoute,
      reportingRoute,
    ]),
    explanationsRoute,
    cityExplanationsRoute,
    tasksRoute,
    budgetRoute,
    inspectionsRoute,
    auditRoute,
    periodsRoute,
    accountsRoute,
    systemRoute,
    remindersRoute,
    yearlyReviewRoute,
    publicRoute,
    boundariesRoute,
    openDataRoute,
    signInRoute,
    accountRoute,
    passwordRoute,
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultNotFoundComponent: NotFoundPage,
  defaultErrorComponent: ErrorPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

export function App() {
  return (
    <MantineProvider theme={theme} forceColorScheme="light">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  )
}
