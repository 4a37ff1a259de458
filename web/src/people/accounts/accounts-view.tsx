import { unitTitle } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Page, Section } from '../../ui/page.tsx'
import { unitsQuery } from '../../units/queries.ts'
import { AccountForm } from './account-form.tsx'
import { AccountList } from './account-list.tsx'
import styles from './accounts.module.css'
import { NewPassword } from './new-password.tsx'
import type { ListedAccount } from './queries.ts'
import { findAccounts } from './wording.ts'

type AccountsViewProps = { accounts: readonly ListedAccount[]; ownName: string }

/** Who may sign in, as whom; the administrator adds, resets and bars. */
export function AccountsView({ accounts, ownName }: AccountsViewProps) {
  const [isAdding, setAdding] = useState(false)
  const [made, setMade] = useState<{ username: string; password: string }>()
  const [words, setWords] = useState('')
  const { data: units } = useQuery(unitsQuery(''))
  const unitNameOf = (unitCode: string) => {
    const unit = units?.items.find(({ code }) => code === unitCode)
    return unit ? unitTitle(unit) : unitCode
  }
  const found = findAccounts(accounts, words, unitNameOf)
  return (
    <Page>
      <h1>Tài khoản</h1>
      {made && <NewPassword key={made.password} {...made} />}
      {isAdding ? (
        <Section title="Tạo tài khoản">
          <AccountForm
            onCreated={(created) => {
              setMade(created)
              setAdding(false)
            }}
          />
          <button type="button" className="plain-button" onClick={() => setAdding(false)}>
            Thôi
          </button>
        </Section>
      ) : (
        <div className="row">
          <button
            type="button"
            className="button primary"
            onClick={() => {
              setMade(undefined)
              setAdding(true)
            }}
          >
            Tạo tài khoản
          </button>
          <input
            type="search"
            className={styles.search}
            aria-label="Tìm tài khoản"
            placeholder="Tìm theo tên, đơn vị, vai trò"
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <p role="status">
            {found.length === accounts.length
              ? `${accounts.length} tài khoản`
              : `${found.length} trong ${accounts.length} tài khoản`}
          </p>
        </div>
      )}
      <AccountList accounts={found} ownName={ownName} unitNameOf={unitNameOf} onReset={setMade} />
    </Page>
  )
}
