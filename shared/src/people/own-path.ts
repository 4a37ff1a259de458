import { z } from 'zod'

const longestPath = 1000

/**
 * The address of one of our own pages, as `/don-vi/11443?ky=2026-Q3`: where to go on after signing in. Never another
 * site's: browsers read `//` and `/\` at the beginning as one, and overlook tabs and line ends while they do.
 */
export function isOwnPath(text: string): boolean {
  return text.length <= longestPath && /^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(text)
}

/** `isOwnPath` as a field of a call. */
export const OwnPath = z.string().refine(isOwnPath)
