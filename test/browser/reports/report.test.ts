import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { expectAccessible } from '../../support/axe.ts'
import { noOffice, pagesOfPdf } from '../../support/office.ts'
import { desktop, inBrowser, phone, visitSite } from '../../support/site.ts'

const { open } = visitSite()

const openReport = (as: string, search: string, viewport = desktop) =>
  open(`/don-vi/11443/bao-cao?${search}`, { as, viewport })

const direction = (page: Page) => page.getByLabel('I. Công tác chỉ đạo, điều hành')
const saveSection = (page: Page) => page.getByRole('button', { name: 'Lưu mục này' }).first()

describe.each([
  ['a PC of 1366x768', desktop],
  ['a phone of 390x844', phone],
])('the report page on %s', (_, viewport) => {
  for (const [who, search] of [
    ['vhxh', 'ky=2026-Q3'],
    ['lanhdao', 'ky=2026-Q3&loai=nam'],
    ['vhxh', 'ky=2026-Q4'],
  ] as const) {
    inBrowser(`for ${who} with ${search} has no axe violation and does not scroll sideways`, async () => {
      const page = await openReport(who, search, viewport)
      await expectAccessible(page)
    })
  }
})

describe('the report page', () => {
  inBrowser(
    'is reached from the unit page by those who make reports, and asks others to sign in',
    async () => {
      const officer = await open('/don-vi/11443?ky=2026-Q3', { as: 'vhxh' })
      await officer.getByRole('link', { name: 'Báo cáo', exact: true }).click()
      await officer.getByRole('heading', { level: 1, name: /Báo cáo quý III năm 2026/ }).waitFor()
      const stranger = await open('/don-vi/11443/bao-cao')
      await stranger.waitForURL('**/dang-nhap**')
    },
  )

  inBrowser('says of a quarter without figures why no report can be made', async () => {
    const page = await openReport('vhxh', 'ky=2026-Q4')
    expect(await page.locator('main').innerText()).toContain('chưa có số liệu nào của quý IV năm 2026')
    expect(await page.getByRole('button', { name: /Lập báo cáo/ }).count()).toBe(0)
  })

  inBrowser('is for a leader to read and make, not to write', async () => {
    const page = await openReport('lanhdao', 'ky=2026-Q3')
    expect(await direction(page).getAttribute('readonly')).not.toBeNull()
    expect(await saveSection(page).count()).toBe(0)
  })

  inBrowser('keeps what is typed when the page is left, and shows it in the preview once saved', async () => {
    const page = await openReport('vhxh', 'ky=2026-Q2')
    await direction(page).fill('Đã ban hành kế hoạch.\nĐã giao nhiệm vụ.')
    await page.reload({ waitUntil: 'networkidle' })
    expect(await direction(page).inputValue()).toBe('Đã ban hành kế hoạch.\nĐã giao nhiệm vụ.')
    await saveSection(page).click()
    await page.getByRole('article').getByText('Đã giao nhiệm vụ.').waitFor()
  })

  inBrowser('loses neither text when two people write one section', async () => {
    const [one, other] = [await openReport('vhxh', 'ky=2026-Q1'), await openReport('vhxh', 'ky=2026-Q1')]
    await direction(one).fill('Bản của người thứ nhất')
    await direction(other).fill('Bản của người thứ hai')
    await saveSection(one).click()
    await one.getByRole('article').getByText('Bản của người thứ nhất').waitFor()
    await saveSection(other).click()
    await other.getByText('vừa lưu một bản khác').waitFor()
    expect(await direction(other).inputValue()).toBe('Bản của người thứ hai')
    await other.getByText('Xem bản vừa lưu').click()
    expect(await other.locator('pre').innerText()).toBe('Bản của người thứ nhất')
    await other.getByRole('button', { name: 'Lưu bản đang gõ' }).click()
    await other.getByRole('article').getByText('Bản của người thứ hai').waitFor()
  })

  inBrowser(
    'names the missing signer, then makes the report in one click and prints it upright and across',
    async ({ skip }) => {
      const page = await openReport('vhxh', 'ky=2026-Q3')
      await page.getByRole('button', { name: 'Lập báo cáo (Word)' }).click()
      await page.getByText('Chưa có họ tên người ký').waitFor()
      await page.getByLabel('Họ tên người ký').fill('Trần Thị Phương')
      await page.getByRole('button', { name: 'Lưu thể thức' }).click()
      await page.getByRole('article').getByText('Trần Thị Phương').waitFor()

      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Lập báo cáo (Word)' }).click()
      expect((await download).suggestedFilename()).toMatch(/^minh-hoa-bao-cao-11443-2026-Q3-\d+\.docx$/)
      await page
        .getByRole('link', { name: /^Xem, in/ })
        .first()
        .click()
      await page.getByRole('link', { name: 'Về bản xem trước' }).waitFor()
      const pdf = await page.pdf({ preferCSSPageSize: true })
      if (noOffice) skip(noOffice)
      const pages = await pagesOfPdf(pdf)
      const upright = pages.filter(({ width, height }) => width < height)
      expect(upright.length).toBeGreaterThan(2)
      expect(pages.length - upright.length).toBeGreaterThan(2)
      for (const { text } of pages) expect(text).toContain('DỮ LIỆU MINH HỌA')
      const [first, second] = upright
      expect(first?.text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
      expect(second?.text.split('\n')[0]?.trim()).toMatch(/^2\s/)
      expect(pages.map(({ text }) => text).join(' ')).not.toContain('Lưu mục này')
    },
  )
})
