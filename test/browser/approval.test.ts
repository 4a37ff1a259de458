import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, noChromium } from '../support/chromium.ts'
import { pageOf, phone } from '../support/demo-people.ts'
import { period } from '../support/entry-desk.ts'
import { type RunningProgram, startServer } from '../support/running-server.ts'

let browser: Browser
let server: RunningProgram

beforeAll(async () => {
  if (noChromium) return
  browser = await launchChromium()
  server = await startServer({ DATA_SET: 'sample' })
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

const personOf = (username: string) => pageOf(browser, server, username, phone)

describe('the vice-chair on a phone', () => {
  inBrowser('returns one figure and approves the rest, each in two taps', async () => {
    const officer = (await personOf('vhxh')).context().request
    const headers = { origin: server.address }
    for (const number of [1, 2, 8]) {
      await officer.put(`${server.address}/api/units/11443/indicators/${number}/measurements/${period}`, {
        data: { value: 48, source: 'Báo cáo', reason: 'Số mới' },
        headers,
      })
    }
    await officer.post(`${server.address}/api/units/11443/submissions/${period}/submit`, {
      data: {},
      headers,
    })

    const page = await personOf('lanhdao')
    await page.goto(`${server.address}/don-vi/11443/duyet`, { waitUntil: 'networkidle' })
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
    const city = await personOf('thanhpho')
    await city.goto(`${server.address}/quan-tri/nhat-ky?loai=submission`, { waitUntil: 'networkidle' })
    await city.locator('main tbody tr').first().waitFor()

    const leader = await personOf('lanhdao')
    const indicator = `${server.address}/don-vi/11443/chi-tieu/1?ky=${period}`
    await leader.goto(indicator, { waitUntil: 'networkidle' })
    await leader.getByRole('button', { name: 'Lịch sử đầy đủ' }).click()
    await leader.getByRole('dialog').getByText('Lần ghi 1:').waitFor()

    const stranger = await (await browser.newContext()).newPage()
    await stranger.goto(indicator, { waitUntil: 'networkidle' })
    expect(await stranger.getByRole('button', { name: 'Lịch sử đầy đủ' }).count()).toBe(0)
    await stranger.goto(`${server.address}/quan-tri/nhat-ky`, { waitUntil: 'networkidle' })
    expect(new URL(stranger.url()).pathname).toBe('/dang-nhap')
  },
)
