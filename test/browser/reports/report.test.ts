import { readFile } from 'node:fs/promises'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { expectAccessible } from '../../support/axe.ts'
import { desktop, inBrowser, phone, visitSite } from '../../support/site.ts'

const { open } = visitSite()

const openReport = (as: string, search: string, viewport = desktop) =>
  open(`/don-vi/11443/bao-cao?${search}`, { as, viewport })

const direction = (page: Page) => page.getByLabel('I. Công tác chỉ đạo, điều hành')
const paper = (page: Page) => page.getByLabel('Nội dung báo cáo')

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
    expect(await page.getByRole('button', { name: 'Lưu thể thức' }).count()).toBe(0)
  })

  inBrowser(
    'saves what is typed by itself, shows it in the file, and keeps it when the page is left',
    async () => {
      const page = await openReport('vhxh', 'ky=2026-Q2')
      await direction(page).fill('Đã ban hành kế hoạch.\nĐã giao nhiệm vụ.')
      await page
        .getByText(/Lưu .*Nguyễn Thị Hạnh/)
        .first()
        .waitFor()
      await direction(page).blur()
      await paper(page).getByText('Đã giao nhiệm vụ.').waitFor()
      await page.reload()
      await paper(page).getByText('Đã giao nhiệm vụ.').waitFor()
      expect(await direction(page).inputValue()).toBe('Đã ban hành kế hoạch.\nĐã giao nhiệm vụ.')
    },
  )

  inBrowser('offers what the report before said there, until something is written', async () => {
    const page = await openReport('vhxh', 'ky=2026-Q3')
    await page
      .getByRole('button', { name: /Lấy nội dung của báo cáo quý II năm 2026/ })
      .first()
      .click()
    expect(await direction(page).inputValue()).toContain('Đã giao nhiệm vụ.')
    await direction(page).fill('')
  })

  inBrowser('loses neither text when two people write one section', async () => {
    const [one, other] = [await openReport('vhxh', 'ky=2026-Q1'), await openReport('vhxh', 'ky=2026-Q1')]
    await direction(other).waitFor()
    await direction(one).fill('Bản của người thứ nhất')
    await one
      .getByText(/Lưu .*Nguyễn Thị Hạnh/)
      .first()
      .waitFor()
    await direction(other).fill('Bản của người thứ hai')
    await other.getByText('vừa lưu một bản khác').waitFor()
    expect(await direction(other).inputValue()).toBe('Bản của người thứ hai')
    await other.getByText('Xem bản vừa lưu').click()
    expect(await other.locator('pre').innerText()).toBe('Bản của người thứ nhất')
    await other.getByRole('button', { name: 'Lưu bản đang gõ' }).click()
    await paper(other).getByText('Bản của người thứ hai').waitFor()
  })

  inBrowser(
    'names the missing signer, then makes the report with all that is typed in one click',
    async () => {
      const page = await openReport('vhxh', 'ky=2026-Q3')
      await page.getByRole('button', { name: 'Lập báo cáo (Word)' }).click()
      await page.getByText('Chưa có họ tên người ký').waitFor()
      await page.getByLabel('Họ tên người ký').fill('Trần Thị Phương')
      await page.getByRole('button', { name: 'Lưu thể thức' }).click()
      await paper(page).getByText('Trần Thị Phương').waitFor()

      const download = page.waitForEvent('download')
      // Straight from the last key, before any pause in which it would have saved itself.
      await direction(page).fill('Gõ ngay trước khi lập.')
      await page.getByRole('button', { name: 'Lập báo cáo (Word)' }).click()
      const file = await download
      expect(file.suggestedFilename()).toBe('MINH HỌA BC quý III-2026 phường Kiến An.docx')
      const document = unzipSync(await readFile(await file.path()))['word/document.xml'] as Uint8Array
      expect(strFromU8(document)).toContain('Gõ ngay trước khi lập.')
      await page.getByRole('link', { name: /^Xem/ }).first().click()
      await page.getByRole('link', { name: 'Về bản xem trước' }).waitFor()
      await paper(page).getByText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM').waitFor()
      expect(await paper(page).innerText()).toContain('Gõ ngay trước khi lập.')
    },
  )

  inBrowser('gives another addressee settings of its own', async () => {
    const page = await openReport('vhxh', 'ky=2026-Q3&noi=2')
    await page.getByText('Thể thức báo cáo').click()
    expect(await page.getByLabel('Kính gửi').inputValue()).toBe('')
    await page.getByLabel('Kính gửi').fill('Đảng ủy phường Kiến An')
    await page.getByRole('button', { name: 'Lưu thể thức' }).click()
    await paper(page).getByText('Kính gửi: Đảng ủy phường Kiến An.').waitFor()
    await page.getByLabel('Nơi gửi').selectOption('1')
    await paper(page).getByText('Kính gửi: Sở Khoa học và Công nghệ thành phố Hải Phòng.').waitFor()
  })

  inBrowser('takes a template that was changed in Word and puts the product’s back', async () => {
    const page = await openReport('vhxh', 'ky=2026-Q3')
    await page.getByText('Mẫu Word').click()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Tải mẫu đang dùng' }).click()
    const parts = unzipSync(await readFile(await (await download).path()))
    const body = strFromU8(parts['word/document.xml'] as Uint8Array)
    const choose = (change: string) => {
      parts['word/document.xml'] = strToU8(body.replace('V. ĐỀ XUẤT, KIẾN NGHỊ', change))
      const buffer = Buffer.from(zipSync(parts))
      return page.getByLabel('Gửi mẫu đã sửa').setInputFiles({ name: 'Mẫu mới.docx', mimeType: '', buffer })
    }
    await choose('V. {de_nghi}')
    await page.getByText('Không có chỗ nào tên “{de_nghi}”').waitFor()
    await choose('V. ĐỀ NGHỊ CỦA PHƯỜNG')
    await page.getByText('Đang dùng mẫu của đơn vị').waitFor()
    await paper(page).getByText('V. ĐỀ NGHỊ CỦA PHƯỜNG').waitFor()
    await page.getByRole('button', { name: 'Dùng lại mẫu của phần mềm' }).click()
    await paper(page).getByText('V. ĐỀ XUẤT, KIẾN NGHỊ').waitFor()
  })
})
