import { describe, expect } from 'vitest'
import { expectAccessible } from '../../support/axe.ts'
import { startServer } from '../../support/running-server.ts'
import { setUpSecondFactor } from '../../support/second-factor.ts'
import { desktop, inBrowser, phone, visitSite } from '../../support/site.ts'

const admin = { username: 'admin', password: 'mật khẩu quản trị' }
const site = visitSite(() =>
  startServer({ DATA_SET: 'sample', ADMIN_PASSWORD: admin.password, REQUIRE_SECOND_FACTOR: 'yes' }),
)

describe.each([
  ['a PC of 1366x768, the administrator', desktop, admin, '/quan-tri/he-thong', 'Tình trạng hệ thống'],
  ['a phone of 390x844, the city', phone, 'thanhpho', '/quan-tri/nhat-ky', 'Nhật ký'],
] as const)('on %s', (_, viewport, person, path, title) => {
  inBrowser('has to set up a second factor before anything, and then comes where it wanted', async () => {
    const page = await site.open(path, { as: person, viewport })
    await page.getByText('phải bật xác thực hai bước trước khi làm việc').waitFor()
    await expectAccessible(page)
    // Neither a page nor a call gets past it.
    expect((await page.request.get('/api/audit')).status()).toBe(403)
    expect(await page.getByRole('heading', { name: title, level: 1 }).count()).toBe(0)
    await setUpSecondFactor(page)
    // Who has no name yet is asked for it on the way.
    const later = page.getByRole('button', { name: 'Để sau' })
    const wanted = page.getByRole('heading', { name: title, level: 1 })
    await later.or(wanted).first().waitFor()
    if (await later.isVisible()) await later.click()
    await wanted.waitFor()
    expect((await page.request.get('/api/audit')).status()).toBe(200)
  })
})
