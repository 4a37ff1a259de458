import { parentPort, workerData } from 'node:worker_threads'
import type { ReportContent } from '@moc57/shared'
import { writeReport } from './report-docx.ts'

/** Writes one Word report in a thread of its own. */
parentPort?.postMessage(await writeReport(workerData as ReportContent))
