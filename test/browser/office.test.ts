import { describe, expect } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { desktop, inBrowser, phone, visitSite } from '../support/site.ts'

const { open } = visitSite()
const unit = '/don-vi/11443'

describe.each([
  ['a PC of 1366x768', desktop],
  ['a phone of 390x844', phone],
])('on %s', (_, viewport) => {
  for (const [username, path, button] of [
    ['lanhdao', `${unit}/giai-trinh`, 'Yêu cầu bổ sung'],
    ['thanhpho', '/giai-trinh', 'Chấp nhận'],
    ['vhxh', `${unit}/nhiem-vu`, 'Ghi tiến độ'],
    ['vhxh', `${unit}/ngan-sach`, 'Thêm dòng'],
    ['vhxh', `${unit}/kiem-tra`, 'Ghi cuộc kiểm tra'],
    ['lanhdao', `${unit}/chi-tieu/23?ky=2026-Q3`, 'Yêu cầu giải trình'],
  ] as const) {
    inBrowser(`${path} and its form have no axe violation and do not scroll sideways`, async () => {
      const page = await open(path, { as: username, viewport })
      await expectAccessible(page)
      await page.getByRole('button', { name: button }).first().click()
      await page.getByRole('dialog').waitFor()
      await expectAccessible(page)
    })
  }
})

describe('an explanation', () => {
  inBrowser(
    'is asked from the indicator, answered by the officer and accepted, each on its page',
    async () => {
      const leader = await open(`${unit}/chi-tieu/2?ky=2026-Q3`, { as: 'lanhdao' })
      await leader.getByRole('button', { name: 'Yêu cầu giải trình' }).click()
      await leader.getByRole('button', { name: 'Gửi yêu cầu' }).click()
      await leader.getByText('Hãy ghi nội dung cần giải trình.').waitFor()
      await leader.getByLabel('Nội dung cần giải trình').fill('Vì sao chưa phủ sóng hết?')
      await leader.getByRole('button', { name: 'Gửi yêu cầu' }).click()
      await leader.getByText('Vì sao chưa phủ sóng hết?').waitFor()

      const officer = await open(`${unit}/giai-trinh`, { as: 'vhxh', viewport: phone })
      const asked = officer.getByRole('listitem').filter({ hasText: 'Vì sao chưa phủ sóng hết?' })
      await asked.getByRole('button', { name: 'Giải trình' }).click()
      await officer.getByLabel('Nguyên nhân').fill('Nhà mạng chậm đặt trạm')
      await officer.getByLabel('Giải pháp').fill('Bàn giao mặt bằng')
      await officer.getByLabel('Hoàn thành trước ngày').fill('31/12/2026')
      await officer.getByRole('dialog').getByRole('button', { name: 'Giải trình' }).click()
      await asked.getByText('Nhà mạng chậm đặt trạm', { exact: true }).waitFor()

      await leader.goto(`${unit}/giai-trinh`)
      const answered = leader.getByRole('listitem').filter({ hasText: 'Vì sao chưa phủ sóng hết?' })
      await answered.getByRole('button', { name: 'Chấp nhận' }).click()
      await leader.getByRole('dialog').getByRole('button', { name: 'Chấp nhận' }).click()
      await answered.getByText('Đã chấp nhận').waitFor()
    },
  )
})

describe('the ledger', () => {
  inBrowser(
    'tells how money is read, refuses what it cannot read, and offers its share to the quarter',
    async () => {
      const page = await open(`${unit}/ngan-sach`, { as: 'vhxh' })
      await page.getByRole('button', { name: 'Thêm dòng' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Nội dung chi', { exact: true }).fill('Tập huấn kỹ năng số')
      for (const [typed, told] of [
        ['-5', 'Số tiền không thể âm.'],
        ['12345678901234567890', 'Số tiền quá lớn'],
        ['1,250 triệu', 'Đọc được hai cách.'],
      ] as const) {
        await dialog.getByLabel('Dự toán').fill(typed)
        await dialog.getByRole('button', { name: 'Ghi' }).click()
        await dialog.getByRole('alert').getByText(told).waitFor()
      }
      await dialog.getByLabel('Dự toán').fill('1.250 triệu đồng')
      await dialog.getByText('= 1.250.000.000 đồng').waitFor()
      await dialog.getByLabel('Đã phân bổ').fill('1,25 tỷ')
      await dialog.getByLabel('Đã giải ngân').fill('1.000.000.000')
      await dialog.getByRole('button', { name: 'Ghi' }).click()
      await page.getByRole('row', { name: /Tập huấn kỹ năng số/ }).waitFor()
      expect(await page.locator('main').innerText()).toContain('4.329.450.000 / 121.680.000.000')

      await page.getByRole('button', { name: /^Lấy vào .* đã giải ngân$/ }).click()
      await page.getByRole('button', { name: 'Lưu số nháp' }).click()
      await page.getByText(/Đã lưu số nháp vào quý/).waitFor()
    },
  )
})

describe('the tasks', () => {
  inBrowser('take a report in the page, and show it to everyone', async () => {
    const page = await open(`${unit}/nhiem-vu`, { as: 'vhxh', viewport: phone })
    const task = page
      .getByRole('listitem')
      .filter({ hasText: 'Xây dựng chiến lược chuyển đổi số, kinh tế số phường' })
    await task.getByRole('button', { name: /^Ghi tiến độ/ }).click()
    await page.getByLabel('Tiến độ trong quý').fill('Đã lập đề cương')
    await page.getByLabel('Kinh phí đã dùng').fill('15 triệu')
    await page.getByRole('dialog').getByRole('button', { name: 'Ghi tiến độ' }).click()
    await task.getByText('Đã lập đề cương').waitFor()
    const everyone = await open(`${unit}/nhiem-vu`)
    const shown = await everyone.locator('main').innerText()
    expect(shown).toContain('kinh phí trong quý 15.000.000 đồng')
    expect(shown).not.toContain('vhxh')
  })
})
