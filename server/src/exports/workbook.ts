import type { Template } from '../imports/template-xlsx.ts'
import { ProblemError } from '../problem.ts'
import { runInThread } from '../uploads/run-in-thread.ts'
import type { OfficeWorkbook } from './office-sheet.ts'

/** What a workbook is made of: plain data, so that it can be handed to a thread. */
export type Workbook = OfficeWorkbook | { template: Template }

/** Milliseconds that writing one may take. */
const longest = 60_000

/** Writes a large workbook in a thread, so that others are answered meanwhile; a small one is written sooner without. */
export async function workbookInThread(workbook: Workbook): Promise<Buffer> {
  const module = new URL('./workbook-worker.ts', import.meta.url)
  const bytes = await runInThread<Uint8Array>(module, workbook, { longest, broken: failed, tooSlow: failed })
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
