import { setImmediate as nextTurnOfLoop, setTimeout as pause } from 'node:timers/promises'
import type { FastifyContextConfig } from 'fastify'
import plugin from 'fastify-plugin'
import { promise as queueOf } from 'fastq'
import { ProblemError } from './problem.ts'

/**
 * What is dear is done by turns. `mostAtOnce`: how many are at it together. `mostWaiting`: how many may wait beyond them;
 * the next one is told to come again. Both are of the whole service: it has one processor's time to give.
 */
const bounds = {
  /** Word, workbooks, comparisons, archives, reading of uploaded files. */
  costly: { mostAtOnce: 2, mostWaiting: 40 },
  /** Checking of passwords, which is slow on purpose: a town hall of 60 accounts at once waits a few seconds. */
  password: { mostAtOnce: 3, mostWaiting: 200 },
  /** Storing of an uploaded file: one by one, so that the limit of files holds however many are sent together. */
  storing: { mostAtOnce: 1, mostWaiting: 200 },
}
export type Turn = keyof typeof bounds

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The handler waits for its turn; 503 where too many wait. */
    turn?: Turn
  }
}

type Work = () => unknown

/** Milliseconds: a quick request goes through several turns of the event loop, between which it waits for the disk. */
const breath = 10

/** Lets quick requests be answered whole before more of a dear work is done. */
export function breathe(): Promise<void> {
  return pause(breath)
}

/** No two works are begun without a gap between them, however many are at it together. */
function withGaps(gap: () => Promise<void>): (work: Work) => Promise<unknown> {
  let last = Promise.resolve()
  return async (work) => {
    last = last.then(gap)
    await last
    return work()
  }
}

const queues = {
  costly: queueOf(withGaps(breathe), bounds.costly.mostAtOnce),
  password: queueOf(withGaps(nextTurnOfLoop), bounds.password.mostAtOnce),
  storing: queueOf(withGaps(nextTurnOfLoop), bounds.storing.mostAtOnce),
}

/** Does the work when its turn comes; 503 with `Retry-After` where too many wait already. */
export async function inTurn<Result>(turn: Turn, work: () => Result | Promise<Result>): Promise<Result> {
  if (queues[turn].length() >= bounds[turn].mostWaiting) throw tooMany()
  return (await queues[turn].push(work)) as Result
}

/** Seconds after which a turn is likely to be free. */
const secondsToWait = 10

function tooMany(): ProblemError {
  return new ProblemError(
    {
      status: 503,
      title: 'Máy chủ đang bận',
      detail: `Nhiều người đang cùng mở bảng lớn, tải tệp hoặc đăng nhập. Hãy thử lại sau ${secondsToWait} giây; chưa có gì thay đổi.`,
    },
    secondsToWait,
  )
}

/** Lets the handlers of routes with `config.turn` wait for theirs; for a caller who has gone meanwhile nothing is made. */
export const turns = plugin(async (app) => {
  app.addHook('onRoute', (route) => {
    const { turn }: FastifyContextConfig = route.config ?? {}
    if (turn === undefined) return
    const { handler } = route
    route.handler = function (request, reply) {
      return inTurn(turn, () => {
        if (request.socket.destroyed) throw tooMany()
        return reply.sendIfCached() ? reply : handler.call(this, request, reply)
      })
    }
  })
})
