import { readXlsx, writeXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectAccessible } from '../../support/axe.ts'
import { period } from '../../support/entry-desk.ts'
import { inBrowser, phone, visitSite } from '../../support/site.ts'
import { refilled } from '../../support/workbook.ts'

const { pageOf, open } = visitSite()

/** What the page's own link gives. */
async function template(page: Page): Promise<Buffer> {
  const href = await page.getByRole('link', { name: 'Tải mẫu Excel' }).getAttribute('href')
  return (await page.request.get(href ?? '')).body()
}

const choose = (page: Page, name: string, bytes: Uint8Array) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) })

/** The values that a unit has stored now, by indicator. */
async function storedBy(officer: Page, numbers: readonly number[]) {
  const answer = await officer.request.get(`/api/units/11443/entries/${period}`)
  const { items } = await answer.json()
  return numbers.map((number) => items[number - 1].current?.value ?? null)
}

inBrowser('a unit sees each cell of its file before anything is written, then writes all of it', async () => {
  const page = await open('/don-vi/11443/nhap-tu-excel', { as: 'vhxh' })
  const base = await template(page)
  await choose(page, 'hong.xlsx', Buffer.from('PK, but no workbook'))
  await page.getByRole('alert').getByText('Chưa có gì được ghi.').waitFor()

  // The first indicator stands in row 5, its value in column F.
  const file = await refilled(base, { F5: 48.5, F6: 120, G7: 171, H7: 200, J5: 'Báo cáo số 57' })
  await choose(page, 'mau.xlsx', file)
  await page.getByRole('heading', { name: 'Xem trước “mau.xlsx”' }).waitFor()
  const changed = page.getByRole('table', { name: 'Sẽ thay đổi' })
  expect(await changed.locator('tbody tr td:first-child').allInnerTexts()).toEqual(['F5', 'G7'])
  expect(await page.getByRole('table', { name: 'Bị từ chối, không ghi' }).innerText()).toContain('F6')
  await expectAccessible(page)
  expect(await storedBy(page, [1, 2, 3])).toEqual([null, null, null])

  await page.getByRole('button', { name: 'Ghi 2 ô' }).press('Enter')
  await page.getByRole('heading', { name: 'Đã ghi 2 ô' }).waitFor()
  expect(await storedBy(page, [1, 2, 3])).toEqual([48.5, null, 85.5])
})

inBrowser('the city fills in many units with one file, all of it or nothing', async () => {
  const officer = await pageOf('vhxh')
  const page = await open('/don-vi/11443', { as: 'thanhpho', viewport: phone })
  await page.getByRole('button', { name: 'Khác', exact: true }).click()
  await page.getByRole('link', { name: 'Nhập nhiều đơn vị' }).click()
  await page.getByRole('heading', { level: 1, name: /Nhiều đơn vị/ }).waitFor()
  const base = await template(page)
  const { sheets } = await readXlsx(base)
  const lineOf = (code: string, number: number) =>
    (sheets[0]?.rows.findIndex((row) => String(row[13]) === code && row[1] === number) ?? -1) + 1
  const cell = `G${lineOf('11443', 9)}`
  const file = await refilled(base, {
    [cell]: 61,
    [`G${lineOf('11680', 9)}`]: 62,
    [`G${lineOf('11680', 10)}`]: 'sáu mươi',
  })

  await choose(page, 'thanh-pho.xlsx', file)
  await page.getByText('2 ô sẽ thay đổi ở 2 đơn vị, 1 ô bị từ chối', { exact: false }).waitFor()
  expect(await page.getByRole('table', { name: 'Sẽ thay đổi, Phường Kiến An' }).innerText()).toContain(cell)
  await expectAccessible(page)

  // Somebody in the unit was faster: nothing is written, and the page says where.
  const figure = `/api/units/11443/indicators/9/measurements/${period}`
  const entered = await officer.request.put(figure, { data: { value: 70 } })
  expect(entered.status()).toBe(200)
  await page.getByRole('button', { name: 'Ghi 2 ô' }).click()
  await page.getByRole('alert').getByText('vừa nhập', { exact: false }).waitFor()
  expect(await storedBy(officer, [9])).toEqual([70])

  await page.getByRole('button', { name: 'Chọn tệp khác' }).click()
  await choose(page, 'thanh-pho.csv', Buffer.from('Mã đơn vị;Stt;Giá trị\n11680;9;62\n'))
  await page.getByRole('button', { name: 'Ghi 1 ô' }).click()
  await page.getByRole('heading', { name: 'Đã ghi 1 ô' }).waitFor()
})

inBrowser(
  'a table of the office’s own is asked about where it is not certain, and only what was answered is written',
  async () => {
    const page = await open('/don-vi/11443/nhap-tu-excel', { as: 'vhxh' })
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Biểu 01',
          rows: [
            ['Stt', 'Chỉ tiêu', 'Thực hiện 9 tháng', 'Thực hiện 12 tháng'],
            [1, 'Tỷ lệ phủ sóng 5G trên địa bàn phường', 54.5, 64.5],
            [2, 'Tỷ lệ phủ sóng mạng 5G tại các cụm công nghiệp, khu du lịch', 71, 81],
            [3, 'Số chợ có mã QR', 3, 4],
          ],
        },
      ],
    })
    await choose(page, 'bieu.xlsx', bytes)
    const column = page.getByLabel('Cột giá trị')
    await column.waitFor()
    expect(await column.locator('option').allInnerTexts()).toContain('D: Thực hiện 12 tháng (64,5; 81; 4)')
    await column.selectOption('D')
    await page.getByRole('heading', { name: 'Cần trả lời (2)' }).waitFor()
    await expectAccessible(page)
    await page.getByLabel('Chỉ tiêu của dòng 4').selectOption('12')
    await page.getByRole('heading', { name: 'Cần trả lời (1)' }).waitFor()
    const changed = page.getByRole('table', { name: 'Sẽ thay đổi' })
    expect(await changed.innerText()).toContain('Trong tệp: tên “Số chợ có mã QR”')
    await page.getByRole('button', { name: 'Bỏ dòng 4' }).click()
    await page.getByRole('heading', { name: 'Cần trả lời (2)' }).waitFor()
    await page.getByRole('button', { name: 'Ghi 1 ô' }).click()
    await page.getByRole('heading', { name: 'Đã ghi 1 ô' }).waitFor()
    expect(await storedBy(page, [1, 2, 12])).toEqual([64.5, null, null])
  },
)

/** As Word and Excel put a table on the clipboard. */
const paste = (page: Page, target: string, html: string, text = '') =>
  page.locator(target).evaluate(
    (element, [html = '', text = '']) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', html)
      clipboardData.setData('text/plain', text)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [html, text],
  )

inBrowser(
  'a table pasted from Word is previewed, seen as read, and another column is taken by its heading',
  async () => {
    const page = await open('/don-vi/11443/nhap-tu-excel', { as: 'vhxh' })
    const name = 'Tỷ lệ phủ sóng 5G trên địa bàn phường'
    await paste(
      page,
      'textarea',
      `<table><tr><td>Stt</td><td>Chỉ tiêu</td><td>Ước 1</td><td>Ước 2</td></tr>
     <tr><td>1</td><td>${name}</td><td>61<sup>1</sup></td><td>62</td></tr></table>`,
    )
    await page.getByRole('heading', { name: 'Xem trước “bang-dan.csv”' }).waitFor()
    const picture = page.getByRole('table', { name: 'Bảng trong tệp, như đã đọc' })
    // The mark stays apart from the number.
    expect(await picture.innerText()).toContain('61 [1]')
    await picture.getByRole('button', { name: /^Cột D, Ước 2/ }).press('Enter')
    await page.getByRole('button', { name: 'Ghi 1 ô' }).waitFor()
    expect(await page.getByRole('table', { name: 'Sẽ thay đổi' }).innerText()).toContain('62%')
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Chọn tệp khác' }).click()
    await paste(page, 'textarea', '', 'một câu')
    await page.getByText('Chưa thấy bảng', { exact: false }).waitFor()
  },
)
