import { formatDay, formatWindow, quarterInText, unitTitle } from '@moc57/shared'
import { Link } from '@tanstack/react-router'
import { documentName } from '../../lib/documents.ts'
import { capitalize } from '../../lib/text.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import styles from './plan-notices.module.css'
import type { UnitProgress } from './queries.ts'
import { flagsOfAll } from './wording.ts'

/** The quarter that is still open: its figures are on their way, and until when. */
export function OpenQuarterNote({ progress }: { progress: UnitProgress }) {
  if (progress.asOf !== progress.currentQuarter) return null
  return <p className={`note ${styles.note}`}>{capitalize(windowSentence(progress))}</p>
}

function windowSentence({ asOf, window }: UnitProgress): string {
  return `số liệu ${quarterInText(asOf)} chốt ${formatWindow(window)}, gửi chậm nhất ngày ${formatDay(window.dueOn)}.`
}

/** Which plan the unit is measured by; said in full where it is another unit's, as the targets are not its own. */
export function PlanNote({
  progress: { plan, unit },
  ky,
}: {
  progress: Pick<UnitProgress, 'plan' | 'unit'>
  ky: string | undefined
}) {
  return (
    <p className={`note ${styles.note}`}>
      {plan.source === 'own'
        ? `Theo ${documentName(plan.document)}. `
        : `Chỉ tiêu tham chiếu Phụ lục 01 của ${unitTitle(plan.unit)}, không phải chỉ tiêu do ${unitTitle(unit)} ban hành; dòng có chỉ tiêu riêng được ghi rõ. `}
      <Link to="/don-vi/$unitCode/ke-hoach" params={{ unitCode: unit.code }} search={{ ky }} preload={false}>
        Xem kế hoạch
      </Link>
    </p>
  )
}

/** Nothing has been reported yet: what that means, and who does what by when. */
export function NoResults({ progress }: { progress: UnitProgress }) {
  const { items, asOf, currentQuarter } = progress
  const body = busiestBody(progress)
  return (
    <EmptyState title="Chưa có số liệu không có nghĩa là 0%">
      <p>
        Kế hoạch chỉ nêu chỉ tiêu; đến {quarterInText(asOf)} chưa có kết quả nào được báo cáo
        {flagsOfAll(items).includes('overdue') && ', kể cả kỳ đã đến hạn gần nhất'}. Danh sách dưới đây nêu{' '}
        {items.length} chỉ tiêu và các mốc phải đạt.
      </p>
      <p>
        Nhập số liệu:{' '}
        {body ? (
          <>
            <strong>{body}</strong> và các cơ quan chủ trì khác.
          </>
        ) : (
          <>cơ quan được giao theo dõi, đánh giá (chưa phân công).</>
        )}{' '}
        {asOf === currentQuarter && capitalize(windowSentence(progress))}
      </p>
    </EmptyState>
  )
}

/** The lead body of the most indicators: the one that answers for the quarter. */
function busiestBody({ leadBodies, items }: UnitProgress): string | undefined {
  const led = (id: string) =>
    items.filter(({ assignment }) => assignment?.leadBodies.some((body) => body.id === id)).length
  return [...leadBodies].sort((a, b) => led(b.id) - led(a.id))[0]?.name
}
