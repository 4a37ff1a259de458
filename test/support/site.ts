import type { Browser, Page, ViewportSize } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, type TestContext, test } from 'vitest'
import { launchChromium, noChromium } from './chromium.ts'
import { type RunningProgram, startServer } from './running-server.ts'

/** The screens that the pages are made for. */
export const desktop = { width: 1366, height: 768 }
export const phone = { width: 390, height: 844 }

/** A username is enough for those whose password the first start printed. */
type Person = string | { username: string; password: string }

/** The service and a browser to visit it with; both are there once the tests run. */
export type Site = {
  readonly server: RunningProgram
  /** A blank page of the person, or of the public; its addresses may begin with the path. */
  pageOf: (person?: Person, viewport?: ViewportSize) => Promise<Page>
  /** The page at the path, once nothing is loading. */
  open: (path: string, options?: { as?: Person; viewport?: ViewportSize }) => Promise<Page>
}

/**
 * Starts a service, with the sample data unless told otherwise, and Chromium for all tests of a file. After each test
 * its pages are closed, and none of them may have thrown anything.
 */
export function visitSite(
  start = () => startServer({ DATA_SET: 'sample' }),
  browserSettings: Parameters<typeof launchChromium>[0] = {},
): Site {
  let browser: Browser
  let server: RunningProgram
  const thrown: string[] = []
  beforeAll(async () => {
    if (noChromium) return
    server = await start()
    browser = await launchChromium(browserSettings)
  })
  afterEach(async () => {
    await Promise.all(browser?.contexts().map((context) => context.close()) ?? [])
    expect(thrown.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const site: Site = {
    get server() {
      return server
    },
    pageOf: async (person, viewport = desktop) => {
      const context = await browser.newContext({
        baseURL: server.address,
        viewport,
        locale: 'vi-VN',
        timezoneId: 'Asia/Ho_Chi_Minh',
      })
      context.on('weberror', (error) => thrown.push(error.error().message))
      if (person) {
        const data = typeof person === 'string' ? printedAccount(server, person) : person
        const answer = await context.request.post('/api/session', { data })
        if (!answer.ok()) throw new Error(`${data.username} cannot sign in: ${answer.status()}`)
      }
      return context.newPage()
    },
    open: async (path, { as, viewport } = {}) => {
      const page = await site.pageOf(as, viewport)
      await page.goto(path, { waitUntil: 'networkidle' })
      // A machine that is busy may be quiet on the line before the page is drawn.
      await page.locator('main h1').first().waitFor()
      return page
    },
  }
  return site
}

/** A test that is skipped, with the reason, where there is no browser. */
export const inBrowser = (name: string, run: (context: TestContext) => Promise<void>): void =>
  test(name, async (context) => {
    if (noChromium) context.skip(noChromium)
    await run(context)
  })

function printedAccount({ printed }: RunningProgram, username: string) {
  const line = printed.find((one) => one.trim().startsWith(`${username} `)) ?? ''
  return { username, password: line.trim().split(/\s+/)[1] ?? '' }
}
