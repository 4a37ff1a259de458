import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { startServer } from '../support/running-server.ts'
import { desktop, inBrowser, phone, visitSite } from '../support/site.ts'

const admin = { username: 'admin', password: 'mật khẩu quản trị' }
const { open } = visitSite(() => startServer({ DATA_SET: 'sample', ADMIN_PASSWORD: admin.password }))

const bar = (page: Page) => page.getByRole('navigation', { name: 'Các trang' })

/** The names of the places that stand open, without how much waits there. */
const namesIn = async (page: Page) =>
  (await bar(page).locator('a:visible').allInnerTexts()).map((text) => text.split('\n')[0])

const roles = [
  [
    'the public',
    undefined,
    ['Chỉ tiêu', 'Nhiệm vụ', 'Kế hoạch', 'Đánh giá năm', 'So với đơn vị khác'],
    'Dữ liệu mở',
  ],
  [
    'an officer',
    'vhxh',
    ['Việc của tôi', 'Chỉ tiêu', 'Nhập số liệu', 'Giải trình', 'Nhiệm vụ'],
    'Giải trình',
  ],
  [
    'a body officer',
    'congan',
    ['Việc của tôi', 'Chỉ tiêu', 'Nhập số liệu', 'Giải trình', 'Nhiệm vụ'],
    'Giải trình',
  ],
  [
    'a leader',
    'lanhdao',
    ['Việc của tôi', 'Chỉ tiêu của tôi', 'Duyệt', 'Giải trình', 'Báo cáo'],
    'Giải trình',
  ],
  ['the city', 'thanhpho', ['Việc của tôi', 'Tình hình nộp', 'So sánh', 'Biến động', 'Bản đồ'], 'Giải trình'],
  [
    'the administrator',
    admin,
    ['Tình trạng hệ thống', 'Tài khoản', 'Kỳ báo cáo', 'Nhật ký', 'Bản đồ đơn vị'],
    'Nhật ký',
  ],
] as const

describe.each(roles)('for %s', (_, as, first, lastOnPhone) => {
  const start = (viewport: typeof desktop) => open('/', { ...(as && { as }), viewport })

  inBrowser(
    'a PC has the places of the role at the side, in their order, the present one marked',
    async () => {
      const page = await start(desktop)
      await bar(page).getByRole('link', { name: first[0] }).first().waitFor()
      await bar(page).getByRole('link', { name: first[1], exact: true }).waitFor()
      expect((await namesIn(page)).slice(0, 5)).toEqual(first)
      const current = bar(page).locator('[aria-current=page]')
      expect(await current.count()).toBe(1)
      expect(await current.innerText()).toContain(first[0])
      await expectAccessible(page)
    },
  )

  inBrowser('a phone has at most five at its foot, and the rest one press away', async () => {
    const page = await start(phone)
    const shown = bar(page).locator('li > :is(a, button):visible')
    await bar(page).getByRole('link', { name: lastOnPhone }).waitFor()
    expect(await shown.count()).toBe(5)
    expect(await shown.nth(3).innerText()).toContain(lastOnPhone)
    await expectAccessible(page)
    await bar(page).getByRole('button', { name: 'Khác' }).click()
    const other = bar(page).locator('[popover] a')
    await other.first().waitFor()
    await expectAccessible(page)
    const name = await other.first().innerText()
    await other.first().click()
    await page.locator('[popover]:popover-open').waitFor({ state: 'detached' })
    await page.locator('main h1').first().waitFor()
    expect(await bar(page).locator('[popover] [aria-current]').textContent()).toBe(name)
  })
})

describe('the side bar', () => {
  inBrowser('folds, keeps its names for those who do not see it, and remembers it', async () => {
    const page = await open('/don-vi/11443', { as: 'vhxh' })
    const widthOf = async () => (await bar(page).boundingBox())?.width ?? 0
    const wide = await widthOf()
    await bar(page).getByRole('button', { name: 'Thu gọn' }).click()
    expect(await widthOf()).toBeLessThan(wide / 3)
    await page.reload({ waitUntil: 'networkidle' })
    await bar(page).getByRole('button', { name: 'Mở rộng' }).waitFor()
    expect(await widthOf()).toBeLessThan(wide / 3)
    expect(await bar(page).getByRole('link', { name: 'Nhập số liệu' }).count()).toBe(1)
    await expectAccessible(page)
  })

  inBrowser('stands behind the content for Tab, and one press from the top leads to it', async () => {
    const page = await open('/don-vi/11443', { as: 'vhxh' })
    const focused = () => page.evaluate(() => document.activeElement?.closest('main') !== null)
    let stops = 0
    while (!(await focused()) && stops < 20) {
      await page.keyboard.press('Tab')
      stops += 1
    }
    expect(stops).toBeLessThanOrEqual(7)
    await page.getByRole('link', { name: 'Đến danh sách trang' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Việc của tôi')
  })

  inBrowser('tells how much waits at the place it waits at', async () => {
    const page = await open('/viec-cua-toi', { as: 'vhxh' })
    const { items } = await (await page.request.get('/api/reminders')).json()
    const owed = items.find(({ kind }: { kind: string }) => kind === 'explanationOwed').numbers.length
    expect(owed).toBeGreaterThan(0)
    await bar(page)
      .getByRole('link', { name: `Giải trình ${owed} việc đang chờ` })
      .waitFor()
  })

  inBrowser('offers another unit that is looked at apart from one’s own', async () => {
    const page = await open('/don-vi/11680', { as: 'vhxh' })
    await bar(page).getByText('Xã Kiến Thụy').waitFor()
    await bar(page).locator('a[href^="/don-vi/11680/nhiem-vu"]').click()
    await page.waitForURL(/11680\/nhiem-vu/)
    expect(await bar(page).locator('[aria-current=page]').getAttribute('href')).toContain('11680')
  })

  inBrowser('is not printed', async () => {
    for (const viewport of [desktop, phone]) {
      const page = await open('/don-vi/11443', { viewport })
      await page.emulateMedia({ media: 'print' })
      expect(await bar(page).isVisible()).toBe(false)
    }
  })
})
