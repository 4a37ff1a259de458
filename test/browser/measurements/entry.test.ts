import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { expectAccessible } from '../../support/axe.ts'
import { type Desk, deskOf, startEntryServer } from '../../support/entry-desk.ts'
import { colleagueOf } from '../../support/officers.ts'
import { inBrowser, phone, visitSite } from '../../support/site.ts'

/** One unit a test: a quarter is filled once. */
const units = {
  typed: '11443',
  pasted: '11680',
  keys: '11050',
  away: '10507',
  together: '10525',
  phone: '10543',
  slow: '10546',
}

const site = visitSite(() => startEntryServer(Object.values(units)))

const atDesk = (name: string, unitCode: string, run: (desk: Desk) => Promise<void>) =>
  inBrowser(name, async () => run(await deskOf(site, unitCode)))

/** Says in the test's output how much work it was; a slow machine changes the time and nothing else. */
function tell(what: string, desk: Desk, startedAt: number) {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${what}: ${desk.pressed()} key presses, no mouse, ${seconds} s in Chromium`)
}

/** The cell of the cursor: the number of its indicator and the heading of its column. */
async function cursor(page: Page): Promise<string> {
  const cell = page.locator('[role=gridcell][aria-selected=true]')
  const column = await cell.getAttribute('aria-colindex')
  const number = await cell.locator('xpath=..').locator('[aria-colindex="1"]').innerText()
  const heading = await page.locator(`[role=columnheader][aria-colindex="${column}"]`).innerText()
  return `${number} ${heading}`
}

/** A busy machine may take its time; what comes of it does not change. */
const eventually = <Value>(read: () => Value | Promise<Value>) => expect.poll(read, { timeout: 15_000 })

const untilNothingIsSaving = (page: Page) =>
  eventually(() => page.getByText(/Đang lưu|Chờ đường truyền/i).count()).toBe(0)

describe('31 indicators without the mouse', () => {
  atDesk('31 values are typed and submitted, each stored once as it was typed', units.typed, async (desk) => {
    const values = Array.from({ length: 31 }, (_, index) =>
      index % 3 === 0 ? `${40 + index},5` : `${30 + index}`,
    )
    const page = await desk.open()
    const startedAt = performance.now()
    for (const value of values) {
      await desk.type(value)
      await desk.press('Enter')
    }
    await desk.press('Control+Enter')
    await page.getByRole('dialog').getByText('Đủ 31 chỉ tiêu').waitFor()
    await desk.type('BC 12')
    await desk.press('Enter')
    await page.getByText('Đã trình duyệt.').waitFor()
    tell('31 values typed and submitted', desk, startedAt)

    const rows = await desk.rows()
    expect(rows.map(({ current }) => current?.value)).toEqual(
      values.map((value) => Number(value.replace(',', '.'))),
    )
    expect(new Set(rows.map(({ current }) => `${current?.state} ${current?.source}`))).toEqual(
      new Set(['submitted BC 12']),
    )
  })

  atDesk(
    'a block from a spreadsheet is pasted and submitted, in whatever form its cells are',
    units.pasted,
    async (desk) => {
      const source = 'Báo cáo số 57/BC-UBND'
      const lines = Array.from({ length: 31 }, (_, index) => [`${50 + index},5`, '', '', '', source])
      lines[0] = ['85,5 %', '', '', '', ` ${source}  `]
      lines[1] = ['  61.25   ', '', '', '', source.normalize('NFD')]
      lines[2] = ['trên 30%'.normalize('NFD'), '', '', '', source]
      lines[3] = ['', '171 ', '200\u00a0', '', source]
      const page = await desk.open()
      const block = `${lines.map((cells) => cells.join('\t')).join('\r\n')}\r\n`
      await page.evaluate((text) => navigator.clipboard.writeText(text), block)
      const startedAt = performance.now()
      await desk.press('Control+v')
      await page.getByText(/Đã dán \d+ ô/).waitFor()
      await desk.press('Control+Enter')
      await page.getByRole('dialog').getByText('Đủ 31 chỉ tiêu').waitFor()
      await desk.press('Enter')
      await page.getByText('Đã trình duyệt.').waitFor()
      tell('31 values pasted and submitted', desk, startedAt)

      const rows = await desk.rows()
      expect(rows.map(({ current }) => current?.value)).toEqual([
        85.5,
        61.25,
        30,
        85.5,
        ...Array.from({ length: 27 }, (_, index) => 54.5 + index),
      ])
      expect(rows[2]?.current).toMatchObject({ comparator: 'greaterThan' })
      expect(rows[3]?.current).toMatchObject({ numerator: 171, denominator: 200 })
      expect(
        new Set(rows.map(({ current }) => `${current?.state} ${current?.source} ${current?.revision}`)),
      ).toEqual(new Set([`submitted ${source} 1`]))
    },
  )
})

describe('the keys of the grid', () => {
  atDesk('do what they do in a spreadsheet', units.keys, async (desk) => {
    const page = await desk.open()
    await eventually(() => cursor(page)).toBe('1 Giá trị kỳ này')
    await desk.press('ArrowDown', 'ArrowRight')
    await eventually(() => cursor(page)).toBe('2 Tử số')
    await desk.press('ArrowLeft', 'ArrowUp', 'Tab', 'Tab')
    await eventually(() => cursor(page)).toBe('1 Mẫu số')
    await desk.press('Shift+Tab', 'Shift+Tab')
    await eventually(() => cursor(page)).toBe('1 Giá trị kỳ này')

    // Esc gives up what is being typed; Enter and Tab keep it.
    await desk.press('9', '9', 'Escape')
    await desk.press('4', '8', 'Enter', '4', '9', 'Tab')
    await eventually(() => cursor(page)).toBe('2 Tử số')
    await eventually(async () => (await desk.stored(2))?.value).toBe(49)
    await eventually(async () => (await desk.stored(1))?.value).toBe(48)

    // F2 goes on from what is there; Shift+Enter leaves upwards.
    await desk.press('ArrowLeft', 'F2')
    await eventually(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    await desk.press(',', '5', 'Shift+Enter')
    await eventually(async () => (await desk.stored(2))?.value).toBe(49.5)
    await eventually(() => cursor(page)).toBe('1 Giá trị kỳ này')

    // The top cell of a selection goes down, as one step of undo.
    await desk.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d')
    const values = async () => (await desk.rows()).slice(0, 4).map(({ current }) => current?.value ?? null)
    await eventually(values).toEqual([48, 48, 48, 48])
    await desk.press('Control+z')
    await eventually(values).toEqual([48, 49.5, null, null])
    await desk.press('Control+y')
    await eventually(values).toEqual([48, 48, 48, 48])
    await desk.press('Delete')
    await eventually(values).toEqual([null, null, null, null])
    await desk.press('Control+z')
    await eventually(values).toEqual([48, 48, 48, 48])

    // What cannot be stored says why and stays where it is.
    await desk.press('Escape', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp')
    await desk.type('1.234')
    await desk.press('Enter')
    await page.getByText('đọc được hai cách', { exact: false }).first().waitFor()
    await eventually(async () => (await desk.stored(1))?.value).toBe(48)

    // Out of the grid and on to submitting.
    await desk.press('Escape')
    await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Trình duyệt')
  })
})

describe('a bad line', () => {
  atDesk(
    'loses nothing: drafts outlive the tab and the line, and go out in order, once',
    units.away,
    async (desk) => {
      const { context } = desk
      const first = await desk.open()
      // The second visit is the one that has everything: the first one kept it.
      await first.evaluate(() => navigator.serviceWorker.ready)
      await eventually(() => first.evaluate(() => caches.match('/').then(Boolean))).toBe(true)
      await context.setOffline(true)
      await desk.press('ArrowDown', 'ArrowDown', '4', '3', 'Enter', 'ArrowUp', 'ArrowUp', 'ArrowUp')
      await desk.press('4', '1', 'Enter')
      await first.getByText('2 chờ đường truyền').waitFor()
      await first.close()

      const second = await desk.open()
      await second.getByText('2 chờ đường truyền').waitFor()
      expect(await cursor(second)).toBe('2 Giá trị kỳ này')
      await desk.press('4', '2', 'Enter')
      await second.getByText('3 chờ đường truyền').waitFor()
      expect((await desk.rows()).filter(({ current }) => current)).toEqual([])

      const sent: string[] = []
      second.on('request', (request) => {
        if (request.method() === 'PUT') sent.push(request.url().split('/').at(-3) ?? '')
      })
      await context.setOffline(false)
      await untilNothingIsSaving(second)
      expect(sent).toEqual(['3', '1', '2'])
      const rows = (await desk.rows())
        .slice(0, 4)
        .map(({ current }) => current && [current.value, current.revision])
      expect(rows).toEqual([[41, 1], [42, 1], [43, 1], null])
    },
  )
})

atDesk('what is cleared while it is under way is cleared on the server, too', units.slow, async (desk) => {
  const page = await desk.open()
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const isSent = page.waitForRequest((request) => request.method() === 'PUT')
  await page.route('**/measurements/**', async (route) => {
    await held
    await route.continue()
  })
  await desk.press('4', '8', 'Enter')
  await isSent
  await desk.press('Control+z')
  letGo()
  await eventually(async () => {
    const stored = await desk.stored(1)
    return stored && [stored.value, stored.revision]
  }).toEqual([null, 2])
})

describe('two people on one cell', () => {
  atDesk('see both values, and the one who comes second decides', units.together, async (desk) => {
    const colleague = await deskOf(site, units.together, colleagueOf(units.together))
    const page = await desk.open()
    await colleague.enter(1, { value: 61, source: 'Báo cáo của Viettel' })
    await colleague.enter(2, { value: 62 })
    await desk.press('5', '1', 'Enter', '5', '2', 'Enter')
    const panel = page.getByRole('region', { name: 'Người khác đã sửa' })
    await eventually(() => panel.getByRole('article').count()).toBe(2)
    const told = await panel.getByRole('article').first().innerText()
    expect(told).toContain('Người nhập số liệu')
    expect(told).toMatch(/51[\s\S]*61/)
    expect((await desk.stored(1))?.value).toBe(61)
    await expectAccessible(page)

    // Out of the grid with Esc, then back to the panel.
    await desk.press('Escape', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Enter')
    await eventually(() => panel.getByRole('article').count()).toBe(1)
    await panel.getByRole('button', { name: 'Lấy số của người kia' }).press('Enter')
    await panel.waitFor({ state: 'detached' })
    await untilNothingIsSaving(page)
    expect(await desk.stored(1)).toMatchObject({ value: 51, revision: 2 })
    expect(await desk.stored(2)).toMatchObject({ value: 62, revision: 1 })
  })
})

atDesk('on a phone the quarter is a list of cards, filled from top to bottom', units.phone, async (desk) => {
  await desk.page.setViewportSize(phone)
  const page = await desk.open('Giá trị kỳ này, chỉ tiêu 1')
  await desk.type('48')
  await desk.press('Enter')
  await desk.type('101')
  await desk.press('Enter')
  await page.getByText('Lớn hơn mức cao nhất có thể', { exact: false }).waitFor()
  await eventually(async () => (await desk.stored(1))?.value).toBe(48)
  expect(await desk.stored(2)).toBeNull()
  await expectAccessible(page)
})
