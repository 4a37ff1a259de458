import './styles/tokens.css'
import './styles/global.css'
import './styles/utilities.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, router } from './app.tsx'
import { watchErrors } from './lib/report-errors.ts'
import { guardSession } from './people/session/session-guard.tsx'

guardSession()

const root = document.getElementById('root')
if (root) {
  const report = watchErrors(() => router.state.matches.at(-1)?.fullPath ?? '')
  const onCaughtError = (error: unknown) => {
    console.error(error)
    report('boundary', error)
  }
  createRoot(root, { onCaughtError }).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
