import { parentPort, workerData } from 'node:worker_threads'
import type { OfficeFile } from './office-file.ts'

/** Writes one large file in a thread of its own. It loads only what that kind of file takes. */
parentPort?.postMessage(await written(workerData as OfficeFile))

async function written(file: OfficeFile): Promise<Uint8Array> {
  if ('report' in file) return (await import('./report-docx.ts')).writeReport(file.report)
  if ('template' in file) return (await import('../imports/template-xlsx.ts')).writeTemplate(file.template)
  return (await import('./office-sheet.ts')).writeOffice(file)
}
