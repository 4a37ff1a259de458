import type { Problem } from '@moc57/shared'

/** An error that the caller is told about; `plugins/problems.ts` turns it into the response. */
export class ProblemError extends Error {
  readonly problem: Problem
  /** Seconds after which it may be asked again, where that is what to do. */
  readonly retryAfter: number | undefined

  constructor(problem: Omit<Problem, 'type'>, retryAfter?: number) {
    super(problem.detail)
    this.problem = { type: 'about:blank', ...problem }
    this.retryAfter = retryAfter
  }
}

/** 404, with what to do instead. */
export function notFound(detail: string): ProblemError {
  return new ProblemError({ status: 404, title: 'Không tìm thấy', detail })
}

/** 400 for one field of the query, the path or the body. */
export function badField(pointer: string, detail: string): ProblemError {
  return new ProblemError({
    status: 400,
    title: 'Yêu cầu chưa hợp lệ',
    detail,
    errors: [{ pointer, detail }],
  })
}

/** 409: what is asked for does not fit the present state. */
export function conflict(detail: string): ProblemError {
  return new ProblemError({ status: 409, title: 'Không thực hiện được lúc này', detail })
}
