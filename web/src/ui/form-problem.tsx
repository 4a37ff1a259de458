import { ApiError } from '../lib/api-client.ts'
import styles from './form.module.css'

/** What the server said to a form: at its fields where it names them, otherwise above the button. */
export function FormProblem({ error }: { error: Error | null }) {
  const problem = error instanceof ApiError && !error.problem.errors?.length ? error.problem : undefined
  return (
    <div role="alert">
      {problem && (
        <p className={styles.problem}>
          <b>{problem.title}</b>
          {problem.status === 0 ? 'Kiểm tra đường truyền rồi thử lại.' : problem.detail}
        </p>
      )}
    </div>
  )
}

/** What is wrong with one field. */
export function fieldError(error: Error | null, field: string): string | undefined {
  if (!(error instanceof ApiError)) return undefined
  return error.problem.errors?.find(({ pointer }) => pointer === `#/${field}`)?.detail
}
