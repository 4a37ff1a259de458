import { quarterLabel } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { HeadlineText } from '../indicators/progress/headline-text.tsx'
import { knownNowSentence } from '../indicators/progress/known-now.ts'
import { NoResults, OpenQuarterNote, PlanNote } from '../indicators/progress/plan-notices.tsx'
import { ProgressFilters } from '../indicators/progress/progress-filters.tsx'
import { ProgressList } from '../indicators/progress/progress-list.tsx'
import { ProgressSkeleton } from '../indicators/progress/progress-skeleton.tsx'
import { progressQuery, type UnitProgress, useKnownToday } from '../indicators/progress/queries.ts'
import { filterByStatus, filterItems, type ProgressSearch } from '../indicators/progress/search.ts'
import { StatusFilter } from '../indicators/progress/status-filter.tsx'
import { unitHeading } from '../indicators/progress/wording.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { SubmissionLine } from '../measurements/approval/submission-line.tsx'
import { KnownControl } from '../ui/known-control.tsx'
import { QueryView } from '../ui/query-view.tsx'
import styles from './progress-page.module.css'

const route = getRouteApi('/don-vi/$unitCode')

/** How a unit stands on all its indicators. */
export function UnitPage() {
  const { unitCode } = route.useParams()
  const { ky, bietDen } = route.useSearch()
  const query = useQuery(progressQuery(unitCode, ky, bietDen))
  return (
    <QueryView query={query} skeleton={<ProgressSkeleton />}>
      {(progress) => <UnitView progress={progress} />}
    </QueryView>
  )
}

function UnitView({ progress }: { progress: UnitProgress }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { unit, asOf, items } = progress
  const heading = unitHeading(unit)
  const today = useKnownToday(progress)
  const matching = filterItems(items, search)
  const handleSearch = (next: ProgressSearch) =>
    navigate({
      search: { ...next, ky: search.ky, bietDen: search.bietDen },
      replace: true,
      resetScroll: false,
    })
  useDocumentTitle(heading, quarterLabel(asOf))

  return (
    <div className="stack paper-flow">
      <div className="stack tight">
        <h1 className={styles.title}>{heading}</h1>
        <HeadlineText unitCode={unit.code} asOf={asOf} ky={search.ky} items={items} />
        <PlanNote progress={progress} ky={search.ky} />
        {items.some(({ value }) => value !== null) && <OpenQuarterNote progress={progress} />}
        {!search.bietDen && <SubmissionLine unitCode={unit.code} period={asOf} />}
        <KnownControl>{today && `${knownNowSentence(progress, today)} `}</KnownControl>
      </div>
      {items.every(({ value }) => value === null) && <NoResults progress={progress} />}
      <StatusFilter items={matching} search={search} onSearch={handleSearch} />
      <ProgressFilters
        progress={progress}
        shown={filterByStatus(matching, search).length}
        total={items.length}
        search={search}
        onSearch={handleSearch}
      />
      <ProgressList
        progress={progress}
        items={matching}
        search={search}
        onSearch={handleSearch}
        today={today}
      />
    </div>
  )
}
