import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectAccessible } from './axe.ts'
import { codeAt } from './totp.ts'

/** Sets the second factor up as a person with an app does; returns the secret and the recovery codes. */
export async function setUpSecondFactor(page: Page): Promise<{ secret: string; codes: string[] }> {
  await page.getByRole('button', { name: 'Bật xác thực hai bước' }).click()
  await page.getByRole('img', { name: 'Mã QR của xác thực hai bước' }).waitFor()
  await expectAccessible(page)
  const secret = ((await page.locator('form code').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('Mã xác thực').fill(codeAt(secret, new Date()))
  await page.getByRole('button', { name: 'Xác nhận' }).click()
  const list = page.getByRole('list', { name: 'Mã dự phòng' })
  await list.waitFor()
  await expectAccessible(page)
  const codes = await list.getByRole('listitem').allTextContents()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Tải về tệp' }).click()
  expect((await download).suggestedFilename()).toBe('moc57-ma-du-phong.txt')
  await page.getByRole('button', { name: 'Đã lưu các mã' }).click()
  return { secret, codes }
}
