import { hash, randomBytes } from 'node:crypto'

/** What a cookie proves something by: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database keeps of a token: a copy of it opens nothing. */
export function hashOfToken(token: string): string {
  return hash('sha256', token, 'base64url')
}
