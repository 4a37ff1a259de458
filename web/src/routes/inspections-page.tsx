import { unitTitle } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { InspectDialog } from '../inspections/inspect-dialog.tsx'
import { InspectionCard } from '../inspections/inspection-card.tsx'
import { type Inspections, inspectionsQuery } from '../inspections/queries.ts'
import { capitalize } from '../lib/text.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { RequireAccount } from '../people/session/require-account.tsx'
import { CardList } from '../ui/card-list.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page, PageHead } from '../ui/page.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { UnitOfPage } from '../ui/unit-of-page.tsx'

const route = getRouteApi('/don-vi/$unitCode/kiem-tra')

/** The inspections of a unit, periodic and unannounced. */
export function InspectionsPage() {
  const { unitCode } = route.useParams()
  return (
    <RequireAccount rights={['readWork']} subject={{ unitCode }}>
      {() => <OfUnit key={unitCode} unitCode={unitCode} />}
    </RequireAccount>
  )
}

function OfUnit({ unitCode }: { unitCode: string }) {
  const query = useQuery(inspectionsQuery(unitCode))
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {(inspections) => <InspectionsView inspections={inspections} />}
    </QueryView>
  )
}

function InspectionsView({ inspections }: { inspections: Inspections }) {
  const { unit, items, mayInspect, mayFollowUp } = inspections
  const [isOpen, setOpen] = useState(false)
  const unitName = capitalize(unitTitle(unit))
  const open = items.filter((item) => item.isOpen).length
  useDocumentTitle('Kiểm tra', unitName)
  return (
    <Page>
      <PageHead
        title={
          <>
            Kiểm tra định kỳ, đột xuất <UnitOfPage name={unitName} />
          </>
        }
      >
        {items.length > 0 && (
          <p className="sentence">
            {items.length} cuộc kiểm tra;{' '}
            {open === 0 ? 'không còn việc phải khắc phục' : `${open} cuộc còn việc phải khắc phục`}.
          </p>
        )}
      </PageHead>
      {mayInspect && (
        <div className="row screen-only">
          <button type="button" className="button" onClick={() => setOpen(true)}>
            Ghi cuộc kiểm tra
          </button>
        </div>
      )}
      {items.length === 0 ? (
        <EmptyState title="Chưa ghi cuộc kiểm tra nào">
          <p>Kết quả kiểm tra chỉ tiêu, nhiệm vụ và việc phải khắc phục hiện tại đây.</p>
        </EmptyState>
      ) : (
        <CardList>
          {items.map((inspection) => (
            <InspectionCard
              key={inspection.id}
              unitCode={unit.code}
              inspection={inspection}
              mayFollowUp={mayFollowUp}
            />
          ))}
        </CardList>
      )}
      {isOpen && <InspectDialog unitCode={unit.code} onClose={() => setOpen(false)} />}
    </Page>
  )
}
