import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { launchChromium, noChromium } from '../support/chromium.ts'
import { type RunningProgram, startServer } from '../support/running-server.ts'
import { inBrowser } from '../support/site.ts'

let server: RunningProgram
let browser: Browser
beforeAll(async () => {
  if (noChromium) return
  server = await startServer()
  browser = await launchChromium()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

inBrowser('an error of a page is in the log with the route, and with nothing that stood on it', async () => {
  const page = await browser.newPage({ baseURL: server.address })
  await page.route('**/assets/public-page-*.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: 'export const PublicPage = () => { throw new RangeError("bí mật 48,6") }',
    }),
  )
  await page.goto('/cong-khai/11443?ky=2026-Q3')
  const caught = await server.logged(({ kind }) => kind === 'boundary')
  expect(caught).toMatchObject({
    msg: 'browser error',
    route: '/cong-khai/$unitCode',
    type: 'RangeError',
    message: null,
  })
  expect((caught.places as string[])[0]).toMatch(/^assets\/public-page-.*\.js:\d+:\d+$/)

  await page.evaluate(() => {
    setTimeout(() => {
      const nothing = undefined as unknown as { value: number }
      nothing.value
    })
    void Promise.reject(new Error('bí mật 48,6'))
  })
  expect(await server.logged(({ kind }) => kind === 'error')).toMatchObject({
    type: 'TypeError',
    message: "Cannot read properties of undefined (reading 'value')",
  })
  await server.logged(({ kind }) => kind === 'rejection')

  await page.evaluate(() => {
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
      const kind = class extends Error {
        override name = `${name}Error`
      }
      setTimeout(() => {
        throw new kind(name)
      })
    }
  })
  await server.logged(({ type }) => type === 'bError')
  await page.goto('/du-lieu-mo')
  await page.locator('main h1').first().waitFor()
  expect(server.log.filter(({ msg }) => msg === 'browser error')).toHaveLength(5)
  expect(JSON.stringify(server.log)).not.toMatch(/bí mật|48,6|2026-Q3/)
  await page.close()
})
