import { z } from 'zod'
import { Account, NewPassword, Role, Username } from '../people/account.ts'
import { FullName, JobTitle } from '../people/name.ts'
import { endpoint } from './endpoint.ts'
import { longest } from './fields.ts'
import { answer } from './parts.ts'

const ListedAccount = Account.extend({
  disabledAt: z.string().nullable().meta({ description: 'Since when it may not sign in' }),
})

/** What an account may do, and where: its role, the unit, and who it is in the plan of that unit. */
const Rights = z.strictObject({
  role: Role,
  unitCode: z.string().max(longest.code).nullish(),
  leader: z.string().max(longest.personName).nullish().meta({ description: "By name in the unit's plan" }),
  leadBody: z.string().max(longest.bodyName).nullish().meta({ description: "By name in the unit's plan" }),
})

/** Every account, for the administrator. */
export const listAccounts = endpoint({
  method: 'GET',
  url: '/api/accounts',
  right: 'manageAccounts',
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
  right: 'manageAccounts',
  schema: {
    summary: 'Make an account',
    tags: ['accounts'],
    body: z.strictObject({
      username: Username,
      password: NewPassword,
      ...Rights.shape,
      fullName: FullName.nullish(),
      position: JobTitle.nullish(),
    }),
    response: { 200: answer({ user: Account }) },
  },
})

/** Sets a new first password, or bars an account and lets it in again: its sessions end. Or corrects the name of its person. */
export const changeAccount = endpoint({
  method: 'POST',
  url: '/api/accounts/:username',
  right: 'manageAccounts',
  schema: {
    summary: 'Reset the password of an account, disable or enable it, name its person',
    tags: ['accounts'],
    params: z.strictObject({ username: Username }),
    body: z.strictObject({
      password: NewPassword.optional(),
      disabled: z.boolean().optional(),
      fullName: FullName.optional(),
      position: JobTitle.nullish(),
    }),
    response: { 200: answer({ user: ListedAccount }) },
  },
})

/** Takes the second factor of an account away whose owner has lost it: its sessions end. */
export const resetSecondFactor = endpoint({
  method: 'DELETE',
  url: '/api/accounts/:username/second-factor',
  right: 'manageAccounts',
  schema: {
    summary: 'Remove the second factor of an account',
    tags: ['accounts'],
    params: z.strictObject({ username: Username }),
    response: { 200: answer({ user: ListedAccount }) },
  },
})

/**
 * Gives an account another role, unit, leader or body from now on, whole: what is left out it has no more. Logged with
 * the rights before and after; its sessions end. The last administrator who may sign in stays one.
 */
export const changeRights = endpoint({
  method: 'PUT',
  url: '/api/accounts/:username/rights',
  right: 'manageAccounts',
  schema: {
    summary: 'Change the role, unit, leader or body of an account',
    tags: ['accounts'],
    params: z.strictObject({ username: Username }),
    body: Rights,
    response: { 200: answer({ user: ListedAccount }) },
  },
})
