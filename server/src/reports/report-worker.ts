import { parentPort, workerData } from 'node:worker_threads'
import { type ReportToWrite, writeReport } from './fill-template.ts'

/** Writes one Word report in a thread of its own. */
parentPort?.postMessage(await writeReport(workerData as ReportToWrite))
