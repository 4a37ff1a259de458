import type { Socket } from 'node:net'
import plugin from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether it was asked to stop. */
    isClosing: () => boolean
  }
}

/**
 * When the service is asked to stop, what is being answered is answered. Connections are then closed: those that a
 * browser holds open for its next request, and those that it has opened and not used yet.
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
  })
})
