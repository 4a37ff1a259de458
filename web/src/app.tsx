import { type Account, isHeldUp, type Quarter } from '@moc57/shared'
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
import { CitySearch } from './city/city-search.ts'
import { HeatMapSearch } from './city/heat-map/search.ts'
import { MapSearch } from './city/map/search.ts'
import { MovementSearch } from './city/movement/search.ts'
import { comparisonParams } from './city/other-units/search.ts'
import { PeerSearch } from './city/peers/search.ts'
import { SubmissionStatusSearch } from './city/submission-status/search.ts'
import { progressQuery } from './indicators/progress/queries.ts'
import { progressParams } from './indicators/progress/search.ts'
import { indicatorQuery } from './indicators/roadmap/queries.ts'
import { AsOfSearch } from './lib/as-of.ts'
import { KnownSearch, knownParams } from './lib/known-on.ts'
import { queryClient } from './lib/query-client.ts'
import { parseSearch, searchOf, stringifySearch } from './lib/search-params.ts'
import { sessionQuery } from './lib/session-query.ts'
import { YearSearch } from './lib/years.ts'
import { AuditSearch } from './people/audit/search.ts'
import { SignInSearch } from './people/session/search.ts'
import { ReportSearch } from './reports/search.ts'
import { ErrorPage } from './routes/error-page.tsx'
import { NotFoundPage } from './routes/not-found-page.tsx'
import { RootLayout } from './routes/root-layout.tsx'
import { defaultUnit, startOf } from './routes/start.ts'
import { UnitPage } from './routes/unit-page.tsx'

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
    if (account && !isHeldUp(account)) throw redirect({ to: startOf(account), search, replace: true })
    const unitCode = account?.unitCode ?? defaultUnit
    throw redirect({ to: '/don-vi/$unitCode', params: { unitCode }, search, replace: true })
  },
})

/** What is shown stays that of the chosen day from page to page, until another day is chosen. */
const keepKnownDay = retainSearchParams<KnownSearch>(['bietDen'])

const UnitSearch = searchOf({ ...progressParams, ...knownParams })

const unitRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode',
  validateSearch: UnitSearch,
  search: { middlewares: [keepKnownDay] },
  loaderDeps: ({ search }) => ({ ky: search.ky, bietDen: search.bietDen }),
  loader: ({ params, deps }) => prefetchProgress(params.unitCode, deps.ky, deps.bietDen),
  component: UnitPage,
})

const leaderRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/lanh-dao/$leaderId',
  validateSearch: UnitSearch,
  search: { middlewares: [keepKnownDay] },
  loaderDeps: ({ search }) => ({ ky: search.ky, bietDen: search.bietDen }),
  loader: ({ params, deps }) => prefetchProgress(params.unitCode, deps.ky, deps.bietDen),
  component: lazyRouteComponent(() => import('./routes/leader-page.tsx'), 'LeaderPage'),
})

const IndicatorSearch = searchOf({ ...comparisonParams, ...knownParams })

const indicatorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/chi-tieu/$number',
  validateSearch: IndicatorSearch,
  search: { middlewares: [keepKnownDay] },
  loaderDeps: ({ search }) => ({ ky: search.ky, bietDen: search.bietDen }),
  loader: ({ params, deps }) => {
    void queryClient.prefetchQuery(indicatorQuery(params.unitCode, params.number, deps.ky, deps.bietDen))
    prefetchProgress(params.unitCode, deps.ky, deps.bietDen)
  },
  component: lazyRouteComponent(() => import('./routes/indicator-page.tsx'), 'IndicatorPage'),
})

const entryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/nhap-so-lieu',
  component: lazyRouteComponent(() => import('./routes/entry-page.tsx'), 'EntryPage'),
})

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/nhap-tu-excel',
  component: lazyRouteComponent(() => import('./routes/import-page.tsx'), 'ImportPage'),
})

const cityImportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/thanh-pho/nhap-tu-excel',
  component: lazyRouteComponent(() => import('./routes/city-import-page.tsx'), 'CityImportPage'),
})

const approvalRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/duyet',
  component: lazyRouteComponent(() => import('./routes/approval-page.tsx'), 'ApprovalPage'),
})

const planRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/ke-hoach',
  validateSearch: KnownSearch,
  search: { middlewares: [keepKnownDay] },
  component: lazyRouteComponent(() => import('./routes/plan-page.tsx'), 'PlanPage'),
})

/** The views of the city: a view is a child of this route and a line in `routes/city-layout.tsx`. */
const cityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/thanh-pho',
  validateSearch: CitySearch,
  search: { middlewares: [keepKnownDay] },
  component: lazyRouteComponent(() => import('./routes/city-layout.tsx'), 'CityLayout'),
})

const heatMapRoute = createRoute({
  getParentRoute: () => cityRoute,
  path: '/',
  validateSearch: HeatMapSearch,
  component: lazyRouteComponent(() => import('./routes/heat-map-page.tsx'), 'HeatMapPage'),
})

const cityIndicatorRoute = createRoute({
  getParentRoute: () => cityRoute,
  path: '/chi-tieu/$number',
  component: lazyRouteComponent(() => import('./routes/ranking-page.tsx'), 'CityIndicatorPage'),
})

const movementRoute = createRoute({
  getParentRoute: () => cityRoute,
  path: '/bien-dong',
  validateSearch: MovementSearch,
  component: lazyRouteComponent(() => import('./routes/movement-page.tsx'), 'MovementPage'),
})

const unitMapRoute = createRoute({
  getParentRoute: () => cityRoute,
  path: '/ban-do',
  validateSearch: MapSearch,
  component: lazyRouteComponent(() => import('./routes/unit-map-page.tsx'), 'UnitMapPage'),
})

const peersRoute = createRoute({
  getParentRoute: () => cityRoute,
  path: '/don-vi/$unitCode',
  validateSearch: PeerSearch,
  component: lazyRouteComponent(() => import('./routes/peers-page.tsx'), 'PeersPage'),
})

const submissionStatusRoute = createRoute({
  getParentRoute: () => cityRoute,
  path: '/nop-so-lieu',
  validateSearch: SubmissionStatusSearch,
  component: lazyRouteComponent(() => import('./routes/submission-status-page.tsx'), 'SubmissionStatusPage'),
})

const openDataRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/du-lieu-mo',
  component: lazyRouteComponent(() => import('./routes/open-data-page.tsx'), 'OpenDataPage'),
})

const boundariesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quan-tri/ban-do',
  component: lazyRouteComponent(() => import('./routes/boundaries-page.tsx'), 'BoundariesPage'),
})

const explanationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/giai-trinh',
  component: lazyRouteComponent(() => import('./routes/explanations-page.tsx'), 'ExplanationsPage'),
})

const cityExplanationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/giai-trinh',
  component: lazyRouteComponent(() => import('./routes/explanations-page.tsx'), 'CityExplanationsPage'),
})

const tasksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/nhiem-vu',
  validateSearch: KnownSearch,
  search: { middlewares: [keepKnownDay] },
  component: lazyRouteComponent(() => import('./routes/tasks-page.tsx'), 'TasksPage'),
})

const budgetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/ngan-sach',
  validateSearch: YearSearch,
  component: lazyRouteComponent(() => import('./routes/budget-page.tsx'), 'BudgetPage'),
})

const inspectionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/kiem-tra',
  component: lazyRouteComponent(() => import('./routes/inspections-page.tsx'), 'InspectionsPage'),
})

const reportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/bao-cao',
  validateSearch: ReportSearch,
  component: lazyRouteComponent(() => import('./routes/report-page.tsx'), 'ReportPage'),
})

const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quan-tri/nhat-ky',
  validateSearch: AuditSearch,
  component: lazyRouteComponent(() => import('./routes/audit-page.tsx'), 'AuditPage'),
})

const periodsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quan-tri/ky-bao-cao',
  validateSearch: YearSearch,
  component: lazyRouteComponent(() => import('./routes/periods-page.tsx'), 'PeriodsPage'),
})

const yearEndRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/don-vi/$unitCode/danh-gia/$year',
  component: lazyRouteComponent(() => import('./routes/year-end-page.tsx'), 'YearEndPage'),
})

const proofRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kiem-chung/$code',
  component: lazyRouteComponent(() => import('./routes/proof-page.tsx'), 'ProofPage'),
})

const chainsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kiem-chung',
  component: lazyRouteComponent(() => import('./routes/chains-page.tsx'), 'ChainsPage'),
})

const publicRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cong-khai/$unitCode',
  component: lazyRouteComponent(() => import('./routes/public-page.tsx'), 'PublicPage'),
})

const workRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/viec-cua-toi',
  component: lazyRouteComponent(() => import('./routes/work-page.tsx'), 'WorkPage'),
})

/** As letters and bookmarks of earlier days call it. */
const remindersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/viec-can-lam',
  beforeLoad: ({ search }) => {
    throw redirect({ to: '/viec-cua-toi', search, replace: true })
  },
})

const accountsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quan-tri/tai-khoan',
  component: lazyRouteComponent(() => import('./routes/accounts-page.tsx'), 'AccountsPage'),
})

const systemRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/quan-tri/he-thong',
  component: lazyRouteComponent(() => import('./routes/system-page.tsx'), 'SystemPage'),
})

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dang-nhap',
  validateSearch: SignInSearch,
  component: lazyRouteComponent(() => import('./routes/sign-in-page.tsx'), 'SignInPage'),
})

const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tai-khoan',
  component: lazyRouteComponent(() => import('./routes/account-page.tsx'), 'AccountPage'),
})

const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/doi-mat-khau',
  component: lazyRouteComponent(() => import('./routes/sign-in-page.tsx'), 'PasswordPage'),
})

/** Starts the request beside the page's code; the page itself shows how it goes. */
function prefetchProgress(unitCode: string, asOf: Quarter | undefined, knownOn?: string): void {
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
      submissionStatusRoute,
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
    workRoute,
    remindersRoute,
    yearEndRoute,
    publicRoute,
    proofRoute,
    chainsRoute,
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
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  )
}
