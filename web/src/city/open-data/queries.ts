import { openDataUrl } from '@moc57/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { ApiError, answerOf, unreachable } from '../../lib/api-client.ts'

/** What the page shows of the Data Package descriptor. */
export type Descriptor = {
  title: string
  description: string
  resources: {
    name: string
    path: string
    title: string
    schema: { fields: { name: string; type: string; title?: string; description?: string }[] }
  }[]
}
export type Resource = Descriptor['resources'][number]

export const descriptorUrl = `${openDataUrl}/datapackage.json`

/** The page lists what the descriptor does: there is one list. */
export const descriptorQuery = queryOptions({
  queryKey: ['open-data'],
  queryFn: async ({ signal }) => {
    const response = await fetch(descriptorUrl, { signal }).catch((error: unknown) => {
      throw signal.aborted ? error : new ApiError(unreachable)
    })
    return answerOf(response.status, await response.json().catch(() => undefined)) as Descriptor
  },
})
