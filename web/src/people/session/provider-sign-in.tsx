import type { SignInProblem } from '@moc57/shared/api'
import { useQuery } from '@tanstack/react-query'
import { Callout } from '../../ui/callout.tsx'
import { providerProblems } from './provider-problems.ts'
import styles from './provider-sign-in.module.css'
import { providersQuery } from './queries.ts'

/** A button for the provider to sign in by, where there is one; a link, because the browser leaves for it. */
export function ProviderSignIn({ ve, onSharedDevice }: { ve: string | undefined; onSharedDevice: boolean }) {
  const { data } = useQuery(providersQuery)
  const search = new URLSearchParams({ ...(ve && { ve }), ...(onSharedDevice && { mayDungChung: '1' }) })
  return data?.items.map(({ name, url }) => (
    <div key={url} className={`stack ${styles.provider}`}>
      <span>hoặc</span>
      <a className="button" href={search.size > 0 ? `${url}?${search}` : url}>
        Đăng nhập bằng {name}
      </a>
    </div>
  ))
}

/** Why the provider's answer did not sign anybody in, and what to do. */
export function ProviderProblem({
  problem,
  username,
}: {
  problem: SignInProblem
  username: string | undefined
}) {
  const { title, detail } = providerProblems[problem]
  return (
    <Callout tone="alarm" title={title} isAlert>
      <p>
        {username && `Tài khoản: ${username}. `}
        {detail}
      </p>
    </Callout>
  )
}
