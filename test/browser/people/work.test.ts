import { describe, expect } from 'vitest'
import { expectAccessible } from '../../support/axe.ts'
import { startServer } from '../../support/running-server.ts'
import { desktop, inBrowser, phone, visitSite } from '../../support/site.ts'

const admin = { username: 'admin', password: 'mật khẩu quản trị' }
const { open } = visitSite(() => startServer({ DATA_SET: 'sample', ADMIN_PASSWORD: admin.password }))

describe.each([
  ['a PC of 1366x768', desktop],
  ['a phone of 390x844', phone],
])('on %s one’s own work', (_, viewport) => {
  for (const as of ['vhxh', 'congan', 'lanhdao', 'thanhpho', admin]) {
    inBrowser(
      `of ${typeof as === 'string' ? as : as.username} has no axe violation and one main button`,
      async () => {
        const page = await open('/viec-cua-toi', { as, viewport })
        await page.locator('main header p').first().waitFor()
        await expectAccessible(page)
        expect(await page.locator('main header a').count()).toBe(1)
      },
    )
  }
})

describe('one’s own work', () => {
  inBrowser('of the officer tells how far the quarter is, and leads to the next step', async () => {
    const page = await open('/viec-cua-toi', { as: 'vhxh' })
    const period = await page.getByLabel('Xem tại quý').inputValue()
    const { submission, items } = await (
      await page.request.get(`/api/units/11443/approvals/${period}`)
    ).json()
    const entered = items.length - submission.counts.missing
    await page.getByText(`${entered}/${items.length} chỉ tiêu đã nhập`).waitFor()
    await page
      .locator('main header')
      .getByRole('link', { name: /^Trả lời \d yêu cầu giải trình/ })
      .click()
    await page.waitForURL(/\/don-vi\/11443\/giai-trinh/)
  })

  inBrowser('names each body that owes, with a reminder to copy', async () => {
    const page = await open('/viec-cua-toi', { as: 'vhxh' })
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Chép lời nhắc Công an phường' }).click()
    await page.getByText('Đã chép.').waitFor()
    const text = await page.evaluate(() => navigator.clipboard.readText())
    expect(text).toContain('Kính gửi Công an phường')
    expect(text).toContain('- Chỉ tiêu 28:')
    expect(text).toContain('/don-vi/11443/nhap-so-lieu?ky=')
  })

  inBrowser('of a body officer lists the own rows alone, the other bodies folded away', async () => {
    const page = await open('/viec-cua-toi', { as: 'congan' })
    await page.getByText('0/2 chỉ tiêu đã nhập').waitFor()
    expect(await page.getByText('Phòng Văn hóa - Xã hội phường').isVisible()).toBe(false)
    await page.getByText('Các cơ quan khác').click()
    await page.getByText('Phòng Văn hóa - Xã hội phường').waitFor()
  })

  inBrowser('of the city counts the units that have sent everything', async () => {
    const page = await open('/viec-cua-toi?ky=2026-Q3', { as: 'thanhpho' })
    const { items } = await (await page.request.get('/api/reporting?period=2026-Q3')).json()
    const complete = items.filter(({ standing }: { standing: string }) => /onTime|late/.test(standing)).length
    await page.getByText(`${complete} trong 114 đơn vị đã gửi đủ số liệu`).waitFor()
  })

  inBrowser('is what signing in leads to, and what the older address leads to', async () => {
    const page = await open('/viec-can-lam', { as: 'lanhdao' })
    expect(new URL(page.url()).pathname).toBe('/viec-cua-toi')
    const visitor = await open('/don-vi/11443')
    await visitor.getByRole('link', { name: 'Đăng nhập' }).click()
    await visitor.getByLabel('Tên đăng nhập').fill(admin.username)
    await visitor.getByLabel('Mật khẩu').fill(admin.password)
    await visitor.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await visitor.getByRole('button', { name: 'Để sau' }).click()
    await visitor.waitForURL('**/quan-tri/he-thong')
  })
})
