import { findAccount, logSignIn } from '@moc57/db'
import { OwnPath, Username } from '@moc57/shared'
import {
  endProviderSignIn,
  listSignInProviders,
  type SignInProblem,
  startProviderSignIn,
} from '@moc57/shared/api'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ProviderSettings } from '../env.ts'
import type { Context } from '../http/context.ts'
import { startSession } from './session.ts'
import { type Flow, problemOfProvider, signInProvider } from './sign-in-provider.ts'

const cookieName = 'moc57_oidc'
const cookiePath = startProviderSignIn.url
const mostMinutes = 10

/** In the browser that started, until it comes back: nobody can be made to end a sign-in that somebody else started. */
const StoredFlow = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  ve: OwnPath.optional(),
  onSharedDevice: z.boolean(),
})

/**
 * Signing in by an OpenID Connect provider. It opens a session of an account that the administrator has made, found
 * by its username; it makes none. Browsers walk these routes, so whatever goes wrong ends on the sign-in page, which
 * has the words for it. They send to that page and to the provider alone, never to an address they were given.
 */
export const providerRoutes: FastifyPluginAsyncZod<
  Context & { provider: ProviderSettings | undefined }
> = async (app, { database, now, notice, provider: settings }) => {
  app.route({
    ...listSignInProviders,
    handler: async () => {
      if (!settings) return { notice, items: [] }
      const { href } = new URL(startProviderSignIn.url, settings.redirectUri)
      return { notice, items: [{ name: settings.name, url: href }] }
    },
  })
  if (!settings) return
  const provider = signInProvider(settings)

  app.route({
    ...startProviderSignIn,
    handler: async (request, reply) => {
      const { ve, mayDungChung } = request.query
      const started = await provider.start().catch((error: unknown) => {
        request.log.warn(error, 'the sign-in provider does not answer')
      })
      if (!started) return toSignInPage(reply, { loi: 'unreachable', ve })
      reply.setCookie(cookieName, written({ ...started.flow, ve, onSharedDevice: mayDungChung === '1' }), {
        path: cookiePath,
        httpOnly: true,
        // Lax, not Strict: coming back from the provider is a navigation from another site.
        sameSite: 'lax',
        secure: request.protocol === 'https',
        maxAge: mostMinutes * 60,
      })
      return reply.redirect(started.url.href)
    },
  })

  app.route({
    ...endProviderSignIn,
    handler: async (request, reply) => {
      const flow = read(request.cookies[cookieName])
      reply.clearCookie(cookieName, { path: cookiePath })
      if (!flow) return toSignInPage(reply, { loi: 'expired' })
      const { ve, onSharedDevice } = flow
      const vouched = await provider
        .end(new URLSearchParams(request.query as Record<string, string>), flow)
        .catch((error: unknown) => {
          request.log.warn(error, 'signing in by the provider came to nothing')
          return { problem: problemOfProvider(error) }
        })
      if ('problem' in vouched) return toSignInPage(reply, { loi: vouched.problem, ve })

      const username = Username.safeParse(vouched.name).data
      if (username === undefined) return toSignInPage(reply, { loi: 'noUsername', ve })
      // Where nothing can be written, a session cannot be opened, and what was refused cannot be logged.
      const isWritable = await app.readyToWrite().then(
        () => true,
        () => false,
      )
      if (!isWritable) return toSignInPage(reply, { loi: 'notStored', ve })
      const account = findAccount(database, username)
      const at = now()
      if (!account || account.disabledAt) {
        logSignIn(database, username, 'refusedByProvider', at.toISOString())
        request.log.warn({ account: account?.username ?? null, address: request.ip }, 'sign-in failed')
        return toSignInPage(reply, {
          loi: account ? 'disabledAccount' : 'unknownAccount',
          ten: username,
          ve,
        })
      }
      logSignIn(database, username, 'signedInByProvider', at.toISOString())
      request.log.info({ account: username, address: request.ip }, 'signed in')
      startSession(request, reply, database, {
        accountId: account.id,
        method: 'provider',
        onSharedDevice,
        now: at,
      })
      return toSignInPage(reply, { ve })
    },
  })
}

type StoredFlow = Flow & { ve?: string | undefined; onSharedDevice: boolean }

function written(flow: StoredFlow): string {
  return Buffer.from(JSON.stringify(flow)).toString('base64url')
}

function read(cookie = ''): StoredFlow | undefined {
  try {
    return StoredFlow.parse(JSON.parse(Buffer.from(cookie, 'base64url').toString()))
  } catch {
    return undefined
  }
}

type Arrival = { loi?: SignInProblem; ten?: string; ve?: string | undefined }

/** Says what is wrong, or goes on to the page `ve`, which it checks once more. */
function toSignInPage(reply: FastifyReply, { loi, ten, ve }: Arrival): FastifyReply {
  const search = new URLSearchParams({ ...(loi && { loi }), ...(ten && { ten }), ...(ve && { ve }) })
  return reply.redirect(`/dang-nhap${search.size > 0 ? `?${search}` : ''}`)
}
