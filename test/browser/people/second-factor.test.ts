import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { expectAccessible } from '../../support/axe.ts'
import { startServer } from '../../support/running-server.ts'
import { setUpSecondFactor } from '../../support/second-factor.ts'
import { desktop, inBrowser, phone, visitSite } from '../../support/site.ts'

const admin = { username: 'admin', password: 'mật khẩu quản trị' }
const site = visitSite(() => startServer({ DATA_SET: 'sample', ADMIN_PASSWORD: admin.password }))

/** The same on the account page, which then tells how many codes are left. */
async function setUp(page: Page) {
  const made = await setUpSecondFactor(page)
  await page.getByText('Còn 10 mã dự phòng').waitFor()
  return made
}

describe.each([
  ['a PC of 1366x768', desktop, 'vhxh'],
  ['a phone of 390x844', phone, 'congan'],
])('on %s', (_, viewport, username) => {
  inBrowser('an account is set up by a code, and signs in by two steps from then on', async () => {
    const page = await site.open('/tai-khoan', { as: username, viewport })
    await page.getByText('Không có phiên nào khác.').waitFor()
    await expectAccessible(page)
    const { codes } = await setUp(page)
    expect(codes).toHaveLength(10)
    await page.context().clearCookies()
    await page.goto('/dang-nhap?ve=/tai-khoan')
    const password =
      new RegExp(`^  ${username}\\s+(\\S+)`, 'm').exec(site.server.printed.join('\n'))?.[1] ?? ''
    await page.getByLabel('Tên đăng nhập').fill(username)
    await page.getByLabel('Mật khẩu').fill(password)
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    const field = page.getByLabel('Mã xác thực')
    await field.waitFor()
    expect([await field.getAttribute('inputmode'), await field.getAttribute('autocomplete')]).toEqual([
      'numeric',
      'one-time-code',
    ])
    await expectAccessible(page)
    await field.fill('12345678901234567890')
    await page.keyboard.press('Enter')
    await page.getByText('Mã không đúng, hoặc đã dùng.').waitFor()
    await field.fill(codes[0] ?? '')
    await page.keyboard.press('Enter')
    await page.getByText('Còn 9 mã dự phòng').waitFor()
  })
})

inBrowser('an administrator is asked for a second factor on every page until there is one', async () => {
  await site.pageOf(admin)
  const page = await site.open('/quan-tri/tai-khoan', { as: admin })
  await page.getByRole('link', { name: 'Bật xác thực hai bước' }).click()
  await setUp(page)
  // The sessions of before are over, and no longer listed.
  await page.getByText('Không có phiên nào khác.').waitFor()
  await page.goto('/quan-tri/tai-khoan')
  await page.getByRole('row', { name: /^admin/ }).waitFor()
  expect(await page.getByText('mới chỉ được bảo vệ bằng mật khẩu').count()).toBe(0)
})

inBrowser('a new password that is soon guessed is told so while it is typed', async () => {
  const page = await site.open('/doi-mat-khau', { as: 'lanhdao' })
  const field = page.getByLabel('Mật khẩu mới', { exact: true })
  await field.fill('haiphong2026')
  await page.getByText('Còn dễ đoán').waitFor()
  await field.fill('sóng vỗ thuyền nan gánh muối chiều')
  await page.getByText('Khó đoán.').waitFor()
})
