import type { Browser, Page } from 'playwright-core'
import type { RunningProgram } from './running-server.ts'

export const desktop = { width: 1366, height: 768 }
export const phone = { width: 390, height: 844 }

/** A page of somebody whose password the first start printed. */
export async function pageOf(
  browser: Browser,
  server: RunningProgram,
  username: string,
  viewport = desktop,
): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' })
  const line = server.printed.find((printed) => printed.trim().startsWith(`${username} `)) ?? ''
  const password = line.trim().split(/\s+/)[1]
  const answer = await context.request.post(`${server.address}/api/session`, {
    data: { username, password },
    headers: { origin: server.address },
  })
  if (answer.status() !== 200) throw new Error(`${username} cannot sign in: ${answer.status()}`)
  return context.newPage()
}
