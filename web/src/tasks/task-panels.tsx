import type { Quarter } from '@moc57/shared'
import type { TaskItem } from '@moc57/shared/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Badge } from '../ui/badge.tsx'
import { Section } from '../ui/page.tsx'
import { tasksQuery } from './queries.ts'
import styles from './task-panels.module.css'
import { inOrder, readingText, taskBadge, tasksSentence } from './wording.ts'

type PanelProps = { unitCode: string; asOf: Quarter | undefined }

/** The tasks that serve an indicator; nothing where none does. */
export function ServingTasks({ unitCode, asOf, number }: PanelProps & { number: number }) {
  const { data } = useQuery(tasksQuery(unitCode, asOf))
  const tasks = data?.items.filter(({ indicators }) => indicators.includes(number)) ?? []
  if (tasks.length === 0) return null
  return (
    <Section title="Nhiệm vụ phục vụ chỉ tiêu này">
      <TaskLines tasks={tasks} unitCode={unitCode} asOf={asOf} />
      <p className="note">
        Phụ lục 02 không ghi nhiệm vụ phục vụ chỉ tiêu nào; liên hệ này theo cách hiểu của Mốc 57.
      </p>
    </Section>
  )
}

/** The tasks of a leader; nothing in a unit that has none. */
export function LeaderTasks({ unitCode, asOf, leaderId }: PanelProps & { leaderId: string }) {
  const { data } = useQuery(tasksQuery(unitCode, asOf))
  const tasks = data?.items.filter(({ leader }) => leader.id === leaderId) ?? []
  if (tasks.length === 0) return null
  return (
    <Section title="Nhiệm vụ Phụ lục 02">
      <p>{tasksSentence(tasks)}</p>
      <TaskLines tasks={inOrder(tasks)} unitCode={unitCode} asOf={asOf} />
    </Section>
  )
}

function TaskLines({ tasks, unitCode, asOf }: PanelProps & { tasks: readonly TaskItem[] }) {
  return (
    <ul className={styles.lines}>
      {tasks.map((task) => {
        const { tone, label } = taskBadge(task)
        return (
          <li key={task.number}>
            <Link to="/don-vi/$unitCode/nhiem-vu" params={{ unitCode }} search={{ ky: asOf }}>
              {task.number}. {task.name}
            </Link>{' '}
            <Badge tone={tone}>{label}</Badge> <span className="note">{readingText(task.reading, task)}</span>
          </li>
        )
      })}
    </ul>
  )
}
