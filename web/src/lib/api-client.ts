import { type Endpoint, type Input, type Output, Problem } from '@moc57/shared'

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

/** Sends a call of the contract and parses what comes back with the schema the server answers by. */
export async function call<E extends Endpoint>(
  endpoint: E,
  given: Given<E>,
  signal?: AbortSignal,
): Promise<Output<E>> {
  const { params, query, body } = given as { params?: Fields; query?: Fields; body?: unknown }
  const response = await fetch(apiPath(endpoint.url, params, query), {
    method: endpoint.method,
    headers: {
      accept: 'application/json, application/problem+json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new ApiError(unreachable)
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw new ApiError(Problem.safeParse(answer).data ?? unreadable(response.status))
  const parsed = endpoint.schema.response[200].safeParse(answer)
  if (!parsed.success) throw new ApiError(unreadable(response.status))
  return parsed.data as Output<E>
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
