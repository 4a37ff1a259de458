import { parentPort, workerData } from 'node:worker_threads'
import { type OfficeWorkbook, writeOffice } from './office-sheet.ts'

/** Writes one large workbook in a thread of its own. */
parentPort?.postMessage(await writeOffice(workerData as OfficeWorkbook))
