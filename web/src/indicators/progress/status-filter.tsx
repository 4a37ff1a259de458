import { progressStatuses, statusLabels } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import { Choices } from '../../ui/choices.tsx'
import { StatusShape } from '../status-mark.tsx'
import { countStatuses } from './counts.ts'
import { chosenStatuses, type ProgressSearch, toggleStatus } from './search.ts'

type StatusFilterProps = {
  items: readonly ProgressItem[]
  search: ProgressSearch
  onSearch: (search: ProgressSearch) => void
}

/** How many indicators stand where; each count shows its indicators alone when pressed. */
export function StatusFilter({ items, search, onSearch }: StatusFilterProps) {
  const chosen = chosenStatuses(search)
  const counts = new Map(countStatuses(items).map(({ status, count }) => [status, count]))
  const shown = progressStatuses.filter((status) => counts.has(status) || chosen.includes(status))
  return (
    <Choices
      legend="Số chỉ tiêu theo trạng thái; bấm để lọc"
      options={shown.map((status) => ({
        value: status,
        status,
        label: (
          <>
            <StatusShape status={status} size={14} />
            {statusLabels[status]} <strong>{counts.get(status) ?? 0}</strong>
          </>
        ),
      }))}
      isChosen={(status) => chosen.includes(status)}
      onChoose={(status) => onSearch({ ...search, trangThai: toggleStatus(chosen, status) })}
    />
  )
}
