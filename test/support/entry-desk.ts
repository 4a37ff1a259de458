import type { Measurement } from '@moc57/shared'
import type { EntryRow } from '@moc57/shared/api'
import type { BrowserContext, Page } from 'playwright-core'
import { makeOfficers, officerOf, officerPassword } from './officers.ts'
import { type RunningProgram, startServer } from './running-server.ts'
import type { Site } from './site.ts'

const now = new Date(Date.now() + 7 * 3_600_000)
/** The quarter of today: figures may be entered. */
export const period = `${now.getUTCFullYear()}-Q${Math.floor(now.getUTCMonth() / 3) + 1}`

/** The service with the real plan and officers in the units, one unit a test: a quarter is filled once. */
export const startEntryServer = (unitCodes: readonly string[]): Promise<RunningProgram> =>
  startServer({}, (file) => makeOfficers(file, [], () => unitCodes))

/** An officer at a PC of the office, and what the server has stored of their unit meanwhile. */
export type Desk = {
  page: Page
  context: BrowserContext
  /** Presses keys one after the other; "Control+d" is two. */
  press: (...keys: string[]) => Promise<void>
  /** Types a text key by key. */
  type: (text: string) => Promise<void>
  /** How many keys were pressed so far. */
  pressed: () => number
  /** Opens the entry page, and waits until the cursor stands in the grid; on a phone it is put into the field named. */
  open: (field?: string) => Promise<Page>
  rows: () => Promise<EntryRow[]>
  /** The latest revision of an indicator. */
  stored: (number: number) => Promise<Measurement | null>
  /** Enters a figure without the page, as a colleague elsewhere would. */
  enter: (number: number, body: object) => Promise<void>
}

export async function deskOf(
  { pageOf }: Site,
  unitCode: string,
  username = officerOf(unitCode),
): Promise<Desk> {
  let page = await pageOf({ username, password: officerPassword })
  const context = page.context()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  let count = 0

  const press = async (...keys: string[]) => {
    for (const key of keys) {
      count += key.split('+').length
      await page.keyboard.press(key)
    }
  }
  const rows = async (): Promise<EntryRow[]> => {
    const answer = await context.request.get(`/api/units/${unitCode}/entries/${period}`)
    return ((await answer.json()) as { items: EntryRow[] }).items
  }
  return {
    get page() {
      return page
    },
    context,
    press,
    type: (text) => press(...text),
    pressed: () => count,
    open: async (field) => {
      if (page.isClosed()) page = await context.newPage()
      await page.goto(`/don-vi/${unitCode}/nhap-so-lieu`)
      if (field) await page.getByRole('textbox', { name: field, exact: true }).focus()
      else await page.locator('[role=gridcell][aria-selected=true]').waitFor()
      return page
    },
    rows,
    stored: async (number) => (await rows()).find((row) => row.number === number)?.current ?? null,
    enter: async (number, body) => {
      const url = `/api/units/${unitCode}/indicators/${number}/measurements/${period}`
      const answer = await context.request.put(url, { data: body })
      if (!answer.ok()) throw new Error(`the figure was refused: ${answer.status()}`)
    },
  }
}
