import type { ProgressStatus } from '@moc57/shared'
import { createContext, useContext } from 'react'

/** Opens the guide to the statuses, at one of them or at its beginning. */
export type OpenStatusGuide = (status?: ProgressStatus) => void

/** Given by the frame of all pages; `null` outside of it, where marks are words alone. */
export const StatusGuideContext = createContext<OpenStatusGuide | null>(null)

/** How a mark opens the guide; `null` where there is none. */
export function useStatusGuide(): OpenStatusGuide | null {
  return useContext(StatusGuideContext)
}
