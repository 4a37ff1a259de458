import type { Account } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { QueryView } from '../components/query-view.tsx'
import { Skeleton } from '../components/skeleton.tsx'
import { LetterForm } from '../features/reminders/letter-form.tsx'
import { remindersQuery } from '../features/reminders/queries.ts'
import { ReminderList } from '../features/reminders/reminder-list.tsx'
import styles from '../features/reminders/reminders.module.css'
import { RequireAccount } from '../features/session/require-account.tsx'
import { useDocumentTitle } from '../lib/use-document-title.ts'

/** What waits for the person who is signed in, and the letter that tells it. */
export function RemindersPage() {
  useDocumentTitle('Việc cần làm')
  return (
    <RequireAccount rights={['readReminders']}>{(account) => <RemindersOf {...account} />}</RequireAccount>
  )
}

function RemindersOf({ username, unitCode }: Account) {
  const query = useQuery(remindersQuery(username))
  return (
    <div className={styles.page}>
      <h1>Việc cần làm</h1>
      <QueryView query={query} skeleton={<Skeleton height={300} />}>
        {(reminders) => (
          <>
            <ReminderList items={reminders.items} withUnit={unitCode === null} />
            <LetterForm username={username} reminders={reminders} />
          </>
        )}
      </QueryView>
    </div>
  )
}
