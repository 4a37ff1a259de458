import { ApiError } from '../../lib/api-client.ts'
import styles from './dialogs.module.css'

/** Why a decision was not taken; nothing has changed then. */
export function DecisionProblem({ error }: { error: Error | null }) {
  if (!error) return null
  const problem = error instanceof ApiError ? error.problem : undefined
  return (
    <p className={styles.problem} role="alert">
      {problem === undefined || problem.status === 0
        ? 'Chưa gửi được vì không kết nối được máy chủ; chưa có gì thay đổi. Hãy thử lại.'
        : `${problem.title}. ${problem.detail}`}
    </p>
  )
}
