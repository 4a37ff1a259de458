import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page, ViewportSize } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import { expectAccessible } from '../../support/axe.ts'
import { launchChromium, noChromium } from '../../support/chromium.ts'
import { repository } from '../../support/service.ts'
import { desktop, inBrowser, phone } from '../../support/site.ts'

/** The page of the kit is no part of what is shipped: it is built here, in memory, and handed to the browser. */
let files: Map<string, string>
let browser: Browser

beforeAll(async () => {
  if (noChromium) return
  files = await builtKit()
  browser = await launchChromium()
})

afterEach(() => Promise.all(browser?.contexts().map((context) => context.close()) ?? []))
afterAll(() => browser?.close())

/** English, as the browser of many an office PC is: what the page says must not depend on it. */
async function openKit(viewport: ViewportSize): Promise<Page> {
  const page = await browser.newPage({ viewport, locale: 'en-US' })
  await page.route('http://kit.test/**', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    const body = files.get(name)
    return body === undefined
      ? route.fulfill({ status: 404 })
      : route.fulfill({ body, contentType: contentTypeOf(name) })
  })
  await page.goto('http://kit.test/kit.html')
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

describe.each([
  ['a PC of 1366x768', desktop],
  ['a phone of 390x844', phone],
])('on %s', (_, viewport) => {
  inBrowser('every part in every state shuts nobody out and fits the screen', async () => {
    const page = await openKit(viewport)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Mở hộp thoại' }).click()
    await page.getByRole('dialog', { name: 'Ghi ngày' }).waitFor()
    await expectAccessible(page)
  })

  inBrowser(
    'a day is typed as 5/3/2026 and shown as 05/03/2026 in a browser of another language',
    async () => {
      const page = await openKit(viewport)
      const field = page.getByLabel('Đến ngày')
      await field.fill('7/9/2026')
      await page.getByText('2026-09-07').waitFor()
      await field.blur()
      expect(await field.inputValue()).toBe('07/09/2026')
      await field.fill('31/02/2026')
      await field.blur()
      await page.getByText('Ghi ngày như 05/03/2026 (ngày/tháng/năm).').waitFor()
      await field.fill('1/1/2027')
      await field.blur()
      await page.getByText('Chọn đến hết ngày 31/12/2026.').waitFor()
    },
  )

  inBrowser('a day is picked by the keyboard from a calendar that begins on Monday', async () => {
    const page = await openKit(viewport)
    await page.getByLabel('Đến ngày').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const calendar = page.getByRole('dialog', { name: 'Lịch' })
    await calendar.getByText('Tháng 3 năm 2026').waitFor()
    await expectAccessible(page)
    expect(await calendar.locator('abbr').first().textContent()).toBe('T2')
    await page.waitForFunction(() => document.activeElement?.textContent === '5')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('PageDown')
    await calendar.getByText('Tháng 4 năm 2026').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('2026-04-12').waitFor()
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('12/04/2026')
  })

  inBrowser(
    'a form in a dialog says at its field what it cannot read, and Esc closes the calendar first',
    async () => {
      const page = await openKit(viewport)
      await page.getByRole('button', { name: 'Mở hộp thoại' }).click()
      const dialog = page.getByRole('dialog', { name: 'Ghi ngày' })
      await page.keyboard.press('Enter')
      await dialog.getByText('Hãy chọn ngày kiểm tra.').waitFor()
      const field = dialog.getByLabel('Ngày kiểm tra')
      await field.fill('hôm nay')
      await page.keyboard.press('Enter')
      await dialog.getByText('Ghi ngày như 05/03/2026 (ngày/tháng/năm).').first().waitFor()
      await dialog.getByRole('button', { name: 'Mở lịch' }).click()
      await dialog.getByRole('dialog', { name: 'Lịch' }).waitFor()
      await page.keyboard.press('Escape')
      await dialog.getByRole('dialog', { name: 'Lịch' }).waitFor({ state: 'detached' })
      await field.fill('1.12.2026')
      await page.keyboard.press('Enter')
      await dialog.waitFor({ state: 'detached' })
      await page.getByText('2026-12-01').waitFor()
    },
  )
})

inBrowser('a table is sorted by its head, up, down and back', async () => {
  const page = await openKit(desktop)
  const table = page.getByRole('table', { name: 'Quả trong kho' })
  const names = () => table.locator('tbody th').allTextContents()
  const head = table.getByRole('button', { name: 'Khối lượng (kg)' })
  await head.click()
  expect(await names()).toEqual(['Ổi', 'Cam', 'Xoài'])
  expect(await table.getByRole('columnheader', { name: /Khối lượng/ }).getAttribute('aria-sort')).toBe(
    'ascending',
  )
  await head.click()
  expect(await names()).toEqual(['Xoài', 'Cam', 'Ổi'])
  await head.click()
  expect(await names()).toEqual(['Cam', 'Xoài', 'Ổi'])
  expect(await table.getByRole('columnheader', { name: /Khối lượng/ }).getAttribute('aria-sort')).toBeNull()
})

inBrowser('on a phone a row is a card that names its figures and leaves out what is empty', async () => {
  const page = await openKit(phone)
  const table = page.getByRole('table', { name: 'Quả trong kho' })
  const widths = await table.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.scrollWidth))
  expect(Math.max(...widths)).toBeLessThanOrEqual(phone.width)
  const label = (row: number) =>
    table
      .locator('tbody tr')
      .nth(row)
      .locator('td')
      .first()
      .evaluate((cell) => getComputedStyle(cell, '::before').content)
  expect(await label(0)).toContain('Khối lượng (kg)')
  expect(await table.locator('tbody tr').nth(2).locator('td').first().isVisible()).toBe(false)
})

async function builtKit(): Promise<Map<string, string>> {
  const web = join(repository, 'web')
  const vite = createRequire(join(web, 'package.json')).resolve('vite/package.json')
  const { exports } = JSON.parse(await readFile(vite, 'utf8'))
  const { build } = await import(pathToFileURL(join(vite, '..', exports['.'])).href)
  const { output } = await build({
    root: web,
    configFile: join(web, 'vite.config.ts'),
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input: join(web, 'kit.html') } },
  })
  return new Map(
    output.map((file: { fileName: string; code?: string; source?: string | Uint8Array }) => [
      file.fileName,
      file.code ?? String(file.source),
    ]),
  )
}

function contentTypeOf(name: string): string {
  if (name.endsWith('.js')) return 'text/javascript'
  return name.endsWith('.css') ? 'text/css' : 'text/html'
}
