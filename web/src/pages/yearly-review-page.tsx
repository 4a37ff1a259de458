import { unitTitle } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { QueryView } from '../components/query-view.tsx'
import { Skeleton } from '../components/skeleton.tsx'
import { UnitOfPage } from '../components/unit-of-page.tsx'
import work from '../components/work.module.css'
import { ProposalList } from '../features/yearly-review/proposal-list.tsx'
import { ProposeDialog } from '../features/yearly-review/propose-dialog.tsx'
import { type Reviewed, type YearlyReview, yearlyReviewQuery } from '../features/yearly-review/queries.ts'
import { ReviewTable } from '../features/yearly-review/review-table.tsx'
import { reviewSentence } from '../features/yearly-review/wording.ts'
import styles from '../features/yearly-review/yearly-review.module.css'
import { currentPeriod } from '../lib/as-of.ts'
import { capitalize } from '../lib/text.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'

const route = getRouteApi('/don-vi/$unitCode/danh-gia/$year')
const firstYear = 2025

/** How a unit ended a year, and what it wants to change of its targets. */
export function YearlyReviewPage() {
  const { unitCode, year } = route.useParams()
  const query = useQuery(yearlyReviewQuery(unitCode, year))
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {(review) => <Review review={review} />}
    </QueryView>
  )
}

function Review({ review }: { review: YearlyReview }) {
  const { unit, year, mayPropose } = review
  const [proposing, setProposing] = useState<Reviewed>()
  const unitName = capitalize(unitTitle(unit))
  useDocumentTitle(`Đánh giá năm ${year}`, unitName)
  const lastYear = Number(currentPeriod().slice(0, 4))
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index)
  return (
    <div className={work.page}>
      <header className={work.opening}>
        <h1>
          Đánh giá năm {year} <UnitOfPage name={unitName} />
        </h1>
        <p className={work.sentence}>{reviewSentence(review)}</p>
        <nav className={styles.years} aria-label="Năm đánh giá">
          {years.map((other) => (
            <Link
              key={other}
              to="/don-vi/$unitCode/danh-gia/$year"
              params={{ unitCode: unit.code, year: String(other) }}
              search={true}
            >
              Năm {other}
            </Link>
          ))}
        </nav>
      </header>
      <ProposalList review={review} />
      <ReviewTable review={review} onPropose={mayPropose ? setProposing : undefined} />
      {proposing && (
        <ProposeDialog
          unitCode={unit.code}
          year={year}
          item={proposing}
          onClose={() => setProposing(undefined)}
        />
      )}
    </div>
  )
}
