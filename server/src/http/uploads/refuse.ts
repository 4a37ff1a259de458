import { ProblemError } from '../problem.ts'

/** 422: the file was understood and cannot be taken; `errors` name the cells. */
export function refused(
  title: string,
  detail: string,
  cells: readonly { cell: string; detail: string }[] = [],
) {
  const errors = cells.slice(0, mostCellsTold).map(({ cell, detail }) => ({ pointer: `#/${cell}`, detail }))
  return new ProblemError({ status: 422, title, detail, ...(errors.length > 0 && { errors }) })
}

const mostCellsTold = 20

/** 415: not a kind of file that is read. */
export function wrongKind(detail: string): ProblemError {
  return new ProblemError({ status: 415, title: 'Không phải bảng tính', detail })
}

/** "F7, F9 và 3 ô khác" */
export function cellList(cells: readonly string[]): string {
  const shown = cells.slice(0, 5).join(', ')
  return cells.length > 5 ? `${shown} và ${cells.length - 5} ô khác` : shown
}
