import { fileResponse } from '@moc57/shared'
import type { FastifyContextConfig, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { costly } from '../rates.ts'
import { breathe } from '../turns.ts'

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

/** What an answer says of its figures: that they are sample data, and that they are of an earlier day's knowledge. */
type Marked = { notice: string | null; knownOn?: string | null }

type TableFiles<Query, Params, Answer> = {
  /** Of the call whose answer the files hold. */
  url: string
  tags: [string]
  /** Left out: the files are asked with nothing. */
  querystring?: z.ZodType<Query>
  params?: z.ZodType<Params>
  config?: FastifyContextConfig
  read: (asked: { query: Query; params: Params } & Pick<FastifyRequest, 'account'>) => Answer
  /** The parts of the file's name between the marks that every file carries. */
  nameOf: (answer: Answer) => string[]
  csv: { summary: string; write: (answer: Answer) => string }
  xlsx: { summary: string; write: (answer: Answer) => Promise<Buffer> }
}

/** Serves the answer of a call as a table, too: at its address with `.csv` and with `.xlsx`. */
export function serveTableFiles<Query, Params, Answer extends Marked>(
  app: FastifyInstance,
  { url, querystring, config = {}, read, nameOf, csv, xlsx, ...asked }: TableFiles<Query, Params, Answer>,
): void {
  for (const [extension, { summary, write }] of [['csv', csv] as const, ['xlsx', xlsx] as const]) {
    app.get(`${url}.${extension}`, {
      schema: {
        ...asked,
        querystring: querystring ?? z.strictObject({}),
        summary,
        response: fileResponse(fileTypes[extension]),
      },
      config: { ...config, ...costly },
      handler: async ({ query, params, account }, reply) => {
        // Both were parsed with the schemas above.
        const answer = read({ query: query as Query, params: params as Params, account })
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
