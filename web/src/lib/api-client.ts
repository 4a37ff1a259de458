import type { Endpoint, Input, Output, Problem } from '@moc57/shared'
import type * as contract from '@moc57/shared/api'
import { accountOfPage } from './account-of-page.ts'
import { signedOut, untilSignedIn } from './signed-out.ts'

/** An answer that is not a success; `problem` says in Vietnamese what happened and what to do. */
export class ApiError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.name = 'ApiError'
    this.problem = problem
  }
}

type Contract = typeof contract

/** The calls of the contract by method and address: `GET /api/units/:unitCode/progress`. The browser carries their names alone, the schemas stay with the server. */
export type Calls = {
  [K in keyof Contract as Contract[K] extends Endpoint
    ? `${Contract[K]['method']} ${Contract[K]['url']}`
    : never]: Contract[K] extends Endpoint ? Contract[K] : never
}

type Given<E extends Endpoint> = {
  [K in keyof Input<E> as Input<E>[K] extends undefined ? never : K]: Input<E>[K]
}

/**
 * Sends a call of the contract. Where the session has ended, it waits until the account of the page is signed in again,
 * and is sent then. The answer has passed the contract's schema on its way out of the server.
 *
 * @param signal gives the call up; a function makes one for each time that it is sent
 * @throws ApiError with the problem that the server tells, or with what is wrong with the line
 */
export async function call<C extends keyof Calls>(
  name: C,
  given: Given<Calls[C]>,
  signal?: AbortSignal | (() => AbortSignal),
): Promise<Output<Calls[C]>> {
  const isOfPage = accountOfPage !== null && !isOfSession(name)
  const patience = typeof signal === 'function' ? undefined : signal
  if (isOfPage) await untilSignedIn(patience)
  const response = await send(name, given, typeof signal === 'function' ? signal() : signal)
  if (response.status === 401 && isOfPage) {
    signedOut()
    await untilSignedIn(patience)
    return call(name, given, signal)
  }
  const answer: unknown = await response.json().catch(() => undefined)
  return answerOf(response.status, answer) as Output<Calls[C]>
}

/**
 * What the server answered with, if it was the server that did: what stands in between (a proxy, the sign-in page of a network) answers with no JSON.
 *
 * @throws ApiError
 */
export function answerOf(status: number, answer: unknown): object {
  if (status === 200 && isObject(answer)) return answer
  throw errorOf(status, answer)
}

/** What the server said against a call, or that it was not the server that answered. */
export function errorOf(status: number, answer: unknown): ApiError {
  const isProblem = isObject(answer) && 'title' in answer && 'detail' in answer
  return new ApiError(isProblem ? (answer as Problem) : unreadable(status))
}

const isObject = (answer: unknown): answer is object => typeof answer === 'object' && answer !== null

/** Asking who is signed in, and signing in, are about the browser and not about the account of the page. */
function isOfSession(name: string): boolean {
  return name.includes(' /api/session')
}

/** Says whose page it is: the server answers it with no other account's figures, and writes none as another. */
export const headersOfPage: Record<string, string> = accountOfPage
  ? { 'moc57-account': accountOfPage.mark }
  : {}

/** The method and the address, with its parameters as `:unitCode`, of a call. */
export function partsOf(name: keyof Calls): { method: string; url: string } {
  const [method = '', url = ''] = name.split(' ')
  return { method, url }
}

function send(name: keyof Calls, given: object, signal?: AbortSignal): Promise<Response> {
  const { params, query, body } = given as { params?: Fields; query?: Fields; body?: unknown }
  const { method, url } = partsOf(name)
  const path = apiPath(url, params, query)
  return whatWasAsked(method, path)
    .then(
      (response) =>
        response ??
        fetch(path, {
          method,
          headers: {
            accept: 'application/json, application/problem+json',
            ...(isOfSession(name) ? {} : headersOfPage),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          ...(signal ? { signal } : {}),
        }),
    )
    .catch((error: unknown) => {
      if (signal?.aborted) throw error
      throw new ApiError(unreachable)
    })
}

/** Milliseconds from the beginning of the document in which an answer that it asked for is not old yet. */
const earlyAnswers = 10_000

/**
 * The answer that the document has asked for before this code was there (`public/ask.js`), once, and only while the page
 * opens and before it has changed anything.
 */
async function whatWasAsked(method: string, path: string): Promise<Response | undefined> {
  const { asked } = globalThis as { asked?: Map<string, Promise<Response | undefined>> }
  if (method !== 'GET' || performance.now() > earlyAnswers) asked?.clear()
  const response = method === 'GET' ? asked?.get(path) : undefined
  asked?.delete(path)
  return response
}

type Fields = Record<string, string | number | readonly string[] | undefined>

/** The address of a call: path parameters filled in, query fields that are set added. */
export function apiPath(url: string, params: Fields = {}, query: Fields = {}): string {
  const path = url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  ).toString()
  return search ? `${path}?${search}` : path
}

export const unreachable: Problem = {
  type: 'about:blank',
  title: 'Không kết nối được máy chủ',
  status: 0,
  detail: 'Kiểm tra đường truyền rồi thử lại. Địa chỉ trang vẫn giữ nguyên nội dung đang chọn.',
}

function unreadable(status: number): Problem {
  return {
    type: 'about:blank',
    title: 'Máy chủ trả lời không đúng mẫu',
    status,
    detail: 'Tải lại trang. Nếu vẫn lỗi, đề nghị báo người quản trị hệ thống.',
  }
}
