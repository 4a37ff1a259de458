import {
  formatDay,
  formatMoney,
  formatNumber,
  type TaskSchedule,
  type TaskUpdate,
  taskStatusLabels,
} from '@moc57/shared'
import type { TaskItem } from '@moc57/shared/api'
import type { Tone } from '../ui/badge.tsx'

/** Told by the printed day first, then by what was reported. */
export function taskBadge({ reading, standing }: Pick<TaskItem, 'reading' | 'standing'>): {
  tone: Tone
  label: string
} {
  const { status, isOverdue, isLate } = standing
  if (isOverdue) return { tone: 'alarm', label: 'Quá hạn' }
  if (status === 'completed')
    return { tone: 'good', label: isLate ? 'Hoàn thành muộn' : taskStatusLabels[status] }
  if (status === null) {
    const ofYear = reading.kind === 'yearly' ? ` năm ${standing.dueOn?.slice(0, 4)}` : ''
    return { tone: 'quiet', label: `Chưa có báo cáo${ofYear}` }
  }
  return { tone: status === 'inProgress' ? 'waiting' : 'quiet', label: taskStatusLabels[status] }
}

/** How the printed schedule was read: "hạn 31/08/2025", "hằng năm, kỳ này đến 31/12/2026". */
export function readingText(reading: TaskSchedule, { standing }: Pick<TaskItem, 'standing'>): string {
  if (reading.kind === 'continuous') return 'không có hạn'
  if (reading.kind === 'unread') return 'chưa đọc được thời hạn'
  return `hạn ${formatDay(standing.dueOn ?? '')}`
}

/** What a report says beside its words: the day, money and people. */
export function reportFacts({ status, completedOn, spent, people }: TaskUpdate): string {
  return [
    taskStatusLabels[status] + (completedOn ? ` ngày ${formatDay(completedOn)}` : ''),
    spent !== null && `kinh phí trong quý ${formatMoney(spent)}`,
    people !== null && `${formatNumber(people)} người tham gia`,
  ]
    .filter(Boolean)
    .join('; ')
}

/** Overdue ones first, then in the order of the plan. */
export function inOrder<Item extends TaskItem>(tasks: readonly Item[]): Item[] {
  return [...tasks].sort(
    (a, b) => Number(b.standing.isOverdue) - Number(a.standing.isOverdue) || a.number - b.number,
  )
}

export function tasksSentence(tasks: readonly TaskItem[]): string {
  const count = (isMeant: (task: TaskItem) => boolean) => tasks.filter(isMeant).length
  const completed = count(({ standing }) => standing.status === 'completed')
  const overdue = count(({ standing }) => standing.isOverdue)
  const silent = count(({ standing }) => standing.status === null && !standing.isOverdue)
  return `${completed} trong ${tasks.length} nhiệm vụ đã hoàn thành, ${overdue} quá hạn, ${silent} chưa có báo cáo.`
}
