import { randomBytes } from 'node:crypto'

/** Digits and letters without those that are taken for one another on paper (Crockford's base 32). */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The number of its own that a report is found by; nobody guesses it: 12 signs of 32. */
export function newReportCode(): string {
  return [...randomBytes(12)].map((byte) => signs[byte % signs.length]).join('')
}

/** "K7QF-2M9X-4HDT": as the paper prints it. */
export function shownCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code
}
