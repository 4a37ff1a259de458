import { parentPort, workerData } from 'node:worker_threads'
import { writeTemplate } from '../imports/template-xlsx.ts'
import { writeOffice } from './office-sheet.ts'
import type { Workbook } from './workbook.ts'

/** Writes one large workbook in a thread of its own. */
const workbook = workerData as Workbook
parentPort?.postMessage(
  'template' in workbook ? await writeTemplate(workbook.template) : await writeOffice(workbook),
)
