import Papa from 'papaparse'
import { expect } from 'vitest'
import { inBrowser, visitSite } from '../../support/site.ts'

const { open } = visitSite()

/** The rows that a view shows, and the column of its file that they are named by. */
const views = [
  ['the heat map', '/thanh-pho?ky=2026-Q3&loai=phuong', 'table[role=grid] tbody th a', 'Đơn vị'],
  ['the heat map by name', '/thanh-pho?ky=2026-Q3&sapXep=ten', 'table[role=grid] tbody th a', 'Đơn vị'],
  [
    'the heat map in official order',
    '/thanh-pho?ky=2026-Q3&sapXep=thu-tu',
    'table[role=grid] tbody th a',
    'Đơn vị',
  ],
  ['one indicator', '/thanh-pho/chi-tieu/1?ky=2026-Q3&loai=xa', 'main tbody th[scope=row]', 'Đơn vị'],
  ['the map', '/thanh-pho/ban-do?ky=2026-Q3&chiTieu=8', 'main tbody th[scope=row]', 'Đơn vị'],
  ['a unit among its like', '/thanh-pho/don-vi/11443?ky=2026-Q3', 'main tbody th[scope=row]', 'Chỉ tiêu'],
  [
    'the movement',
    '/thanh-pho/bien-dong?ky=2026-Q3&loaiBienDong=lost',
    'main table:last-of-type tbody th',
    'Đơn vị',
  ],
  ['who has reported', '/thanh-pho/nop-so-lieu?ky=2026-Q3', 'main tbody th[scope=row]', 'Đơn vị'],
] as const

for (const [name, path, rows, column] of views) {
  inBrowser(`the file of ${name} stands in the order of the page`, async () => {
    const page = await open(path, { as: 'thanhpho' })
    await page.locator(rows).first().waitFor()
    const seen = await page
      .locator(rows)
      .evaluateAll((cells) => cells.map((cell) => cell.textContent?.trim()))
    const href = await page.getByRole('link', { name: 'CSV' }).first().getAttribute('href')
    const file = await page.request.get(href ?? '')
    const { data } = Papa.parse<Record<string, string>>((await file.text()).slice(1), { header: true })
    const named = data.map((line) => (column === 'Chỉ tiêu' ? `${line.Stt}. ${line[column]}` : line[column]))
    // A file of all indicators has as many lines of a unit as there are, one after the other.
    const units = path.includes('bien-dong') ? named : [...new Set(named)]
    const capital = (text = '') => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
    expect(units.map(capital).slice(0, seen.length)).toEqual(seen)
  })
}
