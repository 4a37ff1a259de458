import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { repository } from './service.ts'

/** A line of the log: when, how bad, what, and more about it. */
export type LogLine = { time: string; level: string; msg: string; [field: string]: unknown }

export type RunningProgram = {
  address: string
  /** The words for people that it printed up to its address. */
  printed: string[]
  pid: number
  /** Resolves with the first line of its log, written or yet to come, that fits. */
  logged: (fits: (line: LogLine) => boolean) => Promise<LogLine>
  /** All that its log holds. */
  log: readonly LogLine[]
  /** Nobody reads what it prints any more. */
  closeOutput: () => void
  /** With the exit code. */
  ended: Promise<number | null>
  stop: () => Promise<void>
  /** Sends the signal; resolves with the exit code, `null` where the signal itself ended it. */
  end: (signal: NodeJS.Signals) => Promise<number | null>
}

/** A program of the repository in its own process, up once it has printed its address. */
export async function startProgram(
  path: string,
  programArguments: readonly string[] = [],
  environment: Record<string, string> = {},
): Promise<RunningProgram> {
  const child = spawn(process.execPath, [join(repository, path), ...programArguments], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const errors: string[] = []
  child.stderr.on('data', (chunk) => errors.push(String(chunk)))
  const ended: Promise<[number | null]> = once(child, 'exit') as never
  const output = readOutput(child.stdout)
  const printed = await Promise.race([
    output.upToAddress,
    ended.then(([code]) => {
      throw new Error(`${path} ended with ${code}: ${errors.join('')}`)
    }),
  ])
  return {
    address: addressIn(printed.at(-1) ?? '') ?? '',
    printed,
    pid: child.pid as number,
    logged: output.logged,
    log: output.log,
    closeOutput: () => child.stdout.destroy(),
    ended: ended.then(([code]) => code),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
    end: async (signal) => {
      child.kill(signal)
      const [code] = await ended
      return code
    },
  }
}

/**
 * The service as it runs for its users: its own process, a database file of its own, a free port.
 *
 * @param prepare what to do with the file before the service opens it
 */
export async function startServer(
  environment: Record<string, string> = {},
  prepare: (file: string) => Promise<void> = async () => {},
): Promise<RunningProgram> {
  const folder = await mkdtemp(join(tmpdir(), 'moc57-'))
  const file = join(folder, 'moc57.db')
  await prepare(file)
  const program = await startProgram('server/src/main.ts', [], {
    PORT: '0',
    DATABASE_PATH: file,
    ...environment,
  })
  return {
    ...program,
    stop: async () => {
      await program.stop()
      await rm(folder, { recursive: true })
    },
  }
}

/** Reads on to the end: a program whose output nobody takes any more stands still. */
function readOutput(output: NodeJS.ReadableStream) {
  const printed: string[] = []
  const log: LogLine[] = []
  const upToAddress = Promise.withResolvers<string[]>()
  const waiting = new Set<() => void>()
  createInterface(output).on('line', (line) => {
    if (line.startsWith('{')) log.push(JSON.parse(line))
    else printed.push(line)
    if (addressIn(line)) upToAddress.resolve([...printed])
    for (const look of waiting) look()
  })
  const logged = (fits: (line: LogLine) => boolean) =>
    new Promise<LogLine>((resolve) => {
      const look = () => {
        const found = log.find(fits)
        if (!found) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  return { log, logged, upToAddress: upToAddress.promise }
}

function addressIn(line: string): string | undefined {
  return line.startsWith('{') ? undefined : /http:\/\/\S+/.exec(line)?.[0]
}
