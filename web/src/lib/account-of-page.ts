/**
 * Whose page this is. The server hands the browser a mark and a key of the account beside the session's cookie; what
 * stood there when the document was loaded holds for as long as the document lives. Where another account, or nobody,
 * is signed in by now, the page gives way to a new document: nothing in memory goes from one account to the next.
 */
type AccountOfPage = {
  /** Tells accounts apart without naming them. */
  mark: string
  /** 256 bits in hexadecimal, which open what the account has stored in this browser. */
  key: string
}

/** `null` on a page of the public. */
export const accountOfPage: AccountOfPage | null = accountOfBrowser()

/** Whether whoever is signed in in this browser now is whom the page was made for. */
export function isOwnPage(): boolean {
  return accountOfBrowser()?.mark === accountOfPage?.mark
}

function accountOfBrowser(): AccountOfPage | null {
  const [, mark, key] = /(?:^|; )moc57_key=(\w+)\.(\w+)/.exec(globalThis.document?.cookie ?? '') ?? []
  return mark && key ? { mark, key } : null
}
