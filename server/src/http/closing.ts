import type { Socket } from 'node:net'
import plugin from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether it was asked to stop. */
    isClosing: () => boolean
  }
}

/** Milliseconds that what was begun may take once the service is asked to stop; the whole of it takes under 5 s. */
const longestEnd = 3000

/**
 * When the service is asked to stop, what is being answered is answered. Connections are then closed: those that a
 * browser holds open for its next request, those that it has opened and not used yet, and after a while also those that
 * still send or wait: a request that never ends must not hold the service.
 */
export const closing = plugin(async (app) => {
  let isClosing = false
  const unused = new Set<Socket>()
  app.decorate('isClosing', () => isClosing)
  app.server.on('connection', (socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  app.addHook('onRequest', ({ raw }, _reply, done) => {
    unused.delete(raw.socket)
    done()
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })
  app.addHook('preClose', async () => {
    isClosing = true
    for (const socket of unused) socket.destroy()
    setTimeout(() => app.server.closeAllConnections(), longestEnd).unref()
  })
})
