import { flagLabels, type ProgressStatus, statusClass, statusLabels, statusMeanings } from '@moc57/shared'
import { describe, expect } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { gzippedScripts } from '../support/first-page.ts'
import { startServer } from '../support/running-server.ts'
import { desktop, inBrowser, phone, type Site, visitSite } from '../support/site.ts'

const real = visitSite(() => startServer())
const sample = visitSite()

const pages: [string, Site, string][] = [
  ['the unit page in sample data', sample, '/don-vi/11443?ky=2026-Q3'],
  ['the board of milestones', sample, '/don-vi/11443?ky=2026-Q3&xem=bang-moc'],
  ['the board of milestones without results', real, '/don-vi/11443?xem=bang-moc'],
  ['the unit page without results', real, '/don-vi/11443'],
  ['a unit measured against the reference plan', real, '/don-vi/11050'],
  ['the leader page', sample, '/don-vi/11443/lanh-dao/tran-thi-phuong?ky=2026-Q3'],
  ['the indicator page', sample, '/don-vi/11443/chi-tieu/1?ky=2026-Q3'],
  ['the indicator page with ranges', sample, '/don-vi/11443/chi-tieu/31?ky=2026-Q3'],
  ['the indicator page without results', real, '/don-vi/11443/chi-tieu/6'],
  ['the indicator page of a figure from a report', real, '/don-vi/11680/chi-tieu/8'],
  ['the heat map of the city', sample, '/thanh-pho?ky=2026-Q3&nhom=I'],
  ['the heat map of what is missing', sample, '/thanh-pho?ky=2026-Q3&xem=con-thieu&loai=dac-khu'],
  [
    'the heat map of values on an earlier day',
    sample,
    '/thanh-pho?xem=gia-tri&loai=dac-khu&bietDen=2026-06-30',
  ],
  ['the unit page as known on an earlier day', sample, '/don-vi/11443?ky=2026-Q2&bietDen=2026-06-30'],
  ['the heat map without results', real, '/thanh-pho?loai=dac-khu'],
  ['the tasks page in sample data', sample, '/don-vi/11443/nhiem-vu?ky=2026-Q3'],
  ['the tasks page of a unit without tasks', real, '/don-vi/11050/nhiem-vu'],
  ['the map without a boundary file', sample, '/thanh-pho/ban-do?ky=2026-Q3'],
  ['a unit among its like', sample, '/thanh-pho/don-vi/11443?ky=2026-Q3&don-vi=11407,11680'],
  ['a unit among others without results', real, '/thanh-pho/don-vi/11443'],
  ['the open data', sample, '/du-lieu-mo'],
  ['the yearly review', sample, '/don-vi/11443/danh-gia/2025'],
  ['the public page', sample, '/cong-khai/11443?ky=2026-Q3'],
  ['one indicator over all units', sample, '/thanh-pho/chi-tieu/1?ky=2026-Q3&loai=phuong'],
  ['one indicator that nobody is ranked on', sample, '/thanh-pho/chi-tieu/5?ky=2026-Q3&loai=dac-khu'],
  ['one indicator without results', real, '/thanh-pho/chi-tieu/6?loai=dac-khu'],
  ['an indicator that does not exist', real, '/thanh-pho/chi-tieu/99'],
  ['the movement between two quarters', sample, '/thanh-pho/bien-dong?ky=2026-Q3&tu=2025-Q4'],
  ['the movement without results', real, '/thanh-pho/bien-dong'],
  ['the movement before the first quarter', real, '/thanh-pho/bien-dong?ky=2025-Q1'],
  ['the page of an unknown unit', real, '/don-vi/99999'],
  ['the plan of a unit', sample, '/don-vi/11443/ke-hoach'],
  ['the plan of a unit measured against the reference plan', real, '/don-vi/11050/ke-hoach'],
  ['an address that does not exist', real, '/khong-co-trang-nay'],
]

describe.each([
  ['a PC of 1366x768', desktop],
  ['a phone of 390x844', phone],
])('on %s', (_, viewport) => {
  for (const [name, site, path] of pages) {
    inBrowser(
      `${name} has no axe violation, fits the screen, and is marked if it is sample data`,
      async () => {
        const shown = await site.open(path, { viewport })
        await expectAccessible(shown)
        const isMarked = (await shown.locator('body').innerText()).includes('DỮ LIỆU MINH HỌA')
        expect(isMarked).toBe(site === sample)
      },
    )
  }
})

describe('the unit page', () => {
  inBrowser('is the start page, of Kiến An', async () => {
    const shown = await real.open('/')
    expect(new URL(shown.url()).pathname).toBe('/don-vi/11443')
    expect(await shown.getByRole('heading', { level: 1 }).innerText()).toBe('Phường Kiến An')
    expect(await shown.title()).toContain('Kiến An')
  })

  inBrowser('is one step back from the other pages of a unit', async () => {
    const shown = await real.open('/don-vi/11050/danh-gia/2025')
    await shown.getByRole('heading', { level: 1 }).getByRole('link').click()
    await shown.waitForURL(/\/don-vi\/11050(\?|$)/)
  })

  inBrowser('says of a plan without results that this is not 0 %, who enters and until when', async () => {
    const text = await (await real.open('/don-vi/11443')).locator('main').innerText()
    expect(text).toContain('không có nghĩa là 0%')
    expect(text).toContain('Phòng Văn hóa - Xã hội')
    expect(text).toMatch(/chốt từ \d\d\/\d\d\/\d{4}/)
  })

  inBrowser('lists 31 indicators the most urgent first, or by the plan in its four groups', async () => {
    const shown = await sample.open('/don-vi/11443?ky=2026-Q3')
    const statuses = () =>
      shown
        .locator('main tbody tr:has(> th[scope=row]) > td:nth-child(3) button[data-status]')
        .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-status') as ProgressStatus))
    const worst = await statuses()
    expect(worst).toHaveLength(31)
    const rank = { red: 0, orange: 1, good: 2, neither: 2 }
    const urgency = worst.map((status) => rank[statusClass[status]])
    expect(urgency).toEqual(urgency.toSorted((a, b) => a - b))
    await shown.getByLabel('Thứ tự').selectOption('ke-hoach')
    await shown.waitForURL(/sapXep=ke-hoach/)
    expect(await shown.getByRole('rowheader', { name: /^[IV]+\. / }).count()).toBe(4)
    expect(await statuses()).toHaveLength(31)
  })

  for (const [typed, found, was] of [
    ['an phụ', 'Trần Liễu', 'An Phụ'],
    ['kien thuy', 'Kiến Thụy', ''],
  ] as const) {
    inBrowser(`finds “${found}” by typing “${typed}” with the keyboard alone`, async () => {
      const shown = await real.open('/don-vi/11443')
      await shown.getByRole('combobox', { name: /Đơn vị/ }).focus()
      await shown.keyboard.type(typed)
      const option = shown.getByRole('option', { name: new RegExp(found) })
      await option.waitFor()
      expect(await option.innerText()).toContain(was)
      await shown.keyboard.press('Enter')
      await shown.getByRole('heading', { level: 1, name: new RegExp(found) }).waitFor()
    })
  }

  inBrowser('finds a unit for who presses Enter before the list is there', async () => {
    const shown = await real.open('/don-vi/11443')
    await shown.getByRole('combobox', { name: /Đơn vị/ }).focus()
    await shown.keyboard.type('k')
    await shown.getByRole('option').first().waitFor()
    await shown.keyboard.type('ien thuy')
    await shown.keyboard.press('Enter')
    await shown.getByRole('heading', { level: 1, name: /Kiến Thụy/ }).waitFor()
  })

  inBrowser('keeps the words of each gap beside its bar, whichever way is better', async () => {
    for (const path of ['/don-vi/11617/chi-tieu/102', '/don-vi/11443/chi-tieu/1']) {
      for (const viewport of [desktop, phone]) {
        const shown = await sample.open(`${path}?ky=2026-Q3`, { viewport })
        const words = shown.locator('text[class*=barLabel]')
        await words.first().waitFor()
        const outside = await words.evaluateAll(
          (all) =>
            all.filter((one) => {
              const [box, chart] = [one, one.closest('svg') ?? one].map((part) =>
                part.getBoundingClientRect(),
              )
              return box && chart && (box.left < chart.left || box.right > chart.right)
            }).length,
        )
        expect([path, outside]).toEqual([path, 0])
        await shown.context().close()
      }
    }
  })

  inBrowser('keeps what was filtered in its address, and goes back', async () => {
    const shown = await sample.open('/don-vi/11443?ky=2026-Q3&lanhDao=nguyen-tung-lam')
    const links = shown.locator('main table a[href*="/chi-tieu/"], main li a[href*="/chi-tieu/"]')
    expect(await links.count()).toBeLessThan(31)
    await shown.locator('main a[href*="/chi-tieu/6"]').first().click()
    await shown.waitForURL(/chi-tieu\/6/)
    await shown.goBack()
    await shown.waitForURL(/lanhDao=nguyen-tung-lam/)
  })

  inBrowser('says whose plan measures a unit that has none, and marks its own targets', async () => {
    const text = await (await real.open('/don-vi/11050')).locator('main').innerText()
    expect(text).toContain('tham chiếu Phụ lục 01 của phường Kiến An')
    expect(text).toContain('Tối thiểu 70%')
    expect(text).not.toContain('Trần Thị Phương')
  })

  inBrowser('loads at most 155 KB of JavaScript after gzip, in two files, and no chart', async () => {
    const scripts = await gzippedScripts(`${sample.server.address}/don-vi/11443?ky=2026-Q3`)
    const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0)
    expect(bytes).toBeGreaterThan(0)
    expect(bytes).toBeLessThanOrEqual(155 * 1024)
    expect(scripts.filter(({ url }) => url.includes('/assets/'))).toHaveLength(2)
    expect(scripts.filter(({ url }) => /chart/i.test(url))).toEqual([])
  })
})

describe('the guide to the statuses', () => {
  inBrowser(
    'opens from any mark by the keyboard, explains all twelve, and gives the focus back',
    async () => {
      const shown = await sample.open('/don-vi/11443?ky=2026-Q3')
      const mark = shown.locator('main tbody button[data-status]').first()
      await mark.focus()
      await shown.keyboard.press('Enter')
      const guide = shown.getByRole('dialog', { name: 'Cách đánh giá' })
      await guide.waitFor()
      const text = await guide.innerText()
      for (const label of [...Object.values(statusLabels), ...Object.values(flagLabels)]) {
        expect(text).toContain(label)
      }
      expect(await guide.locator('[aria-current=true]').innerText()).toContain(await mark.innerText())
      await expectAccessible(shown)
      await shown.keyboard.press('Escape')
      await guide.waitFor({ state: 'detached' })
      expect(await mark.evaluate((element) => element === document.activeElement)).toBe(true)
    },
  )

  inBrowser('is on the public page in a line each, and is no part of the first page', async () => {
    const text = await (await sample.open('/cong-khai/11443?ky=2026-Q3')).locator('main').innerText()
    for (const meaning of Object.values(statusMeanings)) expect(text).toContain(meaning)
    const scripts = await gzippedScripts(`${sample.server.address}/don-vi/11443?ky=2026-Q3`)
    expect(scripts.filter(({ url }) => /guide-panel/.test(url))).toEqual([])
  })
})

describe('the indicator page', () => {
  inBrowser('draws the roadmap with the printed targets', async () => {
    const shown = await sample.open('/don-vi/11443/chi-tieu/6?ky=2026-Q3')
    await shown.locator('main svg .recharts-line, main svg.recharts-surface').first().waitFor()
    expect(await shown.locator('main').innerText()).toContain('Phấn đấu ít nhất 3%')
  })

  inBrowser('opens its status to the numbers it was made of', async () => {
    const { items } = await (
      await fetch(`${sample.server.address}/api/units/11443/progress?asOf=2026-Q3`)
    ).json()
    const item = items.find(({ status }: { status: string }) => status === 'behind')
    const shown = await sample.open(`/don-vi/11443/chi-tieu/${item.number}?ky=2026-Q3`)
    expect(await shown.getByText('Vì sao', { exact: false }).count()).toBeGreaterThan(0)
    expect(await shown.locator('main').innerText()).toContain('0,6')
  })

  inBrowser('shows a figure from a report with its quotation and its mark', async () => {
    const text = await (await real.open('/don-vi/11680/chi-tieu/8')).locator('main').innerText()
    expect(text).toContain('Chưa xác minh')
    expect(text).toContain('phổ cập kỹ năng số cơ bản cho 100% cán bộ, công chức')
  })
})

describe('the yearly review', () => {
  inBrowser('has the year in the place of the quarter, and leaves as files of that year', async () => {
    const shown = await sample.open('/don-vi/11443/danh-gia/2026?ky=2026-Q3')
    expect(await shown.getByLabel('Xem tại quý').count()).toBe(0)
    await shown.getByLabel('Năm đánh giá').selectOption('2025')
    await shown.waitForURL(/\/danh-gia\/2025\?ky=2026-Q3/)
    await shown.getByRole('heading', { level: 1, name: /Đánh giá năm 2025/ }).waitFor()
    const [download] = await Promise.all([
      shown.waitForEvent('download'),
      shown.getByRole('link', { name: 'Tải Excel' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('minh-hoa-danh-gia-11443-2025.xlsx')
  })

  inBrowser('is printed without what chooses', async () => {
    const shown = await sample.open('/don-vi/11443/danh-gia/2025')
    await shown.emulateMedia({ media: 'print' })
    for (const control of ['button', 'select', 'input', 'nav']) {
      expect(await shown.locator(control).filter({ visible: true }).count(), control).toBe(0)
    }
  })
})

describe('what goes wrong', () => {
  inBrowser('an unknown unit is told in words, with a way on', async () => {
    const shown = await real.open('/don-vi/99999')
    expect(await shown.locator('main').innerText()).toContain('99999')
    await shown.locator('main').getByRole('link').first().click()
    await shown.waitForURL(/\/don-vi\/11443/)
  })

  inBrowser('a query that cannot be read falls back instead of breaking the page', async () => {
    const shown = await sample.open('/don-vi/11443?ky=2026-Q9&trangThai=khong-co&sapXep=x')
    expect(await shown.getByRole('heading', { level: 1 }).innerText()).toBe('Phường Kiến An')
  })
})
