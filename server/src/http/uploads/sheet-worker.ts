import { parentPort, workerData } from 'node:worker_threads'

/**
 * Reads one file in a thread of its own, which may be ended when it takes too much time or memory. It loads only what
 * that kind of file takes: loading both readers would take as long as reading.
 */
const { bytes, kind } = workerData as { bytes: Uint8Array; kind: 'xlsx' | 'csv' }
const sheets =
  kind === 'csv'
    ? (await import('./read-csv.ts')).readCsv(bytes)
    : await (await import('./read-workbook.ts')).readWorkbook(bytes)
parentPort?.postMessage(sheets)
