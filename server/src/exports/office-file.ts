import type { ReportContent } from '@moc57/shared'
import type { Template } from '../imports/template-xlsx.ts'
import { ProblemError } from '../problem.ts'
import { runInThread } from '../uploads/run-in-thread.ts'
import type { OfficeWorkbook } from './office-sheet.ts'

/** What a workbook or a Word report is made of: plain data, so that it can be handed to a thread. */
export type OfficeFile = OfficeWorkbook | { template: Template } | { report: ReportContent }

/** Milliseconds that writing one may take. */
const longest = 60_000

/** Writes a large file in a thread, so that others are answered meanwhile; a small one is written sooner without. */
export async function officeFileInThread(file: OfficeFile): Promise<Buffer> {
  const module = new URL('./office-file-worker.ts', import.meta.url)
  return Buffer.from(await runInThread<Uint8Array>(module, file, { longest, broken, tooSlow }))
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
