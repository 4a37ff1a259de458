import { pino } from 'pino'
import { loggedError } from './logged-error.ts'

/**
 * Where the operator reads what happens: `log.info({ file }, 'backup made')`. The fields are names, counts and places,
 * never a password, a cookie, a figure or words that somebody has typed.
 */
export type Log = pino.Logger

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** Bytes that may wait for a reader that has stopped reading; what comes on top is lost, and the service goes on. */
const mostWaiting = 16 * 1024 * 1024

/**
 * Lines of JSON, for a person at a terminal in words and colours.
 *
 * @param descriptor 1 for a service, 2 for a command, whose standard output is words for people
 */
export async function openLog(level: LogLevel, descriptor: 1 | 2): Promise<Log> {
  const isTerminal = (descriptor === 1 ? process.stdout : process.stderr).isTTY
  if (!isTerminal) return logTo(level, toReader(descriptor))
  const { default: pretty } = await import('pino-pretty')
  return logTo(
    level,
    pretty({
      destination: descriptor,
      sync: true,
      singleLine: true,
      translateTime: 'SYS:HH:MM:ss',
      ignore: 'pid',
    }),
  )
}

/**
 * Written at once, so that a crash loses no line. Where the reader has gone or stands still, lines are lost, and neither
 * the service nor its end waits for it.
 */
function toReader(dest: number): pino.DestinationStream {
  const destination = pino.destination({ dest, sync: true, maxLength: mostWaiting, retryEAGAIN: () => false })
  destination.on('error', () => {})
  return destination
}

/** The same lines to any destination. */
export function logTo(level: LogLevel, destination: pino.DestinationStream): Log {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: loggedError },
  }
  return pino(options, destination)
}
