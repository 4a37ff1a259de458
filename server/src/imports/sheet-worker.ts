import { parentPort, workerData } from 'node:worker_threads'
import { readCsv, readWorkbook } from './read-sheets.ts'

/** Reads one file in a thread of its own, which may be ended when it takes too much time or memory. */
const { bytes, kind } = workerData as { bytes: Uint8Array; kind: 'xlsx' | 'csv' }
const sheets = kind === 'csv' ? readCsv(bytes) : await readWorkbook(bytes)
parentPort?.postMessage(sheets)
