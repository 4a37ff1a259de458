import type { Account } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { LetterForm } from '../people/reminders/letter-form.tsx'
import { remindersQuery } from '../people/reminders/queries.ts'
import { ReminderList } from '../people/reminders/reminder-list.tsx'
import styles from '../people/reminders/reminders.module.css'
import { RequireAccount } from '../people/session/require-account.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

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
