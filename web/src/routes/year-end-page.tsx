import { unitTitle, yearEndSentence } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { PlanNote } from '../indicators/progress/plan-notices.tsx'
import { apiPath } from '../lib/api-client.ts'
import { useAsOf } from '../lib/as-of.ts'
import { capitalize } from '../lib/text.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { ProposalList } from '../plans/year-end/proposal-list.tsx'
import { ProposeDialog } from '../plans/year-end/propose-dialog.tsx'
import { type YearEndAnswer, type YearEndItem, yearEndQuery } from '../plans/year-end/queries.ts'
import { YearEndTable } from '../plans/year-end/year-end-table.tsx'
import { Page, PageHead } from '../ui/page.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { UnitOfPage } from '../ui/unit-of-page.tsx'

const route = getRouteApi('/don-vi/$unitCode/danh-gia/$year')

/** How a unit ended a year, and what it wants to change of its targets. */
export function YearEndPage() {
  const { unitCode, year } = route.useParams()
  const query = useQuery(yearEndQuery(unitCode, year))
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {(yearEnd) => <YearEndOf yearEnd={yearEnd} />}
    </QueryView>
  )
}

function YearEndOf({ yearEnd }: { yearEnd: YearEndAnswer }) {
  const { unit, year, mayPropose } = yearEnd
  const [proposing, setProposing] = useState<YearEndItem>()
  const unitName = capitalize(unitTitle(unit))
  useDocumentTitle(`Đánh giá năm ${year}`, unitName)
  const ky = useAsOf()
  return (
    <Page>
      <PageHead
        title={
          <>
            Đánh giá năm {year} <UnitOfPage name={unitName} />
          </>
        }
        sentence={yearEndSentence(yearEnd)}
        takeAway={{
          file: (extension) =>
            apiPath(`/api/units/:unitCode/reviews/:year.${extension}`, { unitCode: unit.code, year }),
        }}
      >
        <PlanNote progress={yearEnd} ky={ky} />
      </PageHead>
      <ProposalList yearEnd={yearEnd} />
      <YearEndTable yearEnd={yearEnd} onPropose={mayPropose ? setProposing : undefined} />
      {proposing && (
        <ProposeDialog
          unitCode={unit.code}
          year={year}
          item={proposing}
          onClose={() => setProposing(undefined)}
        />
      )}
    </Page>
  )
}
