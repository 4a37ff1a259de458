import { useEffect } from 'react'

/** "Phường Kiến An - Quý III/2026 - Mốc 57" in the title of the window. */
export function useDocumentTitle(...parts: (string | undefined)[]): void {
  const title = [...parts.filter(Boolean), 'Mốc 57'].join(' - ')
  useEffect(() => {
    document.title = title
  }, [title])
}
