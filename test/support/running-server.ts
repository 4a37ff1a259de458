import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { repository } from './service.ts'

export type RunningProgram = {
  address: string
  /** The lines it printed up to its address. */
  printed: string[]
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
  const printed = await Promise.race([
    linesUpToAddress(child.stdout),
    ended.then(([code]) => {
      throw new Error(`${path} ended with ${code}: ${errors.join('')}`)
    }),
  ])
  return {
    address: addressIn(printed.at(-1) ?? '') ?? '',
    printed,
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

async function linesUpToAddress(output: NodeJS.ReadableStream): Promise<string[]> {
  const lines: string[] = []
  for await (const line of createInterface(output)) {
    lines.push(line)
    if (addressIn(line)) return lines
  }
  throw new Error('the program printed no address')
}

function addressIn(line: string): string | undefined {
  return /http:\/\/\S+/.exec(line)?.[0]
}
