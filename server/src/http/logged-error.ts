import { namesCodeAlone } from '@moc57/shared'

/** What is written of an error. */
export type LoggedError = {
  type: string
  code?: string
  /** Left out where it may quote what somebody has typed. */
  message?: string
  /** The places in the code, without the message. */
  stack: string
  cause?: LoggedError
}

const mostCauses = 5

/**
 * An error as the log may hold it: what kind, and where in the code. Messages of the language and of libraries quote
 * what they were given (a figure, a note, a body that is no JSON), so only those are written that cannot: of SQLite, of
 * the operating system, and those made of names in the code.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, stack: '' }
  const { code } = error as NodeJS.ErrnoException
  return {
    type: error.constructor.name,
    ...(typeof code === 'string' && { code }),
    ...(isSayable(error) && { message: error.message }),
    stack: placesOf(error),
    ...(error.cause instanceof Error && depth < mostCauses && { cause: loggedError(error.cause, depth + 1) }),
  }
}

function isSayable(error: Error): boolean {
  return 'syscall' in error || error.constructor.name === 'SqliteError' || namesCodeAlone(error.message)
}

/** A message may have several lines, and one of them may look like a place. */
function placesOf({ stack = '', name, message }: Error): string {
  const head = [`${name}: ${message}`, message].find((words) => words && stack.includes(words))
  const rest = head === undefined ? stack : stack.slice(stack.indexOf(head) + head.length)
  return rest
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .map((line) => line.trim())
    .join('\n')
}
