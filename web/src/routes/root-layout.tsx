import { type AdministrativeUnit, isHeldUp } from '@moc57/shared'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet, useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { progressQuery, type UnitProgress } from '../indicators/progress/queries.ts'
import { unitHeading } from '../indicators/progress/wording.ts'
import { StatusGuide } from '../indicators/status-guide/status-guide.tsx'
import { currentQuarter, useAsOf } from '../lib/as-of.ts'
import { useKnownOn } from '../lib/known-on.ts'
import { sessionQuery } from '../lib/session-query.ts'
import { SecondFactorNotice } from '../people/own-account/second-factor-notice.tsx'
import { remindersQuery } from '../people/reminders/queries.ts'
import { AccountMenu } from '../people/session/account-menu.tsx'
import { contentId, PageShell } from '../ui/page-shell.tsx'
import { PlacesBar } from '../ui/places-bar.tsx'
import { QuarterPicker } from '../ui/quarter-picker.tsx'
import { YearPicker } from '../ui/year-picker.tsx'
import { unitsQuery } from '../units/queries.ts'
import { UnitPicker } from '../units/unit-picker.tsx'
import { placesOf } from './places.ts'
import { barWords } from './places-wording.ts'
import { defaultUnit } from './start.ts'

/** The frame of all pages. Unit, quarter and notice come from the answer that the pages themselves show. */
export function RootLayout() {
  const navigate = useNavigate()
  const asOf = useAsOf()
  const knownOn = useKnownOn()
  const { unitCode, year } = useParams({ strict: false })
  useFocusOnNewPage()
  const progress = useQuery({
    ...progressQuery(unitCode ?? '', asOf, knownOn),
    enabled: unitCode !== undefined,
  })
  // Where the chosen quarter cannot be had, another answer on the same unit still knows its name.
  const other = useQueryClient().getQueriesData<UnitProgress>({ queryKey: ['units', unitCode, 'progress'] })
  const known = progress.data ?? other.map(([, data]) => data).find(Boolean)
  const units = useQuery({
    ...unitsQuery(''),
    enabled: !known && (unitCode === undefined || progress.isError),
  })
  const current = known?.currentQuarter ?? currentQuarter()
  const { data: account = null } = useQuery(sessionQuery)
  // A page that belongs to no unit keeps one's own in its place.
  const own = unitCode === undefined && units.data?.items.find(({ code }) => code === account?.unitCode)

  return (
    <PageShell
      notice={known?.notice ?? units.data?.notice ?? null}
      unitPicker={
        <UnitPicker
          unit={known?.unit ?? (own || undefined)}
          onPick={(code) =>
            navigate({ to: '/don-vi/$unitCode', params: { unitCode: code }, search: { ky: asOf } })
          }
        />
      }
      quarterPicker={
        year === undefined ? (
          <QuarterPicker
            value={asOf ?? current}
            current={current}
            onChange={(ky) => navigate({ to: '.', search: (search) => ({ ...search, ky }) })}
          />
        ) : (
          <YearPicker
            label="Năm đánh giá"
            value={year}
            onChange={(year) =>
              navigate({ to: '.', params: (params) => ({ ...params, year }), search: true })
            }
          />
        )
      }
      accountMenu={<AccountMenu />}
      places={<UnitPlaces unit={known?.unit} />}
    >
      <SecondFactorNotice />
      <StatusGuide>
        <Outlet />
      </StatusGuide>
    </PageShell>
  )
}

/** The ways to every page, with what waits there for whoever is signed in. */
function UnitPlaces({ unit }: { unit: AdministrativeUnit | undefined }) {
  const { data: session = null } = useQuery(sessionQuery)
  const account = session && !isHeldUp(session) ? session : null
  const { unitCode } = useParams({ strict: false })
  const pathname = useLocation({ select: (location) => location.pathname })
  const ky = useAsOf()
  const reminders = useQuery({ ...remindersQuery, enabled: account !== null })
  const own = account?.role === 'leader' ? account.unitCode : null
  const ownPlan = useQuery({ ...progressQuery(own ?? '', ky), enabled: own !== null })
  const places = placesOf({
    account,
    shown: { unitCode, name: unit ? unitHeading(unit) : barWords.otherUnit },
    defaultUnit,
    year: (ky ?? currentQuarter()).slice(0, 4),
    leaderId: ownPlan.data?.leaders.find(({ name }) => name === account?.leader)?.id,
    reminders: reminders.data?.items ?? [],
  })
  return <PlacesBar places={places} pathname={pathname} search={{ ky }} words={barWords} />
}

/** A new page starts at its content, for the keyboard and the screen reader too; filters leave the focus alone. */
function useFocusOnNewPage() {
  const path = useLocation({ select: ({ pathname }) => pathname })
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    const isFirstPage = shown.current === '/'
    shown.current = path
    if (!isFirstPage) document.getElementById(contentId)?.focus({ preventScroll: true })
  }, [path])
}
