/** The other windows of this browser: the session's cookie is one for all of them. `null` where there is no browser. */
export const otherWindows = globalThis.document ? new BroadcastChannel('moc57') : null

/** Lets the other windows look who is signed in now. */
export function tellOtherWindows(): void {
  otherWindows?.postMessage('account')
}
