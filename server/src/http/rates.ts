import rateLimit from '@fastify/rate-limit'
import plugin from 'fastify-plugin'
import { ProblemError } from './problem.ts'

/**
 * Requests that one address may send to one call in a minute. A town hall of 60 accounts stands behind one address: in
 * the minute of a deadline each may sign in three times, send two files and ask for each dear answer four times. Answers
 * that are cached are not counted.
 */
export const perMinute = { signIn: 180, upload: 120, costly: 240 }

const noCounts = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
  'retry-after': false,
}

/** Counts a route's requests by address. */
export const ratedAs = (kind: keyof typeof perMinute) => ({
  rateLimit: { max: perMinute[kind], timeWindow: 60_000 },
})

/** A dear answer, which waits for its turn and is counted. */
export const costly = { turn: 'costly', ...ratedAs('costly') } as const

/** Refuses what one address asks too often of the routes that are rated; behind a proxy by the address that it names. */
export const rates = plugin(async (app) => {
  await app.register(rateLimit, {
    global: false,
    cache: 10_000,
    // Cached answers would repeat the counts of the one who asked first.
    addHeaders: noCounts,
    addHeadersOnExceeding: noCounts,
    errorResponseBuilder: (_request, { ttl }) => {
      const seconds = Math.ceil(ttl / 1000)
      return new ProblemError(
        {
          status: 429,
          title: 'Quá nhiều yêu cầu',
          detail: `Địa chỉ mạng này gửi quá nhiều yêu cầu trong một phút. Hãy thử lại sau ${seconds} giây; chưa có gì thay đổi.`,
        },
        seconds,
      )
    },
  })
})
