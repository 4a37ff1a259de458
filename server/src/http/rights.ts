import type { BodyRight } from '@moc57/shared'
import type { FastifyRequest, onRequestHookHandler } from 'fastify'
import plugin from 'fastify-plugin'
import { authorize, requireAccount } from './authorize.ts'

/**
 * Asks for the right that an endpoint states before its body is read: whoever may not send one costs neither the reading
 * nor the checking of it.
 */
export const rightsBeforeBodies = plugin(async (app) => {
  app.addHook('onRoute', (route) => {
    const { right } = route as { right?: BodyRight }
    if (right === undefined || right === 'public') return
    const refuse: onRequestHookHandler = (request, _reply, done) => {
      refuseSender(request, right)
      done()
    }
    // Beside what counts the requests of the route.
    route.onRequest = [route.onRequest ?? [], refuse].flat()
  })
})

function refuseSender({ account, params }: FastifyRequest, right: Exclude<BodyRight, 'public'>): void {
  const { unitCode } = params as { unitCode?: string }
  if (right === 'account') requireAccount(account)
  else authorize(account, right, unitCode === undefined ? {} : { unitCode })
}
