import { ProblemError } from '../problem.ts'
import { runInThread } from '../uploads/run-in-thread.ts'

/** Milliseconds that writing one may take. */
const longest = 60_000

/**
 * What the module, a worker, writes of the data, which are plain so that they can be handed to a thread: a large
 * workbook or a Word report, so that others are answered meanwhile; a small workbook is written sooner without.
 */
export async function writtenInThread(module: URL, data: unknown): Promise<Buffer> {
  return Buffer.from(await runInThread<Uint8Array>(module, data, { longest, broken, tooSlow }))
}

/** What is written here is our own, so an error is one of the program, but for a want of memory. */
function broken(error?: NodeJS.ErrnoException): Error {
  return error && error.code !== 'ERR_WORKER_OUT_OF_MEMORY' ? error : tooSlow()
}

function tooSlow(): ProblemError {
  return new ProblemError(
    {
      status: 503,
      title: 'Chưa lập được tệp',
      detail: 'Máy chủ đang quá bận để lập tệp này. Hãy thử lại sau ít phút.',
    },
    60,
  )
}
