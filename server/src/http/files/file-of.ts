import { type Endpoint, fileResponse } from '@moc57/shared'
import type { z } from 'zod'

type File = {
  url: string
  summary: string
  mediaType: string
  /** Where they differ from the call's. */
  params?: z.ZodType
  querystring?: z.ZodType
}

type PartOf<E extends Endpoint, F extends File, Part extends 'params' | 'querystring'> = {
  [P in Part]: F[P] extends z.ZodType ? F[P] : E['schema'][P]
}

/** States the call of a file that belongs to another call: whoever may make the one may make the other. */
export function fileOf<E extends Endpoint, const F extends File>(
  { right, subject, schema }: E,
  { url, summary, mediaType, params = schema.params, querystring = schema.querystring }: F,
) {
  const parts = { ...(params && { params }), ...(querystring && { querystring }) }
  return {
    method: 'GET',
    url,
    right,
    ...(subject && { subject }),
    schema: {
      ...(parts as PartOf<E, F, 'params'> & PartOf<E, F, 'querystring'>),
      tags: schema.tags,
      summary,
      response: fileResponse(mediaType),
    },
  } as const
}
