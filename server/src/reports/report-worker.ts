import { parentPort, workerData } from 'node:worker_threads'
import type { ReportContent } from '@moc57/shared'
import { writeReport } from './fill-template.ts'

/** What a report is drawn from: its content, and the template of its unit; `null` for the product's own. */
export type ReportToWrite = { template: Uint8Array | null; content: ReportContent }

const { template, content } = workerData as ReportToWrite

/** Writes one Word report in a thread of its own. */
parentPort?.postMessage(await writeReport(template, content))
