import type { Account } from '@moc57/shared'

/** Where the program begins for the public: Kiến An. */
export const defaultUnit = '11443'

/** Where an account begins: at its own work; who runs the service, at its health. */
export function startOf({ role }: Account) {
  return role === 'administrator' ? '/quan-tri/he-thong' : '/viec-cua-toi'
}
