import { parentPort, workerData } from 'node:worker_threads'
import type { ReportContent } from '@moc57/shared'
import { checkTemplate } from './check-template.ts'

export type TemplateToCheck = { file: Uint8Array; sample: ReportContent }

const { file, sample } = workerData as TemplateToCheck

/** Checks one template in a thread of its own, which may be ended when it takes too much time or memory. */
parentPort?.postMessage(await checkTemplate(file, sample))
