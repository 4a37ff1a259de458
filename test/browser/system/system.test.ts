import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { expectAccessible } from '../../support/axe.ts'
import { period } from '../../support/entry-desk.ts'
import { startServer } from '../../support/running-server.ts'
import { desktop, inBrowser, phone, visitSite } from '../../support/site.ts'

const admin = { username: 'admin', password: 'mật khẩu quản trị' }
let folder = ''
const site = visitSite(() =>
  startServer({ DATA_SET: 'sample', ADMIN_PASSWORD: admin.password }, async (file) => {
    folder = join(dirname(file), 'backup')
  }),
)

const backupsOn = (page: Page) => page.getByRole('table', { name: 'Các bản sao lưu' }).locator('tbody tr')

const newestOn = (page: Page) =>
  backupsOn(page)
    .first()
    .getByRole('link')
    .textContent({ timeout: 1000 })
    .catch(() => null)

/** Presses the button; resolves once a new one heads the list, where it may have taken an older one's place. */
async function backUp(page: Page): Promise<void> {
  const before = await newestOn(page)
  await page.getByRole('button', { name: 'Sao lưu ngay' }).click()
  await expect.poll(() => newestOn(page), { timeout: 60_000 }).not.toBe(before)
  await page.getByText('Đang sao lưu').waitFor({ state: 'hidden' })
}

async function downloadNewest(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download')
  await backupsOn(page).first().getByRole('link', { name: 'Tải về' }).click()
  const file = await download
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

describe.each([
  ['a PC of 1366x768', desktop],
  ['a phone of 390x844', phone],
])('on %s', (_, viewport) => {
  inBrowser('the administrator sees that all is well and that one disk is a risk, and backs up', async () => {
    const page = await site.open('/quan-tri/he-thong', { as: admin, viewport })
    await page.getByText('Mọi thứ đang hoạt động bình thường.').waitFor()
    await page.getByText('Bản sao lưu đang nằm cùng ổ đĩa với dữ liệu').waitFor()
    await page.getByText(/^Mốc 57 phiên bản \d/).waitFor()
    await expectAccessible(page)
    await backUp(page)
    await backupsOn(page).first().getByText('Đã kiểm tra').waitFor()
    await expectAccessible(page)
  })

  inBrowser('a backup that failed is told with its reason and what to do, until one succeeds', async () => {
    const page = await site.open('/quan-tri/he-thong', { as: admin, viewport })
    await backUp(page)
    await rename(folder, `${folder}-away`)
    await writeFile(folder, 'a file where the folder should be')
    await page.getByRole('button', { name: 'Sao lưu ngay' }).click()
    const alert = page.getByRole('alert').filter({ hasText: 'không thành công' })
    await alert.getByText('Hãy kiểm tra ổ đĩa').waitFor()
    await page.getByText('Lần sao lưu gần nhất không thành công.').waitFor()
    expect(await page.getByText('Mọi thứ đang hoạt động bình thường.').count()).toBe(0)
    await expectAccessible(page)
    await rm(folder)
    await rename(`${folder}-away`, folder)
    await page.getByRole('button', { name: 'Sao lưu ngay' }).click()
    await page.getByText('Mọi thứ đang hoạt động bình thường.').waitFor()
    expect(await alert.count()).toBe(0)
  })
})

inBrowser('a backup is downloaded as its database, and with evidence as one archive of both', async () => {
  const page = await site.open('/quan-tri/he-thong', { as: admin })
  await backUp(page)
  const alone = await downloadNewest(page)
  expect(alone.name).toMatch(/^moc57-sample-\d{8}-\d{6}.*\.db$/)
  expect(alone.bytes.subarray(0, 15).toString()).toBe('SQLite format 3')

  const officer = await site.pageOf('vhxh')
  const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n')
  const sent = await officer.request.post(`/api/units/11443/indicators/1/measurements/${period}/evidence`, {
    multipart: { file: { name: 'Báo cáo số 57.pdf', mimeType: 'application/pdf', buffer: pdf } },
  })
  expect(sent.status()).toBe(200)
  await backUp(page)
  await backupsOn(page).first().getByText('có tệp minh chứng').waitFor()
  const both = await downloadNewest(page)
  expect(both.name).toMatch(/\.zip$/)
  const files = unzipSync(both.bytes)
  const database = both.name.replace(/\.zip$/, '.db')
  expect(
    Buffer.from(files[database] ?? [])
      .subarray(0, 15)
      .toString(),
  ).toBe('SQLite format 3')
  const evidence = Object.keys(files).filter((name) => name.startsWith(`${database}-evidence/`))
  expect(evidence.map((name) => Buffer.from(files[name] ?? []))).toEqual([pdf])
  // Who took it along stands in the log that people read.
  await page.goto('/quan-tri/nhat-ky?loai=backup')
  await page
    .getByText(both.name.replace(/\.zip$/, '.db'))
    .first()
    .waitFor()
})
