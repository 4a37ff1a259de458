import { formatDay, inspectionKindLabels } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { inspectionsQuery } from './queries.ts'

/** The inspections that looked at an indicator; nothing where none did. */
export function InspectionLines({ unitCode, number }: { unitCode: string; number: number }) {
  const { data } = useQuery(inspectionsQuery(unitCode))
  const items = data?.items.filter(({ indicators }) => indicators.includes(number)) ?? []
  if (items.length === 0) return null
  return (
    <div className="stack tight">
      <h3>Kiểm tra</h3>
      {items.map(({ id, kind, heldOn, findings, isOpen }) => (
        <p key={id}>
          <Link to="/don-vi/$unitCode/kiem-tra" params={{ unitCode }} search={true}>
            {inspectionKindLabels[kind]} ngày {formatDay(heldOn)}
          </Link>
          : {findings} {isOpen && 'Còn việc phải khắc phục.'}
        </p>
      ))}
    </div>
  )
}
