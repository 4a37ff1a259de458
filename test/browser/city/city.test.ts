import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { desktop, inBrowser, phone, visitSite } from '../../support/site.ts'

const site = visitSite()
const { open } = site

const cells = 'table[role="grid"] tbody a[data-row]'

async function openMap(path = '/thanh-pho?ky=2026-Q3', viewport = desktop): Promise<Page> {
  const shown = await open(path, { viewport })
  await shown.locator(cells).first().waitFor()
  return shown
}

const focused = (of: Page) =>
  of.evaluate(() => {
    const { row, column } = (document.activeElement as HTMLElement).dataset
    return `${row},${column}`
  })

describe('the heat map', () => {
  inBrowser('is reached from every page', async () => {
    const shown = await open('/don-vi/11443?ky=2026-Q3')
    await shown.getByRole('link', { name: 'Toàn thành phố' }).click()
    await shown.waitForURL(/\/thanh-pho\?ky=2026-Q3/)
    await shown.locator(cells).first().waitFor()
  })

  inBrowser('shows 114 units by 31 indicators, each told in words to a screen reader', async () => {
    const shown = await openMap()
    expect(await shown.locator(cells).count()).toBe(114 * 31)
    const grid = shown.getByRole('grid', { name: /đơn vị theo chỉ tiêu/ })
    expect(await grid.getByRole('columnheader', { name: '6. Chi ngân sách' }).count()).toBe(1)
    expect(await grid.getByRole('rowheader', { name: 'Phường Kiến An' }).count()).toBe(1)
    expect(await grid.getByRole('gridcell').count()).toBeGreaterThan(114 * 31)
    const labels = await shown
      .locator(cells)
      .evaluateAll((all) => all.map((a) => a.getAttribute('aria-label')))
    expect(labels.every(Boolean)).toBe(true)
    expect(labels.some((label) => /^Chậm, [\d,]+%, còn thiếu [\d,]+ điểm phần trăm$/.test(label ?? ''))).toBe(
      true,
    )
  })

  inBrowser('never colours what is missing as an alarm', async () => {
    const shown = await openMap()
    const alarm = await shown.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a[data-row][data-status="noData"]')]
        .map((cell) => getComputedStyle(cell).color)
        .filter((color, index, all) => all.indexOf(color) === index),
    )
    expect(alarm).toEqual(['rgb(91, 102, 117)'])
  })

  inBrowser('is walked with the keyboard, and Enter opens the indicator of the unit', async () => {
    const shown = await openMap()
    await shown.locator(cells).first().focus()
    const steps: [string, string][] = [
      ['ArrowRight', '0,1'],
      ['ArrowDown', '1,1'],
      ['End', '1,30'],
      ['ArrowRight', '1,30'],
      ['PageDown', '21,30'],
      ['Home', '21,0'],
      ['Control+End', '113,30'],
      ['Control+Home', '0,0'],
      ['ArrowUp', '0,0'],
      ['ArrowDown', '1,0'],
    ]
    for (const [key, place] of steps) {
      await shown.keyboard.press(key)
      expect(await focused(shown), key).toBe(place)
    }
    expect(await shown.locator(`${cells}[tabindex="0"]`).count()).toBe(1)
    const spot = await shown
      .locator('main')
      .getByText(/^Xã|^Phường/)
      .first()
      .innerText()
    expect(spot).toBeTruthy()
    const href = await shown.evaluate(() => document.activeElement?.getAttribute('href'))
    await shown.keyboard.press('Enter')
    await shown.waitForURL(`**${href}`)
    expect(href).toMatch(/^\/don-vi\/\d{5}\/chi-tieu\/1\?ky=2026-Q3$/)
    await shown.goBack()
    await shown.locator(cells).first().waitFor()
  })

  inBrowser('keeps order, kind of unit and what is shown in its address', async () => {
    const shown = await openMap()
    await shown.getByLabel('Thứ tự đơn vị').selectOption('Theo tên')
    await shown.getByLabel('Loại đơn vị').selectOption('Chỉ xã')
    await shown.getByRole('button', { name: 'Khoảng cách đến mốc' }).click()
    await shown.waitForURL(/xem=con-thieu/)
    const url = new URL(shown.url())
    expect(Object.fromEntries(url.searchParams)).toEqual({
      ky: '2026-Q3',
      sapXep: 'ten',
      loai: 'xa',
      xem: 'con-thieu',
    })
    const names = 'table[role="grid"][data-mode="con-thieu"] tbody th a'
    await shown.locator(names).first().waitFor()
    const before = await shown.locator(names).allTextContents()
    expect(before).toHaveLength(67)
    expect(before).toEqual([...before].sort(new Intl.Collator('vi').compare))
    const again = await openMap(url.pathname + url.search)
    expect(await again.locator(names).allTextContents()).toEqual(before)
  })

  inBrowser('shows one group at a time on a phone, with cells wide enough for a finger', async () => {
    const shown = await openMap('/thanh-pho?ky=2026-Q3&nhom=IV', phone)
    expect(await shown.locator(cells).count()).toBe(114 * 13)
    const box = await shown.locator(cells).first().boundingBox()
    expect(box?.width).toBeGreaterThanOrEqual(24)
    expect(box?.height).toBeGreaterThanOrEqual(24)
    expect(await shown.evaluate('document.scrollingElement.scrollWidth')).toBeLessThanOrEqual(phone.width)
  })

  inBrowser('leaves as a picture, as figures that are narrowed alike, and on paper', async () => {
    const shown = await openMap('/thanh-pho?ky=2026-Q3&loai=dac-khu')
    const [svg] = await Promise.all([
      shown.waitForEvent('download'),
      shown.getByRole('button', { name: 'SVG' }).click(),
    ])
    expect(svg.suggestedFilename()).toBe('ban-do-nhiet-2026-Q3.svg')
    const drawing = await readFile(await svg.path(), 'utf8')
    expect(drawing).toContain('Đặc khu Cát Hải')
    expect(drawing).toContain('DỮ LIỆU MINH HỌA')
    expect(drawing).not.toContain('var(')
    const [png] = await Promise.all([
      shown.waitForEvent('download'),
      shown.getByRole('button', { name: 'PNG' }).click(),
    ])
    const bytes = await readFile(await png.path())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.length).toBeGreaterThan(5_000)
    const csv = await shown.getByRole('link', { name: 'CSV' }).getAttribute('href')
    const lines = (await (await fetch(site.server.address + csv)).text()).trim().split('\r\n')
    expect(lines).toHaveLength(1 + 2 * 31)
    await shown.emulateMedia({ media: 'print' })
    expect(await shown.getByRole('button', { name: 'PNG' }).isVisible()).toBe(false)
    expect(await shown.locator(cells).last().isVisible()).toBe(true)
  })
})

describe('one indicator over all units', () => {
  inBrowser('ranks the units in bands, with the milestone and how the city figure was made', async () => {
    const shown = await open('/thanh-pho/chi-tieu/1?ky=2026-Q3')
    await shown.locator('main table tbody tr').first().waitFor()
    const text = (await shown.locator('main').textContent()) ?? ''
    for (const words of ['Nhóm dẫn đầu', 'Nhóm cuối', 'Không có hạng', 'Mốc 2030: 100%', 'trung vị của'])
      expect(text).toContain(words)
    const ranks = await shown
      .locator('main tbody tr td:first-child')
      .evaluateAll((cells) => cells.map((cell) => cell.textContent))
    expect(ranks).toHaveLength(114)
    expect(ranks.slice(0, 11)).toEqual([...Array(10).fill('1'), '11'])
  })

  inBrowser('says why nobody is ranked', async () => {
    const shown = await open('/thanh-pho/chi-tieu/5?ky=2026-Q3')
    await shown.locator('main table tbody tr').first().waitFor()
    const text = (await shown.locator('main').textContent()) ?? ''
    expect(text).toMatch(/Không xếp hạng, vì hơn 20% số đơn vị \(\d+ trong 114\) chưa có số liệu/)
    expect(text).not.toContain('Nhóm dẫn đầu')
  })

  inBrowser('is changed for another, and both of its charts leave as pictures', async () => {
    const shown = await open('/thanh-pho/chi-tieu/1?ky=2026-Q3')
    await shown.getByLabel('Chỉ tiêu', { exact: true }).selectOption({ value: '8' })
    await shown.waitForURL(/chi-tieu\/8\?ky=2026-Q3/)
    await shown.getByRole('heading', { level: 1, name: /^8\./ }).waitFor()
    await shown.locator('.recharts-surface').waitFor()
    const names: string[] = []
    for (const index of [0, 1]) {
      const [file] = await Promise.all([
        shown.waitForEvent('download'),
        shown.getByRole('button', { name: 'SVG' }).nth(index).click(),
      ])
      const drawing = await readFile(await file.path(), 'utf8')
      expect(drawing).toContain('DỮ LIỆU MINH HỌA')
      expect(drawing).not.toContain('var(')
      names.push(file.suggestedFilename())
    }
    expect(names).toEqual(['chi-tieu-8-2026-Q3.svg', 'phan-bo-chi-tieu-8-2026-Q3.svg'])
  })
})

describe('the movement between two quarters', () => {
  inBrowser('counts what moved, lists it by kind, and keeps the kind in the address', async () => {
    const shown = await open('/thanh-pho/bien-dong?ky=2026-Q3')
    await shown.locator('main table tbody tr').first().waitFor()
    const { items } = await (
      await fetch(`${site.server.address}/api/comparison/movement?from=2026-Q2&to=2026-Q3`)
    ).json()
    const lost = items
      .flatMap(({ kind }: { kind: string[] }) => kind)
      .filter((kind: string) => kind === 'lost')
    await shown.getByRole('button', { name: /^Mất mốc đã đạt/ }).click()
    await shown.waitForURL(/loaiBienDong=lost/)
    expect(await shown.getByRole('table').nth(1).locator('tbody tr').count()).toBe(lost.length)
    await shown.getByLabel('Từ', { exact: true }).selectOption('Quý IV/2025')
    await shown.waitForURL(/tu=2025-Q4/)
    await shown
      .getByRole('heading', { level: 1, name: 'Biến động từ Quý IV/2025 đến Quý III/2026' })
      .waitFor()
  })

  inBrowser('shows what was known on an earlier day, and leads back to today', async () => {
    const shown = await open('/thanh-pho/bien-dong?ky=2026-Q3&bietDen=2026-07-31')
    await shown.getByText('31/07/2026').waitFor()
    // Nothing of quý III had been approved by then.
    expect(await shown.locator('main').textContent()).not.toMatch(/\d tốt lên/)
    await shown.getByRole('button', { name: 'Xem số liệu hiện nay' }).click()
    await shown.waitForURL((url) => !url.searchParams.has('bietDen'))
    await shown
      .getByText(/\d tốt lên/)
      .first()
      .waitFor()
  })
})

describe('who has reported', () => {
  inBrowser('is a short list on a phone, who owes the most first, with the rest on demand', async () => {
    const shown = await open('/thanh-pho/nop-so-lieu?ky=2026-Q3', { as: 'thanhpho', viewport: phone })
    const rows = shown.locator('main tbody tr')
    await rows.first().waitFor()
    expect(await rows.count()).toBe(20)
    expect(await shown.evaluate('document.scrollingElement.scrollHeight')).toBeLessThan(4 * phone.height)
    await shown.getByRole('button', { name: 'Xem cả 114 đơn vị' }).click()
    expect(await rows.count()).toBe(114)
  })
})

describe('the pages of a unit as known on an earlier day', () => {
  const note = /Đang xem lại số liệu đến hết ngày 31\/07\/2026/

  inBrowser(
    'open from the map on that day, stay on it from page to page, and lead back to today',
    async () => {
      const shown = await openMap('/thanh-pho?ky=2026-Q3&bietDen=2026-07-31')
      await shown.locator(`${cells}[href^="/don-vi/11443/chi-tieu/1?"]`).click()
      await shown.waitForURL(/\/don-vi\/11443\/chi-tieu\/1\?.*bietDen=2026-07-31/)
      await shown.getByText(note).waitFor()
      await shown.getByRole('link', { name: '← Phường Kiến An' }).click()
      await shown.waitForURL(/\/don-vi\/11443\?.*bietDen=2026-07-31/)
      await shown.getByText(note).waitFor()
      const file = shown.getByRole('link', { name: 'Tải Excel' })
      expect(await file.getAttribute('href')).toContain('knownOn=2026-07-31')
      await shown.getByRole('button', { name: 'Xem số liệu hiện nay' }).click()
      await shown.waitForURL((url) => !url.searchParams.has('bietDen'))
      await shown.getByText(note).waitFor({ state: 'detached' })
    },
  )

  inBrowser('mark on the unit’s page what is known differently today, with both in words', async () => {
    const answer = async (knownOn: string) => {
      const asked = `/api/units/11443/progress?asOf=2026-Q3${knownOn}`
      return (await (await fetch(site.server.address + asked)).json()).items as {
        value: number
        status: string
      }[]
    }
    const [then, now] = [await answer('&knownOn=2026-08-15'), await answer('')]
    const differing = then.filter(
      ({ value, status }, index) => value !== now[index]?.value || status !== now[index]?.status,
    )
    expect(differing.length).toBeGreaterThan(0)
    const shown = await open('/don-vi/11443?ky=2026-Q3&bietDen=2026-08-15')
    const sentence = `Hiện nay ${differing.length} trong 31 chỉ tiêu có kết quả hoặc trạng thái khác`
    await shown.getByText(sentence).waitFor()
    expect(await shown.getByText(/^Đến 15\/08\/2026: .+ Hiện nay: .+\.$/).count()).toBe(differing.length)
    await shown.getByRole('button', { name: 'Xem số liệu hiện nay' }).click()
    await shown.getByText('Đến 15/08/2026:').first().waitFor({ state: 'detached' })
  })

  inBrowser('keep the day on the plan, the tasks and beside other units, and say so there', async () => {
    const shown = await open('/don-vi/11443?ky=2026-Q3&bietDen=2026-07-31')
    for (const name of ['Xem kế hoạch', 'Nhiệm vụ', 'So với đơn vị khác']) {
      await shown.getByRole('link', { name, exact: true }).click()
      await shown.waitForURL((url) => url.pathname !== '/don-vi/11443')
      await shown.getByText(note).waitFor()
      expect(new URL(shown.url()).searchParams.get('bietDen')).toBe('2026-07-31')
      await shown.goBack()
      await shown.waitForURL(/\/don-vi\/11443\?/)
    }
    await shown.getByRole('link', { name: 'So với đơn vị khác' }).click()
    await shown.getByRole('main').getByRole('link', { name: 'Bản đồ', exact: true }).click()
    await shown.waitForURL(/\/thanh-pho\/ban-do/)
    await shown.getByText(note).waitFor()
  })

  inBrowser('take the day from a field that is folded away', async () => {
    const shown = await open('/don-vi/11443?ky=2026-Q3')
    const field = shown.getByLabel('Số liệu có đến ngày')
    await shown.getByText('Xem theo số liệu có đến ngày …').click()
    await field.fill('2026-07-31')
    await shown.waitForURL(/bietDen=2026-07-31/)
    await shown.getByText(note).waitFor()
  })
})
