import { type Account, recoveryCodeText } from '@moc57/shared'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { sessionQuery } from '../../lib/session-query.ts'
import { Form, FormProblem } from '../../ui/form.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CodeField } from './code-field.tsx'
import styles from './people.module.css'
import { secondFactorQuery, useBeginSecondFactor, useConfirmSecondFactor } from './queries.ts'
import { factorWords } from './wording.ts'

const QrCode = lazy(() => import('./qr-code.tsx').then(({ QrCode: component }) => ({ default: component })))

type SecondFactorSetUpProps = {
  username: string
  /** From here on it must not be left for what the server says of the account: the recovery codes are shown once. */
  onBegun: () => void
  onDone: () => void
}

/** Setting the second factor up: a secret for the app, its first code, and the recovery codes. */
export function SecondFactorSetUp({ username, onBegun, onDone }: SecondFactorSetUpProps) {
  const queryClient = useQueryClient()
  const begin = useBeginSecondFactor()
  const confirm = useConfirmSecondFactor()
  const handleSaved = (user: Account) => {
    queryClient.setQueryData(sessionQuery.queryKey, user)
    void queryClient.invalidateQueries(secondFactorQuery)
    onDone()
  }
  if (confirm.data) {
    const { recoveryCodes, user } = confirm.data
    return <RecoveryCodes username={username} codes={recoveryCodes} onSaved={() => handleSaved(user)} />
  }
  if (begin.data) {
    const { secret, uri } = begin.data
    return (
      <Form
        className={styles.steps}
        label={factorWords.begin}
        error={confirm.error}
        onSubmit={({ code = '' }) => confirm.mutate({ code })}
        actions={
          <button type="submit" className="button primary" disabled={confirm.isPending}>
            {factorWords.doConfirm}
          </button>
        }
      >
        <p>{factorWords.scan}</p>
        <Suspense fallback={<Skeleton height={200} />}>
          <QrCode text={uri} label={factorWords.qr} />
        </Suspense>
        <p>
          {factorWords.secret} <code className={styles.code}>{secret.replace(/.{4}(?=.)/g, '$& ')}</code>
        </p>
        <p>{factorWords.confirm}</p>
        <CodeField label={factorWords.code} />
      </Form>
    )
  }
  return (
    <div className={styles.steps}>
      <p>{factorWords.what}</p>
      <p>{factorWords.apps}</p>
      <FormProblem error={begin.error} />
      <button
        type="button"
        className="button primary"
        disabled={begin.isPending}
        onClick={() => {
          onBegun()
          begin.mutate()
        }}
      >
        {factorWords.begin}
      </button>
    </div>
  )
}

type RecoveryCodesProps = { username: string; codes: readonly string[]; onSaved: () => void }

function RecoveryCodes({ username, codes, onSaved }: RecoveryCodesProps) {
  const lines = codes.map(recoveryCodeText)
  const file = `${factorWords.fileTitle(username)}\r\n\r\n${lines.join('\r\n')}\r\n`
  return (
    <div className={styles.steps}>
      <b>{factorWords.recovery}</b>
      <p role="status">{factorWords.recoveryNote}</p>
      <ol className={styles.codes} aria-label={factorWords.recovery}>
        {lines.map((line) => (
          <li key={line}>
            <code className={styles.code}>{line}</code>
          </li>
        ))}
      </ol>
      <a
        className="button"
        href={`data:text/plain;charset=utf-8,${encodeURIComponent(`\uFEFF${file}`)}`}
        download={factorWords.fileName}
      >
        {factorWords.download}
      </a>
      <button type="button" className="button primary" onClick={onSaved}>
        {factorWords.saved}
      </button>
    </div>
  )
}
