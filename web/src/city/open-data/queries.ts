import { Problem } from '@moc57/shared'
import { openDataUrl } from '@moc57/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { ApiError, unreachable, unreadable } from '../../lib/api-client.ts'

/** What the page shows of the Data Package descriptor. */
const Descriptor = z.object({
  title: z.string(),
  description: z.string(),
  resources: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      title: z.string(),
      schema: z.object({
        fields: z.array(
          z.object({
            name: z.string(),
            type: z.string(),
            title: z.string().optional(),
            description: z.string().optional(),
          }),
        ),
      }),
    }),
  ),
})
export type Descriptor = z.infer<typeof Descriptor>
export type Resource = Descriptor['resources'][number]

export const descriptorUrl = `${openDataUrl}/datapackage.json`

/** The page lists what the descriptor does: there is one list. */
export const descriptorQuery = queryOptions({
  queryKey: ['open-data'],
  queryFn: async ({ signal }) => {
    const response = await fetch(descriptorUrl, { signal }).catch((error: unknown) => {
      throw signal.aborted ? error : new ApiError(unreachable)
    })
    const answer: unknown = await response.json().catch(() => undefined)
    if (!response.ok) throw new ApiError(Problem.safeParse(answer).data ?? unreadable(response.status))
    const parsed = Descriptor.safeParse(answer)
    if (!parsed.success) throw new ApiError(unreadable(response.status))
    return parsed.data
  },
})
