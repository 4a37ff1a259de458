import { z } from 'zod'
import type { Right } from '../people/rights.ts'
import { Problem } from './problem.ts'
import '../validation-words.ts'

/** Bytes of a JSON body, where an endpoint does not state more: far above the longest form. */
export const mostBodyBytes = 64 * 1024

type ObjectSchema = z.ZodType<Record<string, unknown>>

/** Where a word of the address decides, the right to each: `{ action: { approve: 'decide', lock: 'lock' } }`. */
type RightByWord = Readonly<Record<string, Readonly<Record<string, Right>>>>

/**
 * Who may make a call, in the unit of the address where it names one: `public` everyone, `account` whoever is signed in,
 * `ownPassword` whoever is with a password that nobody else knows, otherwise whoever has the right.
 */
export type CallRight = 'public' | 'account' | 'ownPassword' | Right | RightByWord

/**
 * What the address names in its unit: an indicator in the quarter of the call, a task, the ledger of a year, a proposed
 * target. It is there before the handler, and the right is asked for it, too.
 */
export type CallSubject = 'indicator' | 'task' | 'ledger' | 'proposal'

/** What an HTTP call takes and gives, in the shape of Fastify's route options. */
export type Endpoint = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  right: CallRight
  subject?: CallSubject
  /** With parameters as `:unitCode`. */
  url: string
  /** Bytes that a JSON body may have; `mostBodyBytes` where it is left out. */
  bodyLimit?: number
  schema: {
    summary: string
    tags: [string]
    params?: ObjectSchema
    querystring?: ObjectSchema
    body?: z.ZodType
    response: { 200: z.ZodType } & typeof problems
  }
}

const problem = {
  description: 'What is wrong, and what to do',
  content: { 'application/problem+json': { schema: Problem } },
}

/** What every call may answer instead. */
const problems = { '4xx': problem, '5xx': problem }

/** What a call that gives a file may answer: the file, or a problem. */
export function fileResponse(mediaType: string) {
  const file = z.any().meta({ type: 'string', format: 'binary' })
  return { 200: { description: 'The file', content: { [mediaType]: { schema: file } } }, ...problems }
}

/** What a call answers that sends the browser on. */
export const redirectResponse = {
  302: { description: 'Where to go on', content: { 'text/html': { schema: z.undefined() } } },
  ...problems,
}

type Statement = Omit<Endpoint, 'schema'> & {
  schema: Omit<Endpoint['schema'], 'response'> & { response: { 200: z.ZodType } }
}

/** States a call once, for the server's route and the web's client; every call may answer with a problem. */
export function endpoint<const E extends Statement>(
  statement: E,
): Omit<E, 'schema'> & {
  schema: E['schema'] & { response: typeof problems }
} {
  const { schema, ...rest } = statement
  return {
    ...rest,
    // What a call does not name, it refuses.
    schema: {
      querystring: z.strictObject({}),
      ...schema,
      response: { ...schema.response, ...problems },
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
