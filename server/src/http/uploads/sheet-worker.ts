import { parentPort, workerData } from 'node:worker_threads'
import type { FileKind } from './file-kind.ts'
import type { Sheet } from './sheet.ts'

/**
 * Reads one file in a thread of its own, which may be ended when it takes too much time or memory. It loads only what
 * that kind of file takes: loading every reader would take as long as reading.
 */
const { bytes, kind } = workerData as { bytes: Uint8Array; kind: FileKind }
const readers: Record<FileKind, () => Promise<Sheet[] | undefined>> = {
  csv: async () => (await import('./read-csv.ts')).readCsv(bytes),
  docx: async () => (await import('./read-document.ts')).readDocument(bytes),
  xlsx: async () => (await import('./read-workbook.ts')).readWorkbook(bytes),
}
parentPort?.postMessage(await readers[kind]())
