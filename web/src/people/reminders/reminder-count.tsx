import { useQuery } from '@tanstack/react-query'
import { remindersQuery } from './queries.ts'
import styles from './reminders.module.css'

/** How much waits, beside a name; nothing while nothing does. */
export function ReminderCount({ username }: { username: string }) {
  const { data } = useQuery(remindersQuery(username))
  if (!data || data.items.length === 0) return null
  return (
    <span className={styles.badge}>
      {data.items.length}
      <span className="visually-hidden"> việc cần làm</span>
    </span>
  )
}
