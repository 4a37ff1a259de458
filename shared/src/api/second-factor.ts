import { z } from 'zod'
import { Account } from '../people/account.ts'
import { AppCode, SecondFactorCode } from '../people/second-factor.ts'
import { endpoint } from './endpoint.ts'
import { answer } from './parts.ts'

/** Whether one's own account asks for a code at sign-in, and how many recovery codes are left. */
export const readSecondFactor = endpoint({
  method: 'GET',
  url: '/api/session/second-factor',
  right: 'account',
  schema: {
    summary: "One's own second factor",
    tags: ['session'],
    querystring: z.strictObject({}),
    response: {
      200: answer({
        setAt: z.string().nullable().meta({ description: 'Instant in ISO 8601; null while there is none' }),
        recoveryCodesLeft: z.number().int(),
      }),
    },
  },
})

/** Makes a secret for an app (TOTP, RFC 6238); it counts once a code of it is confirmed. */
export const beginSecondFactor = endpoint({
  method: 'POST',
  url: '/api/session/second-factor',
  right: 'ownPassword',
  schema: {
    summary: 'Make a secret for an authenticator app',
    tags: ['session'],
    response: {
      200: answer({
        secret: z.string().meta({ description: 'In base32, to be typed' }),
        uri: z.string().meta({ description: 'The same as otpauth://, to be shown as a QR code' }),
      }),
    },
  },
})

/** Sets the second factor up by a code of the new secret: the only answer with the recovery codes. Other sessions of the account end. */
export const confirmSecondFactor = endpoint({
  method: 'POST',
  url: '/api/session/second-factor/confirmation',
  right: 'ownPassword',
  schema: {
    summary: 'Confirm the secret by a code',
    tags: ['session'],
    body: z.strictObject({ code: AppCode }),
    response: { 200: answer({ user: Account, recoveryCodes: z.array(z.string()) }) },
  },
})

/** Takes one's own second factor away, which asks for a code as sign-in does. */
export const removeSecondFactor = endpoint({
  method: 'POST',
  url: '/api/session/second-factor/removal',
  right: 'ownPassword',
  schema: {
    summary: "Remove one's own second factor",
    tags: ['session'],
    body: z.strictObject({ code: SecondFactorCode }),
    response: { 200: answer({ user: Account }) },
  },
})
