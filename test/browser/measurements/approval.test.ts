import { describe, expect } from 'vitest'
import { period } from '../../support/entry-desk.ts'
import { inBrowser, phone, visitSite } from '../../support/site.ts'

const { pageOf, open } = visitSite()

describe('the vice-chair on a phone', () => {
  inBrowser('returns one figure and approves the rest, each in two taps', async () => {
    const officer = (await pageOf('vhxh')).request
    for (const number of [1, 2, 8]) {
      const url = `/api/units/11443/indicators/${number}/measurements/${period}`
      await officer.put(url, { data: { value: 48, source: 'Báo cáo', reason: 'Số mới' } })
    }
    await officer.post(`/api/units/11443/submissions/${period}/submit`, { data: {} })

    const page = await open('/don-vi/11443/duyet', { as: 'lanhdao', viewport: phone })
    const heading = page.getByRole('heading', { name: /Chờ tôi duyệt/ })
    expect(await heading.innerText()).toBe('Chờ tôi duyệt (3)')
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBeLessThanOrEqual(phone.width)

    await page.getByRole('button', { name: 'Trả lại chỉ tiêu 2' }).click()
    await page.getByRole('button', { name: 'Thiếu nguồn số liệu' }).click()
    await page.getByText('Đã trả lại chỉ tiêu 2.').waitFor()
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true)

    await page.getByRole('button', { name: 'Duyệt tất cả (2)' }).click()
    await page.getByRole('button', { name: 'Duyệt 2 chỉ tiêu' }).click()
    await page.getByText('Đã duyệt 2 chỉ tiêu.').waitFor()
    expect(await heading.innerText()).toBe('Chờ tôi duyệt (0)')
  })
})

inBrowser(
  'the audit and the history of a cell open for those who may see them, not for the public',
  async () => {
    const city = await open('/quan-tri/nhat-ky?loai=submission', { as: 'thanhpho', viewport: phone })
    await city.locator('main tbody tr').first().waitFor()

    const indicator = `/don-vi/11443/chi-tieu/1?ky=${period}`
    const leader = await open(indicator, { as: 'lanhdao', viewport: phone })
    await leader.getByRole('button', { name: 'Lịch sử đầy đủ' }).click()
    await leader.getByRole('dialog').getByText('Lần ghi 1:').waitFor()

    const stranger = await open(indicator)
    expect(await stranger.getByRole('button', { name: 'Lịch sử đầy đủ' }).count()).toBe(0)
    await stranger.goto('/quan-tri/nhat-ky')
    await stranger.waitForURL('**/dang-nhap**')
  },
)
