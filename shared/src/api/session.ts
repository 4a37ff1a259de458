import { z } from 'zod'
import { Account, NewPassword } from '../account.ts'
import { endpoint } from '../endpoint.ts'
import { answer } from './parts.ts'

const SignedIn = answer({ user: Account })

/** Who is signed in; `user` is null for the public. */
export const readSession = endpoint({
  method: 'GET',
  url: '/api/session',
  schema: {
    summary: 'Who is signed in',
    tags: ['session'],
    querystring: z.strictObject({}),
    response: { 200: answer({ user: Account.nullable() }) },
  },
})

/** Signs in: answers with the account and a session cookie (HttpOnly, SameSite). */
export const signIn = endpoint({
  method: 'POST',
  url: '/api/session',
  schema: {
    summary: 'Sign in',
    tags: ['session'],
    body: z.strictObject({ username: z.string().max(100), password: z.string().max(200) }),
    response: { 200: SignedIn },
  },
})

/** Signs out: the session is revoked on the server. */
export const signOut = endpoint({
  method: 'DELETE',
  url: '/api/session',
  schema: { summary: 'Sign out', tags: ['session'], response: { 200: answer({ user: z.null() }) } },
})

/** Changes one's own password; every other session of the account ends. */
export const changePassword = endpoint({
  method: 'POST',
  url: '/api/session/password',
  schema: {
    summary: "Change one's own password",
    tags: ['session'],
    body: z.strictObject({ currentPassword: z.string().max(200), newPassword: NewPassword }),
    response: { 200: SignedIn },
  },
})
