import { expect } from 'vitest'
import { expectAccessible } from '../../support/axe.ts'
import { desktop, inBrowser, phone, visitSite } from '../../support/site.ts'

const { open } = visitSite()

inBrowser(
  'the city changes the days of a quarter with a reason; table and history tell it, on a phone too',
  async () => {
    const page = await open('/quan-tri/ky-bao-cao?nam=2027', { as: 'thanhpho' })
    const row = page.getByRole('row', { name: /^Quý II\/2027/ })
    expect(await row.innerText()).toContain('14/06/2027')
    for (const size of [phone, desktop]) {
      await page.setViewportSize(size)
      await expectAccessible(page)
    }

    await page.getByRole('button', { name: 'Sửa ngày Quý II/2027' }).click()
    const dialog = page.getByRole('dialog', { name: 'Sửa ngày của quý II/2027' })
    await dialog.getByLabel('Hạn gửi').fill('2027-06-10')
    await dialog.getByLabel('Lý do thay đổi').fill('Theo công văn của Sở')
    await dialog.getByRole('button', { name: 'Ghi thay đổi' }).click()
    await dialog.getByText('Hạn gửi không được trước ngày cuối lấy số liệu (14/06/2027).').waitFor()
    for (const size of [phone, desktop]) {
      await page.setViewportSize(size)
      await expectAccessible(page)
    }

    await dialog.getByLabel('Hạn gửi').fill('2027-06-30')
    await dialog.getByRole('button', { name: 'Ghi thay đổi' }).click()
    await page.getByText('Quý II/2027: hạn gửi 16/06/2027 → 30/06/2027').waitFor()
    await page.getByText('Lý do: Theo công văn của Sở').waitFor()
    expect(await row.innerText()).toContain('30/06/2027')
    expect(await row.innerText()).toContain('đã sửa ngày')
  },
)

inBrowser('an officer of a unit is told that the days are not theirs to change', async () => {
  const page = await open('/quan-tri/ky-bao-cao', { as: 'vhxh' })
  await page.getByText('không được xem trang này').waitFor()
  expect(await page.getByRole('button', { name: /^Sửa ngày/ }).count()).toBe(0)
})
