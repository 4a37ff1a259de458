import { flagLabels, isOwnIndicator, type Output, unitTitle } from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { OtherUnitsSection } from '../city/other-units/other-units.tsx'
import { GapSection } from '../indicators/gaps/gaps.tsx'
import { progressQuery } from '../indicators/progress/queries.ts'
import { indicatorQuery } from '../indicators/roadmap/queries.ts'
import { RoadmapSection } from '../indicators/roadmap/roadmap.tsx'
import { SeriesSection } from '../indicators/series/series-section.tsx'
import { StatusMark } from '../indicators/status-mark.tsx'
import { BackgroundSection } from '../indicators/why/background.tsx'
import { leadingSentence } from '../indicators/why/leading-sentence.ts'
import { WhySection } from '../indicators/why/why.tsx'
import { ApiError } from '../lib/api-client.ts'
import { useAsOf } from '../lib/as-of.ts'
import { remarkableFlags } from '../lib/flags.ts'
import { useKnownOn } from '../lib/known-on.ts'
import { capitalize } from '../lib/text.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { EvidenceSection } from '../measurements/evidence/evidence-section.tsx'
import { RevisionsButton } from '../measurements/revisions/revisions-button.tsx'
import { Explained } from '../ui/abbreviations.tsx'
import { KnownControl } from '../ui/known-control.tsx'
import { ProblemView } from '../ui/problem-view.tsx'
import { LoadingNote, Skeleton } from '../ui/skeleton.tsx'
import styles from './indicator-page.module.css'
import { IndicatorWork } from './indicator-work.tsx'

/** One indicator of one unit: how it stands, why, since when, and how it stands elsewhere. */
export function IndicatorPage() {
  const { unitCode, number } = useParams({ from: '/don-vi/$unitCode/chi-tieu/$number' })
  const asOf = useAsOf()
  const knownOn = useKnownOn()
  const { data, error, isPlaceholderData, refetch } = useQuery(
    indicatorQuery(unitCode, number, asOf, knownOn),
  )
  useDocumentTitle(data && `Chỉ tiêu ${number}: ${data.shortName}`, data && capitalize(unitTitle(data.unit)))

  if (error && (!data || isPlaceholderData)) {
    return (
      <ProblemView error={error} onRetry={isRefused(error) ? undefined : () => refetch()}>
        <p>
          <Link to="/don-vi/$unitCode" params={{ unitCode }} search={{ ky: asOf }}>
            Về danh sách chỉ tiêu của đơn vị
          </Link>
        </p>
      </ProblemView>
    )
  }
  if (!data) return <PageSkeleton />
  return (
    <article className={styles.page} aria-busy={isPlaceholderData}>
      <Heading indicator={data} />
      <RoadmapSection indicator={data} />
      <GapSection indicator={data} />
      <WhySection indicator={data} />
      <div>
        <SeriesSection indicator={data} />
        {!knownOn && (
          <RevisionsButton unitCode={data.unit.code} number={data.number} period={data.asOf}>
            Lịch sử đầy đủ
          </RevisionsButton>
        )}
      </div>
      {/* Evidence and work on the figure are kept as they stand today only. */}
      {!knownOn && (
        <>
          <EvidenceSection unitCode={data.unit.code} number={data.number} period={data.asOf} />
          <IndicatorWork indicator={data} />
        </>
      )}
      <BackgroundSection indicator={data} />
      {!isOwnIndicator(data.number) && <OtherUnitsSection key={`${unitCode}-${number}`} indicator={data} />}
    </article>
  )
}

/** What the server has refused stays refused: an unknown indicator, a quarter that cannot be read. */
function isRefused(error: Error): boolean {
  return error instanceof ApiError && error.problem.status >= 400 && error.problem.status < 500
}

function Heading({ indicator }: { indicator: Output<typeof readIndicator> }) {
  const asOf = useAsOf()
  const { unit, number, name, shortName, status } = indicator
  return (
    <header className={styles.heading}>
      <nav className={`screen-only ${styles.ways}`} aria-label="Chuyển chỉ tiêu">
        <Link to="/don-vi/$unitCode" params={{ unitCode: unit.code }} search={{ ky: asOf }}>
          ← {capitalize(unitTitle(unit))}
        </Link>
        <Neighbours unitCode={unit.code} number={number} />
      </nav>
      <div className={`row ${styles.title}`}>
        <h1>
          {number}. <Explained text={shortName} />
        </h1>
        <p className="row">
          <StatusMark status={status} />
          {remarkableFlags(indicator).map((flag) => (
            <span key={flag} className={styles.flag}>
              {flagLabels[flag]}
            </span>
          ))}
        </p>
      </div>
      {name !== shortName && (
        <p className="soft">
          <Explained text={name} />
        </p>
      )}
      <p className={styles.sentence}>{leadingSentence(indicator)}</p>
      <KnownControl />
    </header>
  )
}

/** The indicators before and after in the plan of the unit. */
function Neighbours({ unitCode, number }: { unitCode: string; number: number }) {
  const { data } = useQuery(progressQuery(unitCode, useAsOf(), useKnownOn()))
  const here = data?.items.findIndex((item) => item.number === number) ?? -1
  const [before, after] = here < 0 ? [] : [data?.items[here - 1], data?.items[here + 1]]
  return (
    <span className={styles.neighbours}>
      {before && (
        <Link
          to="/don-vi/$unitCode/chi-tieu/$number"
          params={{ unitCode, number: String(before.number) }}
          search={true}
          title={before.shortName}
        >
          ‹ Chỉ tiêu {before.number}
        </Link>
      )}
      {after && (
        <Link
          to="/don-vi/$unitCode/chi-tieu/$number"
          params={{ unitCode, number: String(after.number) }}
          search={true}
          title={after.shortName}
        >
          Chỉ tiêu {after.number} ›
        </Link>
      )}
    </span>
  )
}

function PageSkeleton() {
  return (
    <div className={styles.page}>
      <LoadingNote />
      <div className={styles.heading}>
        <Skeleton width={160} height={20} />
        <Skeleton width="45%" height={29} />
        <Skeleton width="55%" height={22} />
        <Skeleton width="65%" height={26} />
      </div>
      <Skeleton height={346} />
      <Skeleton height={240} />
    </div>
  )
}
