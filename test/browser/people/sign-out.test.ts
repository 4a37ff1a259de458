import { openDatabase } from '@moc57/db'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { expectAccessible } from '../../support/axe.ts'
import { type Desk, deskOf } from '../../support/entry-desk.ts'
import { makeOfficers, officerOf, officerPassword } from '../../support/officers.ts'
import { startServer } from '../../support/running-server.ts'
import { inBrowser, visitSite } from '../../support/site.ts'

/** One unit a test: each ends the session of its officer. */
const units = {
  back: '11443',
  offline: '11680',
  window: '11050',
  expiry: '10507',
  form: '10525',
  revoked: '10543',
  changed: '10546',
  next: '10549',
  left: '10888',
  leftStored: '10729',
  leftEnded: '11455',
  leftOut: '10903',
  leftOther: '11407',
}
let databaseFile = ''
const site = visitSite(
  () =>
    startServer({}, (file) => {
      databaseFile = file
      return makeOfficers(file, [], () => Object.values(units))
    }),
  { keepsPages: true },
)
const eventually = <Value>(read: () => Value | Promise<Value>) => expect.poll(read, { timeout: 20_000 })

/** What the officer has typed, and whose it is: nothing of it may be left. */
const value = '43,21'
const source = 'BC mat 4321'
const traces = (unitCode: string) => new RegExp(`43[.,]21|${source}|${officerOf(unitCode)}`)

/** Everything that a person at this computer could look into: the document, what is stored, what is in a cache. */
const leftIn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const answers = (await Promise.all((await caches.keys()).map((name) => caches.open(name)))).map((cache) =>
      cache.matchAll().then((found) => Promise.all(found.map((answer) => answer.text()))),
    )
    const fields = [...document.querySelectorAll('input, textarea')].map(
      (field) => (field as HTMLInputElement).value,
    )
    return [
      document.documentElement.outerHTML,
      document.title,
      ...fields,
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      (await Promise.all(answers)).flat().filter((text) => text.startsWith('{')),
      document.cookie,
      (await indexedDB.databases()).map(({ name }) => name),
    ].join('\n')
  })

const formOf = (page: Page) => page.getByRole('heading', { name: 'Đăng nhập', exact: true })

/** The officer at work: the second row is on the server, the cursor stands in the third. */
async function atWork(unitCode: string): Promise<Desk> {
  const desk = await deskOf(site, unitCode)
  await desk.page.goto(`/don-vi/${unitCode}/ke-hoach`)
  const page = await desk.open()
  await desk.press('ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')
  await desk.type(source)
  await desk.press('Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab')
  await desk.type(value)
  await desk.press('Enter')
  await eventually(async () => (await desk.stored(2))?.source).toBe(source)
  expect(await leftIn(page)).toMatch(traces(unitCode))
  return desk
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Tài khoản/ }).click()
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  const dialog = page.getByRole('dialog')
  await Promise.race([dialog.waitFor(), page.getByRole('link', { name: 'Đăng nhập' }).waitFor()])
  if (await dialog.isVisible()) {
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Đăng xuất' }).click()
  }
  await page.getByRole('link', { name: 'Đăng nhập' }).waitFor()
}

/** As the button of the browser does, which may bring back a document that was left without loading it. */
const goBack = (page: Page) => page.evaluate(() => setTimeout(() => history.back()))

async function signIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu').fill(officerPassword)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

/** Changes the server's mind without the browser knowing. */
function onServer(statement: string, ...given: string[]): void {
  const database = openDatabase(databaseFile, { dataSet: 'real' })
  database.sqlite.prepare(statement).run(...given)
  database.close()
}
const endSessions = (unitCode: string) =>
  onServer(
    `UPDATE sessions SET expires_at = '2026-01-01T00:00:00.000Z'
     WHERE account_id = (SELECT id FROM accounts WHERE username = ?)`,
    officerOf(unitCode),
  )

describe('after signing out', () => {
  inBrowser('neither Back nor loading again shows anything of the account', async () => {
    const { page } = await atWork(units.back)
    await signOut(page)
    expect(traces(units.back).test(await leftIn(page))).toBe(false)
    await goBack(page)
    await eventually(() => leftIn(page)).not.toMatch(traces(units.back))
    await page.reload()
    await page.locator('main h1').first().waitFor()
    expect(traces(units.back).test(await leftIn(page))).toBe(false)
  })

  inBrowser('the page that opens without a line has nothing of the account', async () => {
    const { page, context } = await atWork(units.offline)
    await page.evaluate(() => navigator.serviceWorker.ready)
    await eventually(() => page.evaluate(() => caches.match('/').then(Boolean))).toBe(true)
    // While the account is signed in the page opens, so that its absence says something.
    await context.setOffline(true)
    await page.reload()
    await page.getByText(source).first().waitFor()
    await context.setOffline(false)
    await signOut(page)
    await context.setOffline(true)
    await page.goto(`/don-vi/${units.offline}/nhap-so-lieu`)
    await page.getByRole('heading').first().waitFor()
    expect(traces(units.offline).test(await leftIn(page))).toBe(false)
  })

  inBrowser('another window gives way at once, and comes back with its account', async () => {
    const { page, context } = await atWork(units.window)
    const other = await context.newPage()
    await other.goto(page.url())
    await other.getByText(source).first().waitFor()
    await signOut(page)
    await formOf(other).waitFor()
    expect(traces(units.window).test(await leftIn(other))).toBe(false)
    await expectAccessible(other)
    await page.goto('/dang-nhap')
    await signIn(page, officerOf(units.window))
    await other.getByText(source).first().waitFor()
  })
})

describe('Back to a document that was left', () => {
  const isAsItWasLeft = (page: Page) => page.evaluate(() => 'left' in window).catch(() => undefined)
  const leave = async (page: Page) => {
    await page.evaluate(() => Object.assign(window, { left: true }))
    await page.goto('/favicon.svg')
  }

  inBrowser('shows one of the public as it was; one of an account the browser never stores', async () => {
    const ofPublic = await site.open('/don-vi/11443')
    await leave(ofPublic)
    await goBack(ofPublic)
    await ofPublic.locator('main h1').first().waitFor()
    expect(await isAsItWasLeft(ofPublic)).toBe(true)

    const { page } = await atWork(units.left)
    await leave(page)
    await goBack(page)
    await page.getByText(source).first().waitFor()
    expect(await isAsItWasLeft(page)).toBe(false)
  })

  /** The account's page in a browser that stores it whatever the answers say, left for another document. */
  async function leaveStored(unitCode: string) {
    const desk = await atWork(unitCode)
    const { page, context } = desk
    await context.route('**', async (route) => {
      const response = await route.fetch()
      const { 'cache-control': _, ...headers } = response.headers()
      await route.fulfill({ response, headers })
    })
    // What stands there when it comes back, before any code of the page runs, and whatever is put there then.
    await page.addInitScript(() =>
      addEventListener('pageshow', ({ persisted }) => {
        if (!persisted) return
        const note = () => {
          sessionStorage.shown = `${sessionStorage.shown ?? ''}${document.documentElement.outerHTML}`
        }
        note()
        new MutationObserver(note).observe(document.body, { childList: true })
      }),
    )
    await page.reload()
    await page.getByText(source).first().waitFor()
    await leave(page)
    await context.unrouteAll({ behavior: 'ignoreErrors' })
    return desk
  }
  const shownAtOnce = (page: Page) =>
    page.evaluate(() => sessionStorage.shown as string).catch(() => undefined)

  inBrowser(
    'shows nothing until it is known that its account is still signed in, then all of it',
    async () => {
      const { page } = await leaveStored(units.leftStored)
      await goBack(page)
      await eventually(() => shownAtOnce(page)).toBeTruthy()
      const [atOnce] = (await shownAtOnce(page))?.split('</html>') ?? []
      expect(traces(units.leftStored).test(atOnce ?? '')).toBe(false)
      await page.getByText(source).first().waitFor()
      expect(await isAsItWasLeft(page)).toBe(true)
    },
  )

  inBrowser('shows nothing of an account that has signed out meanwhile', async () => {
    const { page, context } = await leaveStored(units.leftOut)
    await context.request.delete('/api/session', { headers: { origin: site.server.address } })
    await goBack(page)
    await eventually(() => shownAtOnce(page)).toBeTruthy()
    await eventually(() => isAsItWasLeft(page)).toBe(false)
    await page.locator('main h1').first().waitFor()
    expect(traces(units.leftOut).test(await leftIn(page))).toBe(false)
  })

  inBrowser('shows nothing of an account whose session the server has ended, until it is back', async () => {
    const { page } = await leaveStored(units.leftEnded)
    endSessions(units.leftEnded)
    await goBack(page)
    await formOf(page).waitFor()
    expect(traces(units.leftEnded).test(await leftIn(page))).toBe(false)
    await signIn(page, officerOf(units.leftEnded))
    await page.getByText(source).first().waitFor()
  })

  inBrowser('shows another account its own page, and nothing of the first', async () => {
    const { page, context } = await leaveStored(units.leftOther)
    await context.request.post('/api/session', {
      data: { username: officerOf(units.next), password: officerPassword },
    })
    await goBack(page)
    await eventually(() => shownAtOnce(page)).toBeTruthy()
    await eventually(() => isAsItWasLeft(page)).toBe(false)
    await page.locator('main h1').first().waitFor()
    expect(traces(units.leftOther).test(await leftIn(page))).toBe(false)
  })
})

describe('after the session has run out', () => {
  inBrowser('the form is there at once; what was typed is sent once the account is back', async () => {
    const desk = await atWork(units.expiry)
    const { page } = desk
    endSessions(units.expiry)
    await desk.type('57,5')
    await desk.press('Enter')
    await formOf(page).waitFor()
    expect(traces(units.expiry).test(await leftIn(page))).toBe(false)
    expect(await leftIn(page)).not.toContain('57,5')
    await expectAccessible(page)
    await signIn(page, officerOf(units.expiry))
    await page.getByRole('grid').waitFor()
    await eventually(async () => (await desk.rows()).map(({ current }) => current?.value)).toContain(57.5)
  })

  inBrowser('a dialog that was being filled in comes back as it was, and is sent', async () => {
    const { page } = await deskOf(site, units.form)
    await page.goto(`/don-vi/${units.form}/ngan-sach`)
    await page.getByRole('button', { name: 'Thêm dòng' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Nội dung chi', { exact: true }).fill('Tập huấn kỹ năng số')
    await dialog.getByLabel('Dự toán').fill('15 triệu')
    endSessions(units.form)
    await dialog.getByRole('button', { name: 'Ghi' }).click()
    await formOf(page).waitFor()
    expect(await leftIn(page)).not.toContain('Tập huấn kỹ năng số')
    await signIn(page, officerOf(units.form))
    await page.getByRole('row', { name: /Tập huấn kỹ năng số/ }).waitFor()
  })
})

inBrowser('after the account was barred nothing of it is shown, with or without a line', async () => {
  const { page, context, ...desk } = await atWork(units.revoked)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await eventually(() => page.evaluate(() => caches.match('/').then(Boolean))).toBe(true)
  onServer(
    `UPDATE accounts SET disabled_at = '2026-01-01T00:00:00.000Z' WHERE username = ?`,
    officerOf(units.revoked),
  )
  await desk.press('9', 'Enter')
  await formOf(page).waitFor()
  expect(traces(units.revoked).test(await leftIn(page))).toBe(false)
  await page.reload()
  await formOf(page).waitFor()
  expect(traces(units.revoked).test(await leftIn(page))).toBe(false)
  await context.setOffline(true)
  await page.reload()
  await page.getByRole('heading').first().waitFor()
  expect(traces(units.revoked).test(await leftIn(page))).toBe(false)
})

inBrowser(
  'another account neither sees nor sends what the first one typed; the first one finds it again',
  async () => {
    const desk = await atWork(units.changed)
    const { page, context } = desk
    await context.setOffline(true)
    await desk.type('61,5')
    await desk.press('Enter')
    await page.getByText('1 chờ đường truyền').waitFor()
    // Somebody else signs in at the same computer, in another window, before the line is back.
    await context.request.post('/api/session', {
      data: { username: officerOf(units.next), password: officerPassword },
    })
    await context.setOffline(false)
    await formOf(page).waitFor()
    expect(traces(units.changed).test(await leftIn(page))).toBe(false)
    expect(await leftIn(page)).not.toContain('61,5')

    const next = await context.newPage()
    const written: string[] = []
    next.on('request', (request) => {
      if (request.method() === 'PUT') written.push(request.url())
    })
    await next.goto(`/don-vi/${units.next}/nhap-so-lieu`)
    await next.locator('[role=gridcell][aria-selected=true]').waitFor()
    expect(traces(units.changed).test(await leftIn(next))).toBe(false)
    expect(written).toEqual([])
    await page.close()
    await signOut(next)

    await next.goto('/dang-nhap')
    await signIn(next, officerOf(units.changed))
    await next.getByRole('button', { name: 'Để sau' }).click()
    await next.waitForURL('**/viec-cua-toi')
    await next.getByText('1 chỉ tiêu đã gõ trong máy này chưa gửi được').waitFor()
    await next.getByRole('link', { name: 'Nhập số liệu' }).click()
    await next.getByText(source).first().waitFor()
    await eventually(async () => (await desk.rows()).map(({ current }) => current?.value)).toContain(61.5)
  },
)
