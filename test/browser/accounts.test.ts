import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { launchChromium, noChromium } from '../support/chromium.ts'
import { type RunningProgram, startServer } from '../support/running-server.ts'

const adminPassword = 'mật khẩu quản trị'

let browser: Browser
let server: RunningProgram
beforeAll(async () => {
  if (noChromium) return
  browser = await launchChromium()
  server = await startServer({ DATA_SET: 'sample', ADMIN_PASSWORD: adminPassword })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const inBrowser = (name: string, run: () => Promise<void>) =>
  test(name, async ({ skip }) => {
    if (noChromium) skip(noChromium)
    await run()
  })

/** The accounts as the administrator sees them. */
async function accountsPage(viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'vi-VN' })
  await context.request.post(`${server.address}/api/session`, {
    data: { username: 'admin', password: adminPassword },
    headers: { origin: server.address },
  })
  const page = await context.newPage()
  await page.goto(`${server.address}/quan-tri/tai-khoan`, { waitUntil: 'networkidle' })
  await page.getByRole('heading', { name: 'Tài khoản' }).waitFor()
  return page
}

describe.each([
  ['a PC of 1366x768', { width: 1366, height: 768 }, 'vhxh'],
  ['a phone of 390x844', { width: 390, height: 844 }, 'congan'],
])('on %s', (_, viewport, username) => {
  inBrowser('an account gets another role and person by the keyboard alone', async () => {
    const page = await accountsPage(viewport)
    await page.getByRole('button', { name: `Đổi quyền ${username}` }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: `Đổi quyền ${username}` })
    await dialog.waitFor()
    await expectAccessible(page)
    await page.keyboard.type('Lãnh')
    const leaders = dialog.getByLabel('Lãnh đạo')
    await leaders.waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await leaders.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.type('Nguyễn Tùng Lâm')
    await expectAccessible(page)
    for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key)
    await dialog.waitFor({ state: 'detached' })
    const line = page.getByRole('row', { name: username })
    await line.getByText('phường Kiến An, Nguyễn Tùng Lâm').waitFor()
    await page.goto(`${server.address}/quan-tri/nhat-ky?loai=account`, { waitUntil: 'networkidle' })
    await page
      .getByText(new RegExp(`Tài khoản ${username}: Nhập số liệu.* → Lãnh đạo đơn vị, phường Kiến An`))
      .waitFor()
    await page.context().close()
  })
})

inBrowser('Esc in the unit field closes its list, then the dialog', async () => {
  const page = await accountsPage({ width: 1366, height: 768 })
  await page.getByRole('button', { name: 'Đổi quyền lanhdao' }).click()
  const dialog = page.getByRole('dialog')
  const unit = dialog.getByRole('combobox', { name: /^Đơn vị/ })
  await unit.click()
  await page.keyboard.type('kien thuy')
  await dialog.getByRole('option', { name: 'xã Kiến Thụy' }).waitFor()
  await page.keyboard.press('Escape')
  await dialog.getByRole('option').first().waitFor({ state: 'hidden' })
  expect(await dialog.count()).toBe(1)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.context().close()
})

inBrowser('the last administrator who gives the role away is told why not, at the field', async () => {
  const page = await accountsPage({ width: 1366, height: 768 })
  await page.getByRole('button', { name: 'Đổi quyền admin' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Vai trò').selectOption('city')
  await dialog.getByRole('button', { name: 'Đổi quyền' }).click()
  await dialog.getByText('Đây là tài khoản quản trị duy nhất còn dùng được.').waitFor()
  await expectAccessible(page)
  await page.context().close()
})
