import type { Deed, SessionAccount } from '@moc57/db'
import type { CallRight, Endpoint, Right, Subject } from '@moc57/shared'
import type { FastifyRequest, onRequestHookHandler, preHandlerHookHandler } from 'fastify'
import plugin from 'fastify-plugin'
import { authorize, requireAccount, requireOwnPassword } from './authorize.ts'
import type { Context } from './context.ts'
import { findUnitOf, subjects } from './subjects.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in, on a route that is not for everyone; 401 otherwise. */
    signedIn: SessionAccount
    /** Who does it, and when: now. */
    deed: Deed
  }
}

/**
 * Settles before the handler what the contract states: who may make the call, and the unit and the subject that its
 * address names. A call that sends a body is refused before that is read, as far as the address tells.
 */
export const rights = plugin<Context>(async (app, context) => {
  app.decorateRequest('signedIn', {
    getter() {
      requireAccount(this.account)
      return this.account
    },
  })
  app.decorateRequest('deed', {
    getter() {
      return { by: this.signedIn.username, at: context.now().toISOString() }
    },
  })
  for (const named of ['unit', 'indicator', 'task', 'proposal'] as const) app.decorateRequest(named)

  app.addHook('onRoute', (route) => {
    const {
      right = 'public',
      subject,
      method,
    } = route as Partial<Pick<Endpoint, 'right' | 'subject'>> & typeof route
    const isReading = method !== 'POST' && method !== 'PUT' && method !== 'DELETE'
    const refuse: onRequestHookHandler = (request, _reply, done) => {
      refuseAccount(request, right)
      done()
    }
    // A reading names what there is not before it is refused: its unit is looked up first.
    const settle: preHandlerHookHandler = (request, _reply, done) => {
      const { unitCode } = request.params as { unitCode?: string }
      if (unitCode !== undefined) request.unit = findUnitOf(context.database, unitCode)
      if (isReading) refuseAccount(request, right)
      if (subject) refuseSubject(request, right, subjects[subject](context, request))
      done()
    }
    // Beside what counts the requests of the route.
    if (!isReading) route.onRequest = [route.onRequest ?? [], refuse].flat()
    if (isReading || subject || route.url.includes(':unitCode'))
      route.preHandler = [settle, route.preHandler ?? []].flat()
  })
})

function refuseAccount({ account, params }: FastifyRequest, right: CallRight): void {
  const { unitCode } = params as { unitCode?: string }
  if (right === 'public') return
  if (right === 'account') requireAccount(account)
  else if (right === 'ownPassword') requireOwnPassword(account)
  else authorize(account, rightsMeant(right, params), unitCode === undefined ? {} : { unitCode })
}

function refuseSubject({ account, params }: FastifyRequest, right: CallRight, subject: Subject): void {
  if (right === 'public' || right === 'account' || right === 'ownPassword') return
  authorize(account, rightsMeant(right, params), subject)
}

/** The right to the word of the address; to a word that there is not any of them, until it is refused as such. */
function rightsMeant(
  right: Exclude<CallRight, 'public' | 'account' | 'ownPassword'>,
  params: unknown,
): Right[] {
  if (typeof right === 'string') return [right]
  return Object.entries(right).flatMap(([parameter, rights]) => {
    const word = (params as Record<string, string>)[parameter] ?? ''
    return Object.hasOwn(rights, word) ? (rights[word] as Right) : Object.values(rights)
  })
}
