import { unitTitle } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useAsOf } from '../lib/as-of.ts'
import { quarterText } from '../lib/figures.ts'
import { capitalize } from '../lib/text.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { type Tasks, tasksQuery } from '../tasks/queries.ts'
import { TaskCard } from '../tasks/task-card.tsx'
import { inOrder, tasksSentence } from '../tasks/wording.ts'
import { CardList } from '../ui/card-list.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { KnownControl } from '../ui/known-control.tsx'
import { Page, PageHead } from '../ui/page.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { UnitOfPage } from '../ui/unit-of-page.tsx'

const route = getRouteApi('/don-vi/$unitCode/nhiem-vu')

/** The tasks of Phụ lục 02, for everyone. */
export function TasksPage() {
  const { unitCode } = route.useParams()
  const { ky, bietDen } = route.useSearch()
  const query = useQuery(tasksQuery(unitCode, ky, bietDen))
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {(tasks) => <TasksView tasks={tasks} />}
    </QueryView>
  )
}

const tasksOfDay = {
  subject: 'tình hình nhiệm vụ',
  scope: 'chỉ gồm báo cáo và tệp sản phẩm đã gửi đến ngày đó',
}

function TasksView({ tasks: { unit, asOf, knownOn, items } }: { tasks: Tasks }) {
  const ky = useAsOf()
  const unitName = capitalize(unitTitle(unit))
  useDocumentTitle('Nhiệm vụ Phụ lục 02', unitName)
  return (
    <Page>
      <PageHead
        title={
          <>
            Nhiệm vụ Phụ lục 02, {quarterText(asOf)} <UnitOfPage name={unitName} />
          </>
        }
        sentence={items.length > 0 && tasksSentence(items)}
      >
        {items.length > 0 && <KnownControl said={tasksOfDay} />}
      </PageHead>
      {items.length === 0 ? (
        <EmptyState title="Chưa có nhiệm vụ">
          <p>{unitName} chưa ban hành danh mục nhiệm vụ. Phụ lục 02 hiện có là của phường Kiến An.</p>
          <p>
            <Link to="/don-vi/$unitCode" params={{ unitCode: unit.code }} search={{ ky }}>
              Về danh sách chỉ tiêu
            </Link>
          </p>
        </EmptyState>
      ) : (
        <CardList inColumns>
          {inOrder(items).map((task) => (
            <TaskCard
              key={task.number}
              unitCode={unit.code}
              task={task}
              asOf={asOf}
              hasHistory={knownOn === null}
            />
          ))}
        </CardList>
      )}
    </Page>
  )
}
