import { Worker } from 'node:worker_threads'

const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }

type Bounds = {
  /** Milliseconds after which it is ended. */
  longest: number
  /** What the caller is told when it ends without a result: a broken file, or one too large for the memory it has. */
  broken: (error?: Error) => Error
  tooSlow: () => Error
}

/** Runs a module on a file in a thread of its own, bounded in time and memory; it posts one message. */
export async function runInThread<Result>(
  module: URL,
  workerData: unknown,
  { longest, broken, tooSlow }: Bounds,
): Promise<Result> {
  const worker = new Worker(module, { workerData, resourceLimits })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<Result>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', (error: Error) => reject(broken(error)))
      worker.once('exit', () => reject(broken()))
      timer = setTimeout(() => reject(tooSlow()), longest)
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
