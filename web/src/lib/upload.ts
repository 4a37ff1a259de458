import { type Endpoint, type Output, Problem } from '@moc57/shared'
import { accountOfPage } from './account-of-page.ts'
import { ApiError, apiPath, headersOfPage, unreachable, unreadable } from './api-client.ts'
import { signedOut, untilSignedIn } from './signed-out.ts'

type Sent = {
  params: Record<string, string>
  file: Blob
  name: string
  fields?: Record<string, string>
  /** From 0 to 1, of the bytes that have left. */
  onProgress?: (share: number) => void
}

/** Sends a file with a call of the contract, once more where the session had ended and the account is back. */
export async function upload<E extends Endpoint>(endpoint: E, sent: Sent): Promise<Output<E>> {
  await untilSignedIn()
  try {
    return await sendFile(endpoint, sent)
  } catch (error) {
    const hasEnded = error instanceof ApiError && error.problem.status === 401 && accountOfPage !== null
    if (!hasEnded) throw error
    signedOut()
    return upload(endpoint, sent)
  }
}

/** `fetch` does not tell how far an upload is, so this is the older way. */
function sendFile<E extends Endpoint>(
  endpoint: E,
  { params, file, name, fields = {}, onProgress }: Sent,
): Promise<Output<E>> {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append('file', file, name)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(endpoint.method, apiPath(endpoint.url, params))
    request.setRequestHeader('accept', 'application/json, application/problem+json')
    for (const [header, value] of Object.entries(headersOfPage)) request.setRequestHeader(header, value)
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress?.(loaded / total)
    }
    request.onerror = () => reject(new ApiError(unreachable))
    request.onload = () => {
      const answer = parsed(request.responseText)
      const result = endpoint.schema.response[200].safeParse(answer)
      if (request.status === 200 && result.success) return resolve(result.data as Output<E>)
      const problem = request.status === 200 ? undefined : Problem.safeParse(answer).data
      reject(new ApiError(problem ?? unreadable(request.status)))
    }
    request.send(form)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
