import { z } from 'zod'
import { Account, NewPassword, Role, Username } from '../account.ts'
import { endpoint } from '../endpoint.ts'
import { answer } from './parts.ts'

const ListedAccount = Account.extend({
  disabledAt: z.string().nullable().meta({ description: 'Since when it may not sign in' }),
})

/** Every account, for the administrator. */
export const listAccounts = endpoint({
  method: 'GET',
  url: '/api/accounts',
  schema: {
    summary: 'The accounts',
    tags: ['accounts'],
    querystring: z.strictObject({}),
    response: { 200: answer({ items: z.array(ListedAccount) }) },
  },
})

/** Makes an account; it must change its password before it may do anything else. */
export const createAccount = endpoint({
  method: 'POST',
  url: '/api/accounts',
  schema: {
    summary: 'Make an account',
    tags: ['accounts'],
    body: z.strictObject({
      username: Username,
      password: NewPassword,
      role: Role,
      unitCode: z.string().nullish(),
      leader: z.string().max(200).nullish().meta({ description: "By name in the unit's plan" }),
      leadBody: z.string().max(200).nullish().meta({ description: "By name in the unit's plan" }),
    }),
    response: { 200: answer({ user: Account }) },
  },
})

/** Sets a new first password, or bars an account and lets it in again; its sessions end. */
export const changeAccount = endpoint({
  method: 'POST',
  url: '/api/accounts/:username',
  schema: {
    summary: 'Reset the password of an account, disable or enable it',
    tags: ['accounts'],
    params: z.strictObject({ username: Username }),
    body: z.strictObject({ password: NewPassword.optional(), disabled: z.boolean().optional() }),
    response: { 200: answer({ user: ListedAccount }) },
  },
})
