import { parentPort, workerData } from 'node:worker_threads'
import type { AdministrativeUnit } from '@moc57/shared'
import { ProblemError } from '../../http/problem.ts'
import type { ReadResult } from './open-boundaries.ts'
import { readBoundaries } from './read-boundaries.ts'

const { bytes, units } = workerData as { bytes: Uint8Array; units: AdministrativeUnit[] }

function read(): ReadResult {
  try {
    return { boundaries: readBoundaries(bytes, units) }
  } catch (error) {
    if (error instanceof ProblemError) return { problem: error.problem }
    throw error
  }
}

parentPort?.postMessage(read())
