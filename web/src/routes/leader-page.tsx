import { quarterLabel } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ExplanationLine } from '../explanations/explanation-line.tsx'
import { ChangesPanel } from '../indicators/progress/changes-panel.tsx'
import { HeadlineText } from '../indicators/progress/headline-text.tsx'
import { knownNowSentence } from '../indicators/progress/known-now.ts'
import { OverduePanel } from '../indicators/progress/overdue-panel.tsx'
import { OpenQuarterNote } from '../indicators/progress/plan-notices.tsx'
import { ProgressFilters } from '../indicators/progress/progress-filters.tsx'
import { ProgressList } from '../indicators/progress/progress-list.tsx'
import { ProgressSkeleton } from '../indicators/progress/progress-skeleton.tsx'
import { progressQuery, type UnitProgress, useKnownToday } from '../indicators/progress/queries.ts'
import { filterByStatus, filterItems, type ProgressSearch } from '../indicators/progress/search.ts'
import { StatusFilter } from '../indicators/progress/status-filter.tsx'
import { unitHeading } from '../indicators/progress/wording.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { SubmissionLine } from '../measurements/approval/submission-line.tsx'
import { LeaderTasks } from '../tasks/task-panels.tsx'
import { Explained } from '../ui/abbreviations.tsx'
import { KnownControl } from '../ui/known-control.tsx'
import { ProblemView } from '../ui/problem-view.tsx'
import { QueryView } from '../ui/query-view.tsx'
import styles from './progress-page.module.css'

const route = getRouteApi('/don-vi/$unitCode/lanh-dao/$leaderId')

/** The indicators that one leader directs. */
export function LeaderPage() {
  const { unitCode } = route.useParams()
  const { ky, bietDen } = route.useSearch()
  const query = useQuery(progressQuery(unitCode, ky, bietDen))
  return (
    <QueryView query={query} skeleton={<ProgressSkeleton />}>
      {(progress) => <LeaderView progress={progress} />}
    </QueryView>
  )
}

function LeaderView({ progress }: { progress: UnitProgress }) {
  const { leaderId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { unit, asOf, leaders } = progress
  const leader = leaders.find(({ id }) => id === leaderId)
  const heading = unitHeading(unit)
  const today = useKnownToday(progress)
  useDocumentTitle(leader?.name, heading, quarterLabel(asOf))

  const toUnit = (
    <Link to="/don-vi/$unitCode" params={{ unitCode: unit.code }} search={{ ky: search.ky }}>
      {heading}: tất cả chỉ tiêu
    </Link>
  )
  if (!leader) {
    return (
      <ProblemView title="Không có lãnh đạo này">
        <p>
          {heading}{' '}
          {leaders.length > 0
            ? 'không phân công chỉ tiêu nào cho người này.'
            : 'chưa phân công lãnh đạo chỉ đạo chỉ tiêu.'}
        </p>
        <p>{toUnit}</p>
      </ProblemView>
    )
  }

  const others = leaders.filter(({ id }) => id !== leader.id)
  const mine = filterItems(progress.items, { lanhDao: leader.id })
  const matching = filterItems(mine, { ...search, lanhDao: undefined })
  const handleSearch = (next: ProgressSearch) =>
    navigate({
      search: { ...next, ky: search.ky, bietDen: search.bietDen },
      replace: true,
      resetScroll: false,
    })
  return (
    <div className="stack">
      <nav className={styles.related} aria-label="Trang liên quan">
        <span>{toUnit}</span>
        {others.length > 0 && (
          <span>
            Lãnh đạo khác:{' '}
            {others.map(({ id, name }) => (
              <Link
                key={id}
                to="/don-vi/$unitCode/lanh-dao/$leaderId"
                params={{ unitCode: unit.code, leaderId: id }}
                search={{ ky: search.ky }}
              >
                {name}
              </Link>
            ))}
          </span>
        )}
      </nav>
      <div className="stack tight">
        <h1 className={styles.title}>
          {leader.name}{' '}
          <span className={styles.position}>
            <Explained text={leader.position} />, chỉ đạo {mine.length} chỉ tiêu
          </span>
        </h1>
        <HeadlineText unitCode={unit.code} asOf={asOf} ky={search.ky} items={mine} />
        <OpenQuarterNote progress={progress} />
        {!search.bietDen && <SubmissionLine unitCode={unit.code} period={asOf} />}
        {!search.bietDen && <ExplanationLine unitCode={unit.code} items={mine} />}
        <KnownControl>{today && `${knownNowSentence(progress, today)} `}</KnownControl>
      </div>
      <div className={styles.columns}>
        <ChangesPanel progress={progress} items={mine} ky={search.ky} />
        <OverduePanel progress={progress} items={mine} ky={search.ky} />
      </div>
      <StatusFilter items={matching} search={search} onSearch={handleSearch} />
      <ProgressFilters
        progress={progress}
        shown={filterByStatus(matching, search).length}
        total={mine.length}
        search={search}
        onSearch={handleSearch}
        leaderId={leader.id}
      />
      <ProgressList
        progress={progress}
        items={matching}
        search={search}
        onSearch={handleSearch}
        today={today}
        hideLeader
      />
      {!search.bietDen && <LeaderTasks unitCode={unit.code} asOf={search.ky} leaderId={leader.id} />}
    </div>
  )
}
