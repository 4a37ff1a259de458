import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { accountOfPage, isOwnPage } from '../../lib/account-of-page.ts'
import { otherWindows } from '../../lib/other-windows.ts'
import { queryClient } from '../../lib/query-client.ts'
import { sessionQuery } from '../../lib/session-query.ts'
import { checkAccount, onSignedOut, signedInAgain } from '../../lib/signed-out.ts'
import { SignInAgain } from './sign-in-again.tsx'

const checkEvery = 15_000

/**
 * Keeps the page to its account. Once its session has ended, by time, from elsewhere or in another window, nothing of
 * the page stays in the document: a form to sign in stands there instead. What was typed waits in memory for the same
 * account alone; whoever else signs in begins with a new document.
 */
export function guardSession(): void {
  onSignedOut(() => askToSignIn(takeOut()))
  otherWindows?.addEventListener('message', checkAccount)
  document.addEventListener('visibilitychange', checkAccount)
  // The browser drops the account's key by itself when the session has lain unused, also without a line.
  setInterval(checkAccount, checkEvery)
  guardBack()
}

/**
 * Back may show a document as it was left: what is frozen then has nothing of an account in it, and gets it back once the
 * server, where it can be reached, has said that the account is still signed in; where it is not, its key is gone by then.
 */
function guardBack(): void {
  let putBack: (() => void) | undefined
  addEventListener('pagehide', ({ persisted }) => {
    if (persisted && accountOfPage) putBack = takeOut()
  })
  addEventListener('pageshow', async ({ persisted }) => {
    if (!persisted) return
    if (isOwnPage() && accountOfPage) await askWhoIsHere().catch(() => {})
    if (!isOwnPage()) return location.reload()
    putBack?.()
    putBack = undefined
    void queryClient.invalidateQueries()
  })
}

const askWhoIsHere = () =>
  queryClient.fetchQuery({ ...sessionQuery, networkMode: 'always', retry: false, staleTime: 0 })

/** Takes everything out of the document, dialogs and lists that lie over the page included; returns how to put it back. */
function takeOut(): () => void {
  const { activeElement, title } = document
  const dialogs = document.querySelectorAll<HTMLDialogElement>('dialog[open]')
  const page = document.createDocumentFragment()
  page.append(...document.body.childNodes)
  return () => {
    document.body.append(page)
    document.title = title
    for (const dialog of dialogs) {
      // Out of the document it has lost its place above the page.
      dialog.removeAttribute('open')
      dialog.showModal()
    }
    if (activeElement instanceof HTMLElement) activeElement.focus()
  }
}

function askToSignIn(putBack: () => void): void {
  queryClient.removeQueries({ type: 'inactive' })
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  root.render(
    <QueryClientProvider client={queryClient}>
      <SignInAgain
        onBack={() => {
          root.unmount()
          place.remove()
          putBack()
          signedInAgain()
          void queryClient.invalidateQueries()
        }}
      />
    </QueryClientProvider>,
  )
}
