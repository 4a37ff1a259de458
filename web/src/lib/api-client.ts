import { type Endpoint, type Input, type Output, Problem } from '@moc57/shared'
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

type Given<E extends Endpoint> = {
  [K in keyof Input<E> as Input<E>[K] extends undefined ? never : K]: Input<E>[K]
}

/**
 * Sends a call of the contract and parses what comes back with the schema the server answers by. Where the session has
 * ended, it waits until the account of the page is signed in again, and is sent then.
 *
 * @param signal gives the call up; a function makes one for each time that it is sent
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  given: Given<E>,
  signal?: AbortSignal | (() => AbortSignal),
): Promise<Output<E>> {
  const isOfPage = accountOfPage !== null && !isOfSession(endpoint)
  const patience = typeof signal === 'function' ? undefined : signal
  if (isOfPage) await untilSignedIn(patience)
  const response = await send(endpoint, given, typeof signal === 'function' ? signal() : signal)
  if (response.status === 401 && isOfPage) {
    signedOut()
    await untilSignedIn(patience)
    return call(endpoint, given, signal)
  }
  const answer: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw new ApiError(Problem.safeParse(answer).data ?? unreadable(response.status))
  const parsed = endpoint.schema.response[200].safeParse(answer)
  if (!parsed.success) throw new ApiError(unreadable(response.status))
  return parsed.data as Output<E>
}

/** Asking who is signed in, and signing in, are about the browser and not about the account of the page. */
function isOfSession({ url }: Endpoint): boolean {
  return url.startsWith('/api/session')
}

/** Says whose page it is: the server answers it with no other account's figures, and writes none as another. */
export const headersOfPage: Record<string, string> = accountOfPage
  ? { 'moc57-account': accountOfPage.mark }
  : {}

function send<E extends Endpoint>(endpoint: E, given: Given<E>, signal?: AbortSignal): Promise<Response> {
  const { params, query, body } = given as { params?: Fields; query?: Fields; body?: unknown }
  return fetch(apiPath(endpoint.url, params, query), {
    method: endpoint.method,
    headers: {
      accept: 'application/json, application/problem+json',
      ...(isOfSession(endpoint) ? {} : headersOfPage),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new ApiError(unreachable)
  })
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

export function unreadable(status: number): Problem {
  return {
    type: 'about:blank',
    title: 'Máy chủ trả lời không đúng mẫu',
    status,
    detail: 'Tải lại trang. Nếu vẫn lỗi, đề nghị báo người quản trị hệ thống.',
  }
}
