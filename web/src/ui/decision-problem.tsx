import { ApiError } from '../lib/api-client.ts'

/** Why a decision was not taken, or is not known to be. */
export function DecisionProblem({ error }: { error: Error | null }) {
  if (!error) return null
  const problem = error instanceof ApiError ? error.problem : undefined
  return (
    <p className="alarm" role="alert">
      {problem === undefined || problem.status === 0
        ? 'Chưa nhận được trả lời vì không kết nối được máy chủ. Hãy thử lại khi có mạng.'
        : `${problem.title}. ${problem.detail}`}
    </p>
  )
}
