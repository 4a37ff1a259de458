import { type Account, formatMoment } from '@moc57/shared'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sessionQuery } from '../../lib/session-query.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { Section } from '../../ui/page.tsx'
import { QueryView } from '../../ui/query-view.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CodeField } from './code-field.tsx'
import { secondFactorQuery, useRemoveSecondFactor } from './queries.ts'
import { SecondFactorSetUp } from './second-factor-set-up.tsx'
import { factorWords } from './wording.ts'

/** The second factor of one's own account: what it is, since when, and how it goes. */
export function SecondFactorSection({ account }: { account: Account }) {
  const [isSettingUp, setSettingUp] = useState(false)
  return (
    <Section title={factorWords.title}>
      {account.secondFactor === 'set' && !isSettingUp ? (
        <SetFactor />
      ) : (
        <>
          {account.secondFactor === 'due' && <p>{factorWords.due}</p>}
          <SecondFactorSetUp
            username={account.username}
            onBegun={() => setSettingUp(true)}
            onDone={() => setSettingUp(false)}
          />
        </>
      )}
    </Section>
  )
}

function SetFactor() {
  const query = useQuery(secondFactorQuery)
  const [isRemoving, setRemoving] = useState(false)
  return (
    <QueryView query={query} skeleton={<Skeleton height={60} />}>
      {({ setAt, recoveryCodesLeft }) => (
        <>
          <p>
            {setAt && factorWords.setAt(formatMoment(setAt))} {factorWords.left(recoveryCodesLeft)}{' '}
            {factorWords.removeNote}
          </p>
          <button type="button" className="button" onClick={() => setRemoving(true)}>
            {factorWords.remove}
          </button>
          {isRemoving && <RemoveDialog onClose={() => setRemoving(false)} />}
        </>
      )}
    </QueryView>
  )
}

function RemoveDialog({ onClose }: { onClose: () => void }) {
  const queryClient = useQueryClient()
  const remove = useRemoveSecondFactor()
  return (
    <FormDialog
      title={factorWords.remove}
      submitLabel={factorWords.remove}
      cancelLabel={factorWords.cancel}
      isPending={remove.isPending}
      error={remove.error}
      onSubmit={({ code = '' }) =>
        remove.mutate(
          { code },
          { onSuccess: ({ user }) => queryClient.setQueryData(sessionQuery.queryKey, user) },
        )
      }
      onClose={onClose}
    >
      <CodeField label={factorWords.removeCode} autoFocus={false} />
    </FormDialog>
  )
}
