import type { ProgressStatus } from '@moc57/shared'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { StatusGuideContext } from '../../lib/status-guide.ts'

const GuidePanel = lazy(() => import('./guide-panel.tsx'))

/** One guide for all marks below it, loaded when it is first opened. */
export function StatusGuide({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState<{ at: ProgressStatus | undefined }>()
  const [open] = useState(() => (at?: ProgressStatus) => setOpened({ at }))
  return (
    <StatusGuideContext value={open}>
      {children}
      {opened && (
        <Suspense>
          <GuidePanel at={opened.at} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </StatusGuideContext>
  )
}
