import { accountOfPage, isOwnPage } from './account-of-page.ts'

/** While the page waits for its account to sign in again. */
let waiting: PromiseWithResolvers<void> | null = null
let show: () => void = () => {}

/** What to show when the session of the page has ended. */
export function onSignedOut(callback: () => void): void {
  show = callback
}

/** The session of this page's account has ended: calls wait until it is signed in again. */
export function signedOut(): void {
  if (waiting || accountOfPage === null) return
  waiting = Promise.withResolvers()
  show()
}

/** The account of this page is back; what waited goes on. */
export function signedInAgain(): void {
  waiting?.resolve()
  waiting = null
}

export function isSignedOut(): boolean {
  return waiting !== null
}

/** Resolves at once unless the page waits for its account; fails when the call is given up meanwhile. */
export async function untilSignedIn(signal?: AbortSignal): Promise<void> {
  if (!waiting) return
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  waiting.promise.then(resolve)
  signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  await promise
}

/** Leaves a page whose account is no longer the one signed in in this browser; the public's is loaded anew. */
export function checkAccount(): void {
  if (isOwnPage()) return
  if (accountOfPage === null) location.reload()
  else signedOut()
}
