import { afterAll, describe, expect } from 'vitest'
import { expectAccessible } from '../../support/axe.ts'
import {
  client,
  type IdentityProvider,
  listen,
  startIdentityProvider,
  stopListening,
} from '../../support/identity-provider.ts'
import { startServer } from '../../support/running-server.ts'
import { desktop, inBrowser, phone, visitSite } from '../../support/site.ts'

let identity: IdentityProvider
const site = visitSite(async () => {
  const { server: reserved, address } = await listen()
  await stopListening(reserved)
  const port = new URL(address).port
  const publicUrl = `http://127.0.0.1:${port}`
  identity = await startIdentityProvider(`${publicUrl}/api/session/oidc/callback`)
  return startServer({
    PORT: port,
    DATA_SET: 'sample',
    PUBLIC_URL: publicUrl,
    OIDC_ISSUER: identity.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_NAME: 'hệ thống thử',
  })
})
afterAll(() => identity?.stop())

/** The sign-in page, the button, the provider's own page, and back. */
async function signIn(name: string, { viewport = desktop, onSharedDevice = false } = {}) {
  const page = await site.open('/don-vi/11443/nhap-so-lieu', { viewport })
  if (onSharedDevice) await page.getByRole('checkbox', { name: 'Máy dùng chung' }).check()
  await page.getByRole('link', { name: 'Đăng nhập bằng hệ thống thử' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Đăng nhập bằng hệ thống thử' }).click()
  await page.waitForURL(`${identity.issuer}/**`)
  await page.locator('[name=login]').fill(name)
  await page.locator('[name=password]').fill('x')
  await page.getByRole('button').click()
  return page
}

inBrowser('the button signs in across two sites and goes on to the page one wanted', async () => {
  const page = await signIn('vhxh')
  await page.waitForURL('/don-vi/11443/nhap-so-lieu')
  await page.getByRole('button', { name: 'Tài khoản Nguyễn Thị Hạnh (minh họa)' }).waitFor()
  expect(await page.evaluate(() => document.cookie)).not.toContain('moc57_session')
})

inBrowser('somebody without an account is told so on the sign-in page, on a phone too', async () => {
  const page = await signIn('nguoi.la', { viewport: phone })
  await page.waitForURL('**/dang-nhap?**')
  const told = await page.getByRole('alert').filter({ hasText: 'Chưa có tài khoản' }).innerText()
  expect(told).toContain('nguoi.la')
  // A dot at the end of an address is a file's only in its path.
  await page.goto('/dang-nhap?loi=unknownAccount&ten=nguoi.la')
  await page.getByRole('alert').filter({ hasText: 'nguoi.la' }).waitFor()
  await page.getByRole('link', { name: 'Đăng nhập bằng hệ thống thử' }).waitFor()
  await expectAccessible(page)
})

describe.each([
  ['a PC of 1366x768', desktop],
  ['a phone of 390x844', phone],
])('on %s', (_, viewport) => {
  inBrowser(
    'a session by the provider at a shared PC goes with the browser, and is told as such',
    async () => {
      const page = await signIn('vhxh', { viewport, onSharedDevice: true })
      await page.waitForURL('/don-vi/11443/nhap-so-lieu')
      const cookies = await page.context().cookies()
      const lasting = cookies.filter(
        ({ name, expires }) => /^moc57_(session|key)$/.test(name) && expires !== -1,
      )
      expect(lasting.map(({ name }) => name)).toEqual([])
      await page.goto('/tai-khoan')
      await page
        .getByText(/qua nhà cung cấp, máy dùng chung/)
        .first()
        .waitFor()
      await expectAccessible(page)
    },
  )
})
