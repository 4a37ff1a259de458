import { useMutation } from '@tanstack/react-query'
import { call } from '../../lib/api-client.ts'
import { tellOtherWindows } from '../../lib/other-windows.ts'
import { removeStoredPages } from '../../lib/stored-work.ts'

/**
 * Signs out, and goes on as the public in a new document, which has nothing of this one in memory. Work that the server
 * does not have yet stays in the browser, where its account alone can open it.
 */
export function useSignOut() {
  return useMutation({
    mutationFn: () => call('DELETE /api/session', {}),
    onSuccess: () => {
      removeStoredPages()
      tellOtherWindows()
      location.replace('/')
    },
  })
}
