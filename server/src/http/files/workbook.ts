import { ProblemError } from '../problem.ts'
import { runInThread } from '../uploads/run-in-thread.ts'

/** Milliseconds that writing one may take. */
const longest = 60_000

/**
 * What the module, a worker, writes of the data, which are plain so that they can be handed to a thread: a large workbook,
 * so that others are answered meanwhile; a small one is written sooner without.
 */
export async function writtenInThread(module: URL, data: unknown): Promise<Buffer> {
  const bytes = await runInThread<Uint8Array>(module, data, { longest, broken: failed, tooSlow: failed })
  return Buffer.from(bytes)
}

function failed(): ProblemError {
  return new ProblemError(
    {
      status: 503,
      title: 'Chưa lập được bảng tính',
      detail: 'Máy chủ đang quá bận để lập bảng tính này. Hãy thử lại sau ít phút.',
    },
    60,
  )
}
