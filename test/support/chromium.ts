import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path && existsSync(path),
)

/** Why there is no browser on this machine, `undefined` where there is one. */
export const noChromium = executablePath
  ? undefined
  : 'Chromium is not installed on this machine; set CHROMIUM_PATH or install the package chromium'

/** A headless Chromium with a fresh profile, which asks nothing of the outside. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
