import { z } from 'zod'
import { Problem } from './problem.ts'

type ObjectSchema = z.ZodType<Record<string, unknown>>

/** What an HTTP call takes and gives, in the shape of Fastify's route options. */
export type Endpoint = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With parameters as `:unitCode`. */
  url: string
  schema: {
    summary: string
    tags: [string]
    params?: ObjectSchema
    querystring?: ObjectSchema
    body?: z.ZodType
    response: { 200: z.ZodType; '4xx': typeof Problem; '5xx': typeof Problem }
  }
}

type Statement = Omit<Endpoint, 'schema'> & {
  schema: Omit<Endpoint['schema'], 'response'> & { response: { 200: z.ZodType } }
}

/** States a call once, for the server's route and the web's client; every call may answer with a problem. */
export function endpoint<const E extends Statement>(
  statement: E,
): Omit<E, 'schema'> & {
  schema: E['schema'] & { response: { '4xx': typeof Problem; '5xx': typeof Problem } }
} {
  const { schema, ...rest } = statement
  return {
    ...rest,
    // What a call does not name, it refuses.
    schema: {
      querystring: z.strictObject({}),
      ...schema,
      response: { ...schema.response, '4xx': Problem, '5xx': Problem },
    },
  }
}

/** What the call answers with when it succeeds. */
export type Output<E extends Endpoint> = z.output<E['schema']['response'][200]>

type Part<E extends Endpoint, K extends 'params' | 'querystring' | 'body'> = E['schema'] extends {
  [P in K]: infer S extends z.ZodType
}
  ? z.input<S>
  : undefined

/** What the call takes: path parameters, query and body, as a client writes them. */
export type Input<E extends Endpoint> = {
  params: Part<E, 'params'>
  query: Part<E, 'querystring'>
  body: Part<E, 'body'>
}
