import type { SessionAccount } from '@moc57/db'
import type { FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in, `null` for the public. */
    account: SessionAccount | null
  }
}

export const sessionCookieName = 'moc57_session'

/** Whether the request may change something. */
export function isWrite({ method }: FastifyRequest): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'
}
