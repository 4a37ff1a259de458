import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { expectAccessible } from '../../support/axe.ts'
import { period } from '../../support/entry-desk.ts'
import { inBrowser, phone, visitSite } from '../../support/site.ts'

const pdf = {
  name: 'Báo cáo số 57.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n%âãÏÓ\n'),
}
const program = { name: 'Biên bản.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ, a program') }
const unit = '/don-vi/11443'

const { open } = visitSite()

inBrowser('evidence is added at the row, waits for the line, and is seen by who may see it', async () => {
  const officer = await open(`${unit}/nhap-so-lieu`, { as: 'vhxh' })
  await officer.locator('[role=gridcell][aria-selected=true]').waitFor()
  await officer.keyboard.type('48')
  await officer.keyboard.press('Enter')
  await officer.keyboard.press('ArrowUp')
  await officer.keyboard.press('F8')
  const dialog = officer.getByRole('dialog')
  await dialog.getByText('Chưa có tệp nào.').waitFor()
  const field = dialog.locator('input[type=file]')
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)

  await field.setInputFiles([pdf, program])
  await dialog.getByRole('link', { name: pdf.name }).waitFor()
  await dialog.getByText('Loại tệp không được nhận', { exact: false }).waitFor()
  await expectAccessible(officer)
  await dialog.getByRole('button', { name: 'Bỏ tệp này' }).click()

  const download = officer.waitForEvent('download')
  await dialog.getByRole('link', { name: pdf.name }).click()
  expect(await readFile(await (await download).path())).toEqual(pdf.buffer)

  await officer.context().setOffline(true)
  await field.setInputFiles({ ...pdf, name: 'Phụ lục.pdf' })
  await dialog.getByText('Chờ đường truyền', { exact: false }).waitFor()
  // It goes out with the dialog closed, too.
  await officer.keyboard.press('Escape')
  await officer.getByText('1 tệp đang gửi', { exact: false }).waitFor()
  await officer.context().setOffline(false)
  await officer.getByRole('button', { name: 'Minh chứng (2)' }).waitFor()

  const indicator = `${unit}/chi-tieu/1?ky=${period}`
  const stranger = await open(indicator)
  expect(await stranger.getByText(pdf.name).count()).toBe(0)

  const submit = `/api/units/11443/submissions/${period}/submit`
  const submitted = await officer.request.post(submit, { data: {} })
  expect(submitted.status()).toBe(200)
  const leader = await open(`${unit}/duyet`, { as: 'lanhdao', viewport: phone })
  await leader.getByRole('button', { name: 'Minh chứng (2) chỉ tiêu 1' }).click()
  const seen = leader.getByRole('dialog')
  await seen.getByRole('link', { name: pdf.name }).waitFor()
  expect(await seen.locator('input[type=file]').count()).toBe(0)
  await expectAccessible(leader)
  await leader.keyboard.press('Escape')
  await leader.getByRole('button', { name: 'Lịch sử chỉ tiêu 1' }).click()
  await seen.getByRole('link', { name: pdf.name }).waitFor()
  await leader.keyboard.press('Escape')
  await leader.getByRole('button', { name: 'Duyệt chỉ tiêu 1' }).click()
  await seen.getByRole('button', { name: 'Duyệt' }).click()
  await leader.getByText('Đã duyệt chỉ tiêu 1.').waitFor()

  await stranger.goto(indicator, { waitUntil: 'networkidle' })
  const section = stranger.getByRole('region', { name: 'Tệp minh chứng' })
  expect(await section.getByRole('link').allInnerTexts()).toEqual([pdf.name, 'Phụ lục.pdf'])
})
