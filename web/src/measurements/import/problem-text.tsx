import type { ApiError } from '../../lib/api-client.ts'

/** Why the server refused, with the cells it names. */
export function ProblemText({ error: { problem } }: { error: ApiError }) {
  const cells = problem.errors ?? []
  return (
    <>
      <p>{problem.status === 0 ? 'Kiểm tra đường truyền rồi gửi lại.' : problem.detail}</p>
      {(cells.length > 1 || problem.status === 409) && (
        <ul>
          {cells.map(({ pointer, detail }) => (
            <li key={pointer}>{detail}</li>
          ))}
        </ul>
      )}
    </>
  )
}
