import { quarterLabel, unitTitle } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { progressQuery, type UnitProgress } from '../indicators/progress/queries.ts'
import styles from '../indicators/public-record/public-record.module.css'
import { ResultTable, statusSummary, TaskTable } from '../indicators/public-record/public-tables.tsx'
import { GuideButton } from '../indicators/status-guide/guide-button.tsx'
import { StatusMeanings } from '../indicators/status-guide/status-meanings.tsx'
import { documentName } from '../lib/documents.ts'
import { quarterText } from '../lib/figures.ts'
import { capitalize } from '../lib/text.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { tasksQuery } from '../tasks/queries.ts'
import { taskBadge, tasksSentence } from '../tasks/wording.ts'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

const route = getRouteApi('/cong-khai/$unitCode')

/** What a unit has achieved, for anyone: approved results, tasks and their products on one page to print. */
export function PublicPage() {
  const { unitCode } = route.useParams()
  const { ky } = route.useSearch()
  const query = useQuery(progressQuery(unitCode, ky))
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {(progress) => <PublicRecord progress={progress} />}
    </QueryView>
  )
}

function PublicRecord({ progress: { unit, asOf, plan, items } }: { progress: UnitProgress }) {
  const { ky } = route.useSearch()
  const unitName = capitalize(unitTitle(unit))
  useDocumentTitle('Công khai kết quả', unitName, quarterLabel(asOf))
  const { data: tasks } = useQuery(tasksQuery(unit.code, ky))
  return (
    <div className={`${styles.page} paper-flow`}>
      <header>
        <h1>
          Công khai kết quả thực hiện Nghị quyết số 57-NQ/TW: {unitName}, {quarterText(asOf)}
        </h1>
        <p>
          {plan.source === 'own'
            ? `Theo ${documentName(plan.document)}.`
            : `Tham chiếu Phụ lục 01 của ${unitTitle(plan.unit)}.`}{' '}
          Chỉ gồm số liệu đã duyệt; số trích từ báo cáo được ghi “chưa xác minh”.
        </p>
        <p>{statusSummary(items)}.</p>
      </header>
      <p className="row screen-only">
        <button type="button" className="button" onClick={() => window.print()}>
          In trang này
        </button>
        <GuideButton />
        <Link to="/don-vi/$unitCode" params={{ unitCode: unit.code }} search={{ ky }}>
          Xem biểu đồ và chi tiết
        </Link>
      </p>
      <h2>Kết quả theo chỉ tiêu</h2>
      <ResultTable items={items} asOf={asOf} />
      <h2>Ý nghĩa của các trạng thái</h2>
      <StatusMeanings />
      {tasks && tasks.items.length > 0 && (
        <>
          <h2>Nhiệm vụ và sản phẩm</h2>
          <p>{tasksSentence(tasks.items)}</p>
          <TaskTable unitCode={unit.code} items={tasks.items} labelOf={(task) => taskBadge(task).label} />
        </>
      )}
    </div>
  )
}
