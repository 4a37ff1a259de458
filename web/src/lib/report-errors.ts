import { namesCodeAlone } from '@moc57/shared'
import { type BrowserError, isBrowserPlace, mostBrowserErrors, mostPlaces } from '@moc57/shared/api'
import { ApiError, call } from './api-client.ts'

/** Tells the server of an error, with the page's route. */
export type ReportError = (kind: BrowserError['kind'], error: unknown) => void

/**
 * Watches for what nobody catches. The same error is told once, a page tells of a few, and none says what stood on it:
 * only the places in the code, and messages that name code alone.
 *
 * @param routeOf the pattern of the page's address, as `/don-vi/$unitCode`
 */
export function watchErrors(routeOf: () => string): ReportError {
  const told = new Set<string>()
  const report: ReportError = (kind, error) => {
    // The server knows of what it has answered, and a line that is down cannot tell.
    if (error instanceof ApiError || told.size >= mostBrowserErrors) return
    const seen = whatWasSeen(error)
    const key = JSON.stringify(seen)
    if (told.has(key)) return
    told.add(key)
    void call('POST /api/browser-errors', { body: { kind, route: routeOf(), ...seen } }).catch(() => {})
  }
  window.addEventListener('error', ({ error }) => report('error', error))
  window.addEventListener('unhandledrejection', ({ reason }) => report('rejection', reason))
  return report
}

function whatWasSeen(error: unknown): Pick<BrowserError, 'type' | 'message' | 'places'> {
  if (!(error instanceof Error)) return { type: typeof error, message: null, places: [] }
  const places = [...(error.stack ?? '').matchAll(/(?:assets|src)\/[\w./-]+:\d+:\d+/g)]
    .map(([place]) => place)
    .filter(isBrowserPlace)
  return {
    type: error.name.replace(/\W/g, '').slice(0, 60),
    message: namesCodeAlone(error.message) ? error.message : null,
    places: places.slice(0, mostPlaces),
  }
}
