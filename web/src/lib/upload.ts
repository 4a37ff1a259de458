import type { Output } from '@moc57/shared'
import { accountOfPage } from './account-of-page.ts'
import { ApiError, answerOf, apiPath, type Calls, headersOfPage, partsOf, unreachable } from './api-client.ts'
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
export async function upload<C extends keyof Calls>(call: C, sent: Sent): Promise<Output<Calls[C]>> {
  await untilSignedIn()
  try {
    return await sendFile(call, sent)
  } catch (error) {
    const hasEnded = error instanceof ApiError && error.problem.status === 401 && accountOfPage !== null
    if (!hasEnded) throw error
    signedOut()
    return upload(call, sent)
  }
}

/** `fetch` does not tell how far an upload is, so this is the older way. */
function sendFile<C extends keyof Calls>(
  call: C,
  { params, file, name, fields = {}, onProgress }: Sent,
): Promise<Output<Calls[C]>> {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append('file', file, name)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const { method, url } = partsOf(call)
    request.open(method, apiPath(url, params))
    request.setRequestHeader('accept', 'application/json, application/problem+json')
    for (const [header, value] of Object.entries(headersOfPage)) request.setRequestHeader(header, value)
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress?.(loaded / total)
    }
    request.onerror = () => reject(new ApiError(unreachable))
    request.onload = () => {
      try {
        resolve(answerOf(request.status, parsed(request.responseText)) as Output<Calls[C]>)
      } catch (error) {
        reject(error)
      }
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
