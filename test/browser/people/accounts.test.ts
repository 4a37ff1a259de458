import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { expectAccessible } from '../../support/axe.ts'
import { startServer } from '../../support/running-server.ts'
import { desktop, inBrowser, phone, visitSite } from '../../support/site.ts'

const admin = { username: 'admin', password: 'mật khẩu quản trị' }
const { open } = visitSite(() => startServer({ DATA_SET: 'sample', ADMIN_PASSWORD: admin.password }))

/** The accounts as the administrator sees them. */
const openAccounts = (viewport = desktop) => open('/quan-tri/tai-khoan', { as: admin, viewport })

describe.each([
  ['a PC of 1366x768', desktop, 'vhxh'],
  ['a phone of 390x844', phone, 'congan'],
])('on %s', (_, viewport, username) => {
  inBrowser('an account gets another role and person by the keyboard alone', async () => {
    const page = await openAccounts(viewport)
    await page.getByRole('button', { name: `Đổi quyền ${username}` }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: `Đổi quyền ${username}` })
    await dialog.waitFor()
    await expectAccessible(page)
    await page.keyboard.press('L')
    const leaders = dialog.getByLabel('Lãnh đạo')
    await leaders.waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await leaders.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.press('N')
    await page.waitForFunction((field) => (field as HTMLSelectElement).value, await leaders.elementHandle())
    await expectAccessible(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đổi quyền')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    const line = page.getByRole('row', { name: username })
    await line.getByText('phường Kiến An, Nguyễn Tùng Lâm').waitFor()
    await page.goto('/quan-tri/nhat-ky?loai=account')
    await page
      .getByText(new RegExp(`Tài khoản .*${username}: Nhập số liệu.* → Lãnh đạo đơn vị, phường Kiến An`))
      .waitFor()
  })
})

describe.each([
  ['a PC of 1366x768', desktop, 'vhxh'],
  ['a phone of 390x844', phone, 'congan'],
])("on %s, one's own sessions", (_, viewport, username) => {
  inBrowser('are listed, and those elsewhere are ended by one button', async () => {
    const elsewhere = await open('/don-vi/11443/nhap-so-lieu', { as: username })
    const page = await open('/tai-khoan', { as: username, viewport })
    const sessions = page.getByRole('region', { name: 'Phiên đăng nhập' }).getByRole('listitem')
    await sessions.filter({ hasText: 'Phiên này' }).waitFor()
    expect(await sessions.filter({ hasText: 'Phiên khác' }).count()).toBeGreaterThan(0)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Kết thúc các phiên khác' }).click()
    await page.getByText('Không có phiên nào khác.').waitFor()
    expect(await sessions.count()).toBe(1)
    expect((await elsewhere.request.get('/api/reminders')).status()).toBe(401)
    await elsewhere.reload()
    await elsewhere.getByRole('heading', { name: 'Đăng nhập', exact: true }).waitFor()
    expect((await page.request.get('/api/reminders')).status()).toBe(200)
  })
})

inBrowser('Esc in the unit field closes its list, then the dialog', async () => {
  const page = await openAccounts()
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
})

inBrowser('the last administrator who gives the role away is told why not, at the field', async () => {
  const page = await openAccounts()
  await page.getByRole('button', { name: 'Đổi quyền admin' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Vai trò').selectOption('city')
  await dialog.getByRole('button', { name: 'Đổi quyền' }).click()
  await dialog.getByText('Đây là tài khoản quản trị duy nhất còn dùng được.').waitFor()
  await expectAccessible(page)
})

describe('the first page and the brand lead', () => {
  const pathOf = (page: Page) => new URL(page.url()).pathname

  inBrowser('an account of a unit to its own work', async () => {
    const account = { username: 'vhxh.kienthuy', password: 'mật khẩu lần đầu' }
    const page = await openAccounts()
    await page.request.post('/api/accounts', { data: { ...account, role: 'officer', unitCode: '11680' } })
    const own = await open('/?ky=2026-Q2', { as: 'vhxh' })
    expect(own.url()).toMatch(/\/viec-cua-toi\?ky=2026-Q2$/)
    await own.goto('/don-vi/11680', { waitUntil: 'networkidle' })
    await own.getByRole('link', { name: 'Mốc 57, trang đầu' }).click()
    await own.waitForURL(/\/viec-cua-toi/)
    // Whose password somebody else knows has nothing of its own yet.
    expect(pathOf(await open('/', { as: account }))).toBe('/don-vi/11680')
  })

  inBrowser('the city to its own work, the administrator to the state of the service', async () => {
    expect(pathOf(await open('/', { as: 'thanhpho' }))).toBe('/viec-cua-toi')
    expect(pathOf(await open('/', { as: admin }))).toBe('/quan-tri/he-thong')
  })

  inBrowser('the public to Kiến An', async () => {
    expect(pathOf(await open('/'))).toBe('/don-vi/11443')
  })
})
