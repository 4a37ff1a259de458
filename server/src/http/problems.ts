import { StaleError } from '@moc57/db'
import { mostBodyBytes, type Problem } from '@moc57/shared'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { badField, ProblemError } from './problem.ts'
import { problemOfStale } from './stale.ts'
import { problemOfStorage } from './storage-problems.ts'

/** The only place that turns an error into a response: RFC 9457. What we did not foresee is logged, never shown. */
export const problems = plugin(async (app) => {
  // Many clients state JSON for every request, also where a body is left out; the route's schema says whether it may be.
  app.removeContentTypeParser('application/json')
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null, undefined) : parseJson(request, String(body), done),
  )
  app.addHook('preValidation', async ({ query, body }) => {
    if (hasTooMuch(body)) throw badField('#', 'Nội dung có quá nhiều mục. Hãy chia nhỏ rồi gửi lại.')
    for (const [field, value] of Object.entries(query as Record<string, unknown>)) {
      if (Array.isArray(value)) throw badField(`#/${field}`, `Trường “${field}” lặp lại; chỉ gửi một lần.`)
    }
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error, request)
    const isToComeAgain = error instanceof ProblemError && error.retryAfter !== undefined
    if (isToComeAgain) reply.header('retry-after', error.retryAfter)
    if (isToComeAgain || problem.status < 500) return sendProblem(reply, problem)
    request.log.error({ err: error }, 'failed')
    return sendProblem(reply, underItsNumber(problem, request.id))
  })
})

/** Seconds after which a client may send again what could not be done at the moment. */
const retryAfter = 3

/** More bad fields than this nobody reads. */
const mostErrors = 20

/** The number stands in the words, too: every page and form shows them, and people hand it on to whoever reads the log. */
function underItsNumber(problem: Problem, requestId: string): Problem {
  return { ...problem, detail: `${problem.detail} Mã lỗi: ${requestId}.`, requestId }
}

/** Answers a problem that did not come from a handler. */
export function sendProblem(reply: FastifyReply, { errors, ...problem }: Problem) {
  if (problem.status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', retryAfter)
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({ ...problem, ...(errors && { errors: errors.slice(0, mostErrors) }) })
}

/** 404 for an address of the interface that does not exist. */
export function unknownAddress(request: FastifyRequest): Problem {
  return {
    type: 'about:blank',
    status: 404,
    title: 'Không tìm thấy',
    detail: `Không có lệnh ${request.method} tại địa chỉ này. Xem các địa chỉ tại /api/openapi.json.`,
  }
}

const ofFastify: Record<string, Omit<Problem, 'type'>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    title: 'Kiểu nội dung không được hỗ trợ',
    detail: 'Hãy gửi nội dung JSON với Content-Type: application/json.',
  },
  FST_ERR_CTP_INVALID_JSON_BODY: {
    status: 400,
    title: 'Nội dung không phải JSON',
    detail: 'Không đọc được nội dung JSON gửi lên. Hãy kiểm tra lại dấu ngoặc và dấu phẩy.',
  },
  FST_ERR_BAD_URL: {
    status: 400,
    title: 'Địa chỉ chưa hợp lệ',
    detail: 'Địa chỉ có ký tự mã hóa sai. Hãy kiểm tra lại các dấu % trong địa chỉ.',
  },
}

/** What the caller is told of an error; the request is there once it has found its route. */
export function problemOf(error: FastifyError | ProblemError, request?: FastifyRequest): Problem {
  if (error instanceof ProblemError) return error.problem
  if (hasZodFastifySchemaValidationErrors(error)) return validationProblem(error.validation)
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return tooLarge(request?.routeOptions.bodyLimit)
  const known = ofFastify[error.code]
  if (known) return { type: 'about:blank', ...known }
  if (error instanceof StaleError) return { type: 'about:blank', ...problemOfStale(error) }
  const ofStorage = problemOfStorage(error)
  if (ofStorage) return { type: 'about:blank', ...ofStorage }
  const status = error.statusCode ?? 500
  return status < 500
    ? { type: 'about:blank', status, title: 'Yêu cầu chưa hợp lệ', detail: 'Máy chủ không hiểu yêu cầu này.' }
    : {
        type: 'about:blank',
        status: 500,
        title: 'Lỗi máy chủ',
        detail:
          'Máy chủ gặp lỗi ngoài dự kiến; số liệu không thay đổi. Hãy thử lại, nếu còn lỗi thì báo quản trị.',
      }
}

function tooLarge(most = mostBodyBytes): Problem {
  return {
    type: 'about:blank',
    status: 413,
    title: 'Nội dung gửi lên quá lớn',
    detail: `Nội dung gửi lên vượt quá ${most / 1024} KB. Hãy chia nhỏ rồi gửi lại; chưa có gì được ghi.`,
  }
}

type Issue = { instancePath: string; keyword: string; message?: string; params: Record<string, unknown> }

function validationProblem(issues: readonly Issue[]): Problem {
  const found = issues.slice(0, mostErrors).flatMap(fieldErrors).slice(0, mostErrors)
  return {
    type: 'about:blank',
    status: 400,
    title: 'Yêu cầu chưa hợp lệ',
    detail: found.map(({ field, detail }) => (field ? `Trường “${field}”: ${detail}` : detail)).join(' '),
    errors: found.map(({ pointer, detail }) => ({ pointer, detail })),
  }
}

/** `detail` stands beside the field in a form, so it leaves out the name that programs know the field by. */
type FieldError = { pointer: string; detail: string; field?: string | undefined }

function fieldErrors({ instancePath, keyword, message = '', params }: Issue): FieldError[] {
  const pointer = `#${instancePath.replace(/^\/$/, '')}`
  if (keyword === 'unrecognized_keys') {
    return (params.keys as string[])
      .slice(0, mostErrors)
      .map(shortened)
      .map((key) => ({
        pointer: `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
        detail: `Không có trường “${key}”; hãy bỏ trường này.`,
      }))
  }
  return [{ pointer, detail: `${message}.`, field: pointer.slice(2).replaceAll('/', '.') }]
}

const longestKeyTold = 60

/** The name of an unknown field is of the sender's making, so it is told in part where it is long. */
function shortened(key: string): string {
  return key.length > longestKeyTold ? `${key.slice(0, longestKeyTold)}…` : key
}

/** Values in one body: above the largest change of a plan. Every wrong one would be checked and worded. */
const mostValues = 10_000

function hasTooMuch(body: unknown): boolean {
  const left: unknown[] = [body]
  for (let seen = 0; left.length > 0; seen += 1) {
    if (seen + left.length > mostValues) return true
    const value = left.pop()
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue
    for (const one of Object.values(value)) left.push(one)
  }
  return false
}
