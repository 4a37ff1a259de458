import { z } from 'zod'
import { namesCodeAlone } from '../system/code-words.ts'
import { endpoint } from './endpoint.ts'
import { longest } from './fields.ts'

/** At most so many errors of one page, and places of one error, are told. */
export const mostBrowserErrors = 5
export const mostPlaces = 20

/** A place in the built pages, as `assets/index-B2xk.js:10:2345`. */
export function isBrowserPlace(text: string): boolean {
  return text.length <= longest.errorText && /^(assets|src)\/[\w./-]+:\d+:\d+$/.test(text)
}

/**
 * What went wrong in a browser: where in the code, never what stood on the page or in its address. Each field has a form
 * that leaves no room for words, since anybody may send it.
 */
export const BrowserError = z.strictObject({
  kind: z.enum(['error', 'rejection', 'boundary']).meta({ description: 'How it came to light' }),
  route: z
    .string()
    .max(longest.errorText)
    .regex(/^[\w/$.-]*$/)
    .meta({ description: 'The page as the pattern of its address' }),
  type: z.string().max(longest.errorType).regex(/^\w*$/),
  message: z.string().max(longest.errorText).refine(namesCodeAlone).nullable(),
  places: z.array(z.string().max(longest.errorText).refine(isBrowserPlace)).max(mostPlaces),
})
export type BrowserError = z.infer<typeof BrowserError>

/** Tells the operator of an error in a browser; anybody may, a few times a minute. */
export const recordBrowserError = endpoint({
  method: 'POST',
  url: '/api/browser-errors',
  right: 'public',
  schema: {
    summary: 'Tell the operator of an error in a browser',
    tags: ['service'],
    body: BrowserError,
    response: { 200: z.object({}) },
  },
})
