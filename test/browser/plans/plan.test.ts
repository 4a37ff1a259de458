import { quarterLabel, shiftQuarter } from '@moc57/shared'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectAccessible } from '../../support/axe.ts'
import { period, startEntryServer } from '../../support/entry-desk.ts'
import { officerOf, officerPassword } from '../../support/officers.ts'
import { desktop, inBrowser, phone, visitSite } from '../../support/site.ts'

/** One unit a test, so that each begins with the reference plan. */
const units = {
  changed: '11680',
  together: '11050',
  away: '10507',
  named: '11443',
  unread: '11668',
  less: '11617',
}

const { open } = visitSite(() => startEntryServer(Object.values(units)))

/** The plan of the unit, open before its officer. */
const openPlan = (unitCode: string, search = '') =>
  open(`/don-vi/${unitCode}/ke-hoach${search}`, {
    as: { username: officerOf(unitCode), password: officerPassword },
  })

const cell = (page: Page, number: number, year: number) =>
  page.getByRole('button', { name: new RegExp(`^Mục tiêu ${year}, chỉ tiêu ${number}:`) })

/** Types a target over the one that stands there, from the keyboard. */
async function typeTarget(page: Page, number: number, year: number, text: string) {
  await cell(page, number, year).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

async function save(page: Page) {
  await page.getByRole('button', { name: 'Ghi thay đổi' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Lý do').fill('Theo kế hoạch của xã')
  if (await dialog.getByLabel('Trích yếu').count()) {
    await dialog.getByLabel('Số, ký hiệu').fill('15/KH-UBND')
    await dialog.getByLabel('Trích yếu').fill('Kế hoạch năm nay')
  }
  await dialog.getByRole('button', { name: 'Ghi vào kế hoạch' }).click()
}

inBrowser(
  'an officer changes a target and adds an indicator; both are dated, and an earlier quarter keeps the earlier plan',
  async () => {
    const page = await openPlan(units.changed)
    await cell(page, 1, 2030).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('khoảng 95')
    await page.getByText('chưa đọc được: sẽ giữ nguyên chữ').waitFor()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('95%')
    await page.getByText('đạt từ 95% trở lên').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('1 thay đổi chưa ghi').waitFor()

    await page.getByRole('button', { name: 'Thêm chỉ tiêu riêng' }).click()
    const dialog = page.getByRole('dialog')
    await expectAccessible(page)
    await dialog.getByLabel('Tên chỉ tiêu').fill('Số tổ công nghệ số cộng đồng')
    await dialog.getByLabel('Đơn vị tính').fill('tổ')
    await dialog.getByLabel('2030').fill('26 tổ')
    await dialog.getByRole('button', { name: 'Đưa vào kế hoạch' }).click()
    await page.getByText('2 thay đổi chưa ghi').waitFor()

    await page.reload({ waitUntil: 'networkidle' })
    await page.getByText('2 thay đổi chưa ghi').waitFor()
    for (const size of [phone, desktop]) {
      await page.setViewportSize(size)
      await expectAccessible(page)
    }
    await page.getByRole('button', { name: 'Ghi thay đổi' }).click()
    await dialog.getByRole('button', { name: 'Ghi vào kế hoạch' }).click()
    await dialog.getByText('Hãy ghi lý do thay đổi.').waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Sửa tiếp' }).click()

    await save(page)
    await page.getByText('Đã ghi 2 thay đổi').waitFor()
    const history = page.getByRole('region', { name: 'Lịch sử thay đổi' })
    await history.getByText('Chỉ tiêu 1, mốc 2030: 100% → 95%').waitFor()
    const told = await history.innerText()
    expect(told).toContain(`Từ quý ${quarterLabel(period).slice(4)}`)
    expect(told).toContain('Thêm chỉ tiêu riêng 101. Số tổ công nghệ số cộng đồng (2030: 26 tổ)')
    expect(told).toContain('Kế hoạch số 15/KH-UBND')

    const past = await openPlan(units.changed, `?ky=${shiftQuarter(period, -1)}`)
    expect(await past.getByRole('button', { name: /^Mục tiêu/ }).count()).toBe(0)
    expect(await past.locator('#chi-tieu-1').innerText()).toContain('100%')
    expect(await past.locator('#chi-tieu-1').innerText()).not.toContain('95%')
    expect(await past.locator('#chi-tieu-101').count()).toBe(0)
  },
)

inBrowser(
  'of two people the later one keeps what was typed, sees what changed, and saves after that',
  async () => {
    const mine = await openPlan(units.together)
    await typeTarget(mine, 1, 2030, '90%')
    const other = await openPlan(units.together)
    await typeTarget(other, 1, 2030, '95%')
    await save(other)
    await other.getByText('Đã ghi 1 thay đổi').waitFor()

    await save(mine)
    await mine.getByText('Người khác vừa thay đổi kế hoạch này').waitFor()
    await mine.getByRole('button', { name: /^Xem kế hoạch mới/ }).click()
    await mine.getByText('nay là 95%, đang sửa thành 90%').waitFor()
    await mine.getByRole('button', { name: 'Đã xem' }).click()
    await save(mine)
    await mine.getByText('Đã ghi 1 thay đổi').waitFor()
    await mine.getByText('Chỉ tiêu 1, mốc 2030: 95% → 90%').waitFor()
  },
)

inBrowser('a file goes through a preview into the same changes, and each can be undone', async () => {
  const page = await openPlan(units.away)
  await typeTarget(page, 2, 2030, '90%')
  await page.getByRole('button', { name: 'Nhập từ Excel' }).click()
  const csv = 'Stt,Chỉ tiêu,Năm 2025,Năm 2030\n1,Tỷ lệ phủ sóng 5G trên địa bàn phường,≥60%,≥ 97%\n'
  await page
    .getByLabel('Chọn tệp kế hoạch')
    .setInputFiles({ name: 'ke-hoach.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.getByText('1 mục tiêu thay đổi').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Đưa vào kế hoạch/ }).click()
  await page.getByRole('dialog', { name: 'Ghi 2 thay đổi' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Xem, hoàn tác' }).click()
  await page.getByRole('button', { name: 'Hoàn tác: Chỉ tiêu 2, mốc 2030: 100% → 90%' }).click()
  await page.getByText('1 thay đổi chưa ghi').waitFor()
  await page.getByRole('button', { name: 'Hoàn tác: Chỉ tiêu 1, mốc 2030: 100% → ≥ 97%' }).click()
  await expect.poll(() => page.getByText('thay đổi chưa ghi').count()).toBe(0)
})

inBrowser(
  'a target that could not be read is listed, settled beside its printed text, and settled anew from the history',
  async () => {
    const page = await openPlan(units.unread)
    await typeTarget(page, 1, 2030, 'phủ sóng cơ bản, khoảng 80%')
    await save(page)
    const list = page.getByRole('region', { name: 'Cần đọc lại' })
    await list.getByText('mốc 2030: “phủ sóng cơ bản, khoảng 80%”').waitFor()
    expect(await page.locator('#chi-tieu-1').innerText()).toContain('Chưa đọc được')

    await list.getByRole('button', { name: 'Chọn cách hiểu mục tiêu 2030 của chỉ tiêu 1' }).click()
    const dialog = page.getByRole('dialog', { name: 'Cách hiểu mục tiêu năm 2030, chỉ tiêu 1' })
    await dialog.getByRole('button', { name: 'Ghi cách hiểu' }).click()
    await dialog.getByText('Ghi một số, ví dụ 85 hoặc 12,5').waitFor()
    for (const size of [phone, desktop]) {
      await page.setViewportSize(size)
      await expectAccessible(page)
    }
    await dialog.getByLabel('Mức', { exact: true }).fill('120')
    await dialog.getByRole('button', { name: 'Ghi cách hiểu' }).click()
    await dialog.getByText('120% vượt mức tối đa 100% của chỉ tiêu.').waitFor()
    await dialog.getByRole('button', { name: 'đạt từ 80% trở lên' }).first().click()
    await dialog.getByText('Sẽ tính: đạt từ 80% trở lên.').waitFor()
    await dialog.getByRole('button', { name: 'Ghi cách hiểu' }).click()
    await list.waitFor({ state: 'detached' })
    await page.locator('#chi-tieu-1').getByText('hiểu là đạt từ 80% trở lên').waitFor()

    const history = page.getByRole('region', { name: 'Lịch sử thay đổi' })
    await history.getByRole('button', { name: 'Sửa cách hiểu mục tiêu 2030 của chỉ tiêu 1' }).click()
    expect(await dialog.getByLabel('Mức', { exact: true }).inputValue()).toBe('80')
    await dialog.getByLabel('Cách hiểu').selectOption('Trên (không kể số đó)')
    await dialog.getByRole('button', { name: 'Ghi cách hiểu' }).click()
    await page.locator('#chi-tieu-1').getByText('hiểu là đạt khi trên 80%').waitFor()
    expect(await history.getByText(/hiểu là đạt/).count()).toBe(2)
    expect(await history.getByRole('button', { name: /^Sửa cách hiểu/ }).count()).toBe(1)
    for (const size of [phone, desktop]) {
      await page.setViewportSize(size)
      await expectAccessible(page)
    }
  },
)

inBrowser(
  'an own indicator of which less is better is proposed so by its name, and a floor under it is questioned',
  async () => {
    const page = await openPlan(units.less)
    await page.getByRole('button', { name: 'Thêm chỉ tiêu riêng' }).click()
    const dialog = page.getByRole('dialog', { name: 'Thêm chỉ tiêu riêng' })
    const direction = dialog.getByLabel(/^Chiều tốt lên/)
    await dialog.getByLabel('Tên chỉ tiêu').fill('Tỷ lệ hồ sơ giải quyết trễ hạn')
    expect(await direction.inputValue()).toBe('decrease')
    await dialog.getByText('đề xuất theo tên, hãy kiểm tra').waitFor()
    await dialog.getByLabel('Đơn vị tính').fill('%')
    await dialog.getByLabel('2030', { exact: true }).fill('≥ 5%')
    await dialog.getByText('5% lại là mức thấp nhất phải có').waitFor()
    await dialog.getByLabel('2030', { exact: true }).fill('không quá 5%')
    await dialog.getByText('đạt khi không quá 5%').waitFor()
    for (const size of [phone, desktop]) {
      await page.setViewportSize(size)
      await expectAccessible(page)
    }
    // What is typed in is not hidden by the buttons beneath it.
    await dialog.getByLabel('2045', { exact: true }).focus()
    const [field, buttons] = await Promise.all(
      [dialog.getByLabel('2045', { exact: true }), dialog.getByRole('button', { name: 'Thôi' })].map((one) =>
        one.boundingBox(),
      ),
    )
    expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(buttons?.y ?? 0)
    await dialog.getByRole('button', { name: 'Đưa vào kế hoạch' }).click()
    await save(page)
    const line = page.locator('tr', { hasText: 'Tỷ lệ hồ sơ giải quyết trễ hạn' })
    await line.getByText('càng thấp càng tốt').waitFor()
    expect(await line.innerText()).toContain('không quá 5%')
  },
)

inBrowser(
  'an officer changes the position of a leader; an earlier quarter keeps the earlier one',
  async () => {
    const page = await openPlan(units.named)
    const directed = (words: string) => page.getByText(words).first().waitFor()
    await directed('Đồng chí Nguyễn Tùng Lâm PCT TT UBND phường')
    await page.getByRole('button', { name: 'Đổi chức vụ' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Đồng chí').selectOption('Nguyễn Tùng Lâm')
    await dialog.getByText('Hiện nay: PCT TT UBND phường').waitFor()
    for (const size of [phone, desktop]) {
      await page.setViewportSize(size)
      await expectAccessible(page)
    }
    await page.keyboard.press('Tab')
    await page.keyboard.type('Chủ tịch UBND phường')
    await page.keyboard.press('Enter')
    await directed('Đồng chí Nguyễn Tùng Lâm, Chủ tịch UBND phường')
    await save(page)
    await page
      .getByText('Chức vụ của đồng chí Nguyễn Tùng Lâm: PCT TT UBND phường → Chủ tịch UBND phường')
      .waitFor()
    await directed('Đồng chí Nguyễn Tùng Lâm, Chủ tịch UBND phường')
    await page.goto(`${page.url()}?ky=${shiftQuarter(period, -1)}`, { waitUntil: 'networkidle' })
    await directed('Đồng chí Nguyễn Tùng Lâm PCT TT UBND phường')
    await page.context().close()
  },
)
