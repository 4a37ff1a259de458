import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations } from '../support/axe.ts'
import { launchChromium, noChromium } from '../support/chromium.ts'
import {
  client,
  type IdentityProvider,
  listen,
  startIdentityProvider,
  stopListening,
} from '../support/identity-provider.ts'
import { type RunningProgram, startServer } from '../support/running-server.ts'

let browser: Browser
let server: RunningProgram
let identity: IdentityProvider

beforeAll(async () => {
  if (noChromium) return
  const { server: reserved, address } = await listen()
  await stopListening(reserved)
  const port = new URL(address).port
  const publicUrl = `http://127.0.0.1:${port}`
  identity = await startIdentityProvider(`${publicUrl}/api/session/oidc/callback`)
  server = await startServer({
    PORT: port,
    DATA_SET: 'sample',
    PUBLIC_URL: publicUrl,
    OIDC_ISSUER: identity.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_NAME: 'hệ thống thử',
  })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await identity?.stop()
})

/** The sign-in page, the button, the provider's own page, and back. */
async function signIn(name: string, viewport: { width: number; height: number }) {
  const page = await (await browser.newContext({ viewport, locale: 'vi-VN' })).newPage()
  await page.goto(`${server.address}/don-vi/11443/nhap-so-lieu`)
  await page.getByRole('link', { name: 'Đăng nhập bằng hệ thống thử' }).click()
  await page.waitForURL(`${identity.issuer}/**`)
  await page.locator('[name=login]').fill(name)
  await page.locator('[name=password]').fill('x')
  await page.getByRole('button').click()
  return page
}

test('the button signs in across two sites and goes on to the page one wanted', async ({ skip }) => {
  if (noChromium) skip(noChromium)
  const page = await signIn('vhxh', { width: 1366, height: 768 })
  await page.waitForURL(`${server.address}/don-vi/11443/nhap-so-lieu`)
  await page.getByRole('button', { name: 'Tài khoản vhxh' }).waitFor()
  expect(await page.evaluate(() => document.cookie)).toBe('')
})

test('somebody without an account is told so on the sign-in page, on a phone too', async ({ skip }) => {
  if (noChromium) skip(noChromium)
  const page = await signIn('nguoi.la', { width: 390, height: 844 })
  await page.waitForURL(`${server.address}/dang-nhap?**`)
  const told = await page.getByRole('alert').filter({ hasText: 'Chưa có tài khoản' }).innerText()
  expect(told).toContain('nguoi.la')
  // A dot at the end of an address is a file's only in its path.
  await page.goto(`${server.address}/dang-nhap?loi=unknownAccount&ten=nguoi.la`)
  await page.getByRole('alert').filter({ hasText: 'nguoi.la' }).waitFor()
  await page.getByRole('link', { name: 'Đăng nhập bằng hệ thống thử' }).waitFor()
  expect(await axeViolations(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
