import { z } from 'zod'
import { Account, NewPassword, SignInMethod } from '../people/account.ts'
import { FullName, JobTitle } from '../people/name.ts'
import { OwnPath } from '../people/own-path.ts'
import { SecondFactorCode } from '../people/second-factor.ts'
import { endpoint, redirectResponse } from './endpoint.ts'
import { longest } from './fields.ts'
import { answer } from './parts.ts'

const SignedIn = answer({ user: Account })

/** Who is signed in; `user` is null for the public. */
export const readSession = endpoint({
  method: 'GET',
  url: '/api/session',
  right: 'public',
  schema: {
    summary: 'Who is signed in',
    tags: ['session'],
    querystring: z.strictObject({}),
    response: { 200: answer({ user: Account.nullable() }) },
  },
})

/**
 * Signs in: answers with the account and a session cookie (HttpOnly, SameSite). An account with a second factor gets
 * 401 with an error at `#/code` once the password is right, and sends all of it again with the code.
 */
export const signIn = endpoint({
  method: 'POST',
  url: '/api/session',
  right: 'public',
  schema: {
    summary: 'Sign in',
    tags: ['session'],
    body: z.strictObject({
      username: z.string().max(longest.search),
      password: z.string().max(longest.password),
      code: SecondFactorCode.optional().meta({ description: 'Of an account with a second factor' }),
      onSharedDevice: z
        .boolean()
        .optional()
        .meta({ description: 'The session ends with the browser, and after an hour without use' }),
    }),
    response: { 200: SignedIn },
  },
})

/** Signs out: the session is revoked on the server. */
export const signOut = endpoint({
  method: 'DELETE',
  url: '/api/session',
  right: 'public',
  schema: { summary: 'Sign out', tags: ['session'], response: { 200: answer({ user: z.null() }) } },
})

/** Changes one's own password; every other session of the account ends. */
export const changePassword = endpoint({
  method: 'POST',
  url: '/api/session/password',
  right: 'account',
  schema: {
    summary: "Change one's own password",
    tags: ['session'],
    body: z.strictObject({ currentPassword: z.string().max(longest.password), newPassword: NewPassword }),
    response: { 200: SignedIn },
  },
})

/** Gives one's own full name and position where nobody has given them yet; later the administrator corrects them. */
export const nameMyself = endpoint({
  method: 'PUT',
  url: '/api/session/person',
  right: 'account',
  schema: {
    summary: "Give one's own full name and position, once",
    tags: ['session'],
    body: z.strictObject({ fullName: FullName, position: JobTitle }),
    response: { 200: SignedIn },
  },
})

const Session = z.object({
  startedAt: z.string().meta({ description: 'Instant in ISO 8601' }),
  lastUsedAt: z.string().meta({ description: 'To within an hour' }),
  method: SignInMethod,
  onSharedDevice: z.boolean(),
  isThisOne: z.boolean(),
})

/** Where the account is signed in, the session used last first. */
export const listSessions = endpoint({
  method: 'GET',
  url: '/api/session/sessions',
  right: 'account',
  schema: {
    summary: "One's own open sessions",
    tags: ['session'],
    querystring: z.strictObject({}),
    response: { 200: answer({ items: z.array(Session) }) },
  },
})

/** Ends every session of the account but this one. */
export const endOtherSessions = endpoint({
  method: 'DELETE',
  url: '/api/session/sessions',
  right: 'account',
  schema: {
    summary: "End one's other sessions",
    tags: ['session'],
    response: { 200: answer({ items: z.array(Session) }) },
  },
})

/** Where one can sign in other than with a password: the provider that the service is set up with, or nothing. */
export const listSignInProviders = endpoint({
  method: 'GET',
  url: '/api/session/providers',
  right: 'public',
  schema: {
    summary: 'The OpenID Connect provider to sign in by, if there is one',
    tags: ['session'],
    querystring: z.strictObject({}),
    response: {
      200: answer({
        items: z.array(
          z.object({
            name: z.string().meta({ description: 'For people' }),
            url: z.string().meta({ description: 'Where a browser goes to sign in' }),
          }),
        ),
      }),
    },
  },
})

/** Sends the browser to the provider. `ve` is the page to come back to, `mayDungChung=1` a device that others use too. */
export const startProviderSignIn = {
  method: 'GET',
  url: '/api/session/oidc',
  right: 'public',
  schema: {
    summary: 'Start signing in by the provider',
    tags: ['session'],
    querystring: z.strictObject({
      ve: OwnPath.optional().catch(undefined),
      mayDungChung: z.literal('1').optional().catch(undefined),
    }),
    response: redirectResponse,
  },
} as const

/** The provider sends the browser back here, with what it likes to say; from here to the sign-in page, signed in or told why not. */
export const endProviderSignIn = {
  method: 'GET',
  url: '/api/session/oidc/callback',
  right: 'public',
  schema: {
    summary: 'End signing in by the provider',
    tags: ['session'],
    querystring: z.looseObject({}),
    response: redirectResponse,
  },
} as const

/**
 * Why a sign-in by the provider came to nothing. unreachable: the provider does not answer. expired: not started here,
 * too long ago or already used. refused: the provider said no, or the person went back. noUsername: the provider names
 * nobody that could have an account. unknownAccount, disabledAccount: no account of that name may sign in. failed: what
 * the provider sent does not hold.
 */
export const SignInProblem = z.enum([
  'unreachable',
  'expired',
  'refused',
  'noUsername',
  'unknownAccount',
  'disabledAccount',
  'notStored',
  'failed',
])
export type SignInProblem = z.infer<typeof SignInProblem>
