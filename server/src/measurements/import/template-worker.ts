import { parentPort, workerData } from 'node:worker_threads'
import { type Template, writeTemplate } from './template-xlsx.ts'

/** Writes the template of all units in a thread of its own. */
parentPort?.postMessage(await writeTemplate(workerData as Template))
