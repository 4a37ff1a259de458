import { parentPort, workerData } from 'node:worker_threads'
import type { Problem } from '@moc57/shared'
import { ProblemError } from '../problem.ts'
import type { FileKind } from './file-kind.ts'
import type { Sheet } from './sheet.ts'

/** What the thread posts: a thrown error would lose its fields on the way. */
export type ReadFile = { sheets: Sheet[] | undefined } | { problem: Problem }

/**
 * Reads one file in a thread of its own, which may be ended when it takes too much time or memory. It loads only what
 * that kind of file takes: loading every reader would take as long as reading.
 */
const { bytes, kind } = workerData as { bytes: Uint8Array; kind: FileKind }
const readers: Record<FileKind, () => Promise<Sheet[] | undefined>> = {
  csv: async () => (await import('./read-csv.ts')).readCsv(bytes),
  docx: async () => (await import('./read-document.ts')).readDocument(bytes),
  pdf: async () => (await import('./pdf/read-pdf.ts')).readPdf(bytes),
  xlsx: async () => (await import('./read-workbook.ts')).readWorkbook(bytes),
}

async function read(): Promise<ReadFile> {
  try {
    return { sheets: await readers[kind]() }
  } catch (error) {
    if (error instanceof ProblemError) return { problem: error.problem }
    throw error
  }
}

parentPort?.postMessage(await read())
