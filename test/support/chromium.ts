import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path) => path && existsSync(path),
)

/** Why there is no browser on this machine, `undefined` where there is one. */
export const noChromium = executablePath
  ? undefined
  : 'Chromium is not installed on this machine; set CHROMIUM_PATH or install the package chromium'

/**
 * A headless Chromium with a fresh profile, which asks nothing of the outside.
 *
 * @param keepsPages whether Back brings back a document as it was left, as it does for people; Playwright turns that
 * off, and its `goBack` does not know it
 */
export function launchChromium({ keepsPages = false } = {}): Promise<Browser> {
  return chromium.launch({
    ...(executablePath && { executablePath }),
    ...(keepsPages && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
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
