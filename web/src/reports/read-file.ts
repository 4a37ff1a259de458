import { ApiError, errorOf, headersOfPage, unreachable } from '../lib/api-client.ts'

/** A file of the service for the page itself to show; what the server says against it is thrown in its own words. */
export async function readFile(path: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(path, { headers: headersOfPage, signal }).catch((error: unknown) => {
    if (signal.aborted) throw error
    throw new ApiError(unreachable)
  })
  if (response.ok) return response.blob()
  const answer: unknown = await response.json().catch(() => undefined)
  throw errorOf(response.status, answer)
}
