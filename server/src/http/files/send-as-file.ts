import type { Endpoint } from '@moc57/shared'
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { costly } from '../rates.ts'
import { breathe } from '../turns.ts'
import { fileOf } from './file-of.ts'

/** The media types of the exports. */
export const fileTypes = {
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Lets the browser keep the answer as a file named of the parts that are there. */
export function sendAsFile(
  reply: FastifyReply,
  extension: keyof typeof fileTypes,
  nameParts: (string | null)[],
): void {
  const name = nameParts.filter(Boolean).join('-')
  reply
    .type(fileTypes[extension])
    .header('content-disposition', `attachment; filename="${name}.${extension}"`)
}

/** RFC 6266: a plain name for old programs, the whole one in UTF-8 for all others. */
export function attachmentNamed(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[^\w.() -]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** What an answer says of its figures: that they are sample data, and that they are of an earlier day's knowledge. */
type Marked = { notice: string | null; knownOn?: string | null }

type TableFiles<E extends Endpoint, Query, Answer> = {
  /** The call whose answer the files hold. */
  of: E
  /** Where the files are asked for with something else than the call. */
  querystring?: z.ZodType<Query>
  config?: FastifyContextConfig
  read: (asked: { query: Query; params: ParamsOf<E> } & Pick<FastifyRequest, 'unit' | 'account'>) => Answer
  /** The parts of the file's name between the marks that every file carries. */
  nameOf: (answer: Answer) => string[]
  csv: { summary: string; write: (answer: Answer) => string }
  xlsx: { summary: string; write: (answer: Answer) => Promise<Buffer> }
}

type Parsed<E extends Endpoint, Part extends 'params' | 'querystring'> = E['schema'][Part] extends z.ZodType
  ? z.output<E['schema'][Part]>
  : unknown
type ParamsOf<E extends Endpoint> = Parsed<E, 'params'>

/** Serves the answer of a call as a table, too: at its address with `.csv` and with `.xlsx`. */
export function serveTableFiles<E extends Endpoint, Answer extends Marked, Query = Parsed<E, 'querystring'>>(
  app: FastifyInstance,
  { of, querystring, config = {}, read, nameOf, csv, xlsx }: TableFiles<E, Query, Answer>,
): void {
  for (const [extension, { summary, write }] of [['csv', csv] as const, ['xlsx', xlsx] as const]) {
    app.route({
      ...fileOf(of as Endpoint, {
        url: `${of.url}.${extension}`,
        summary,
        mediaType: fileTypes[extension],
        ...(querystring && { querystring }),
      }),
      config: { ...config, ...costly },
      handler: async (request, reply) => {
        const { unit, account } = request
        // Both were parsed with the schemas of the call.
        const [query, params] = [request.query as Query, request.params as ParamsOf<E>]
        const answer = read({ query, params, unit, account })
        const { notice, knownOn } = answer
        const parts = [notice && 'minh-hoa', ...nameOf(answer), knownOn ? `biet-den-${knownOn}` : null]
        sendAsFile(reply, extension, parts)
        // Reading and writing take a while each: others are answered between them.
        await breathe()
        return write(answer)
      },
    })
  }
}
