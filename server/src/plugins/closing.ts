import type { Socket } from 'node:net'
import plugin from 'fastify-plugin'

/**
 * When the service is asked to stop, what is being answered is answered. Connections are then closed: those that a
 * browser holds open for its next request, and those that it has opened and not used yet.
 */
export const closing = plugin(async (app) => {
  let isClosing = false
  const unused = new Set<Socket>()
  app.server.on('connection', (socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  app.addHook('onRequest', async ({ raw }) => {
    unused.delete(raw.socket)
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })
  app.addHook('preClose', async () => {
    isClosing = true
    for (const socket of unused) socket.destroy()
  })
})
