import type { Browser } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'
import { gzippedScripts } from '../support/first-page.ts'
import { startServer } from '../support/running-server.ts'
import { serveFloor } from './floor-page.ts'
import { atMost, middle, type Row, whole } from './row.ts'

const mostKilobytes = 140
const rounds = 5

/** The pages that people open first, and the most that each may take of the smallest page's times. */
const pages = [
  { name: 'unit', path: '/don-vi/11443?ky=2026-Q3', paint: 1.25, shown: 'main [data-status]' },
  {
    name: 'indicator',
    path: '/don-vi/11443/chi-tieu/6?ky=2026-Q3',
    paint: 1.5,
    shown: 'main .recharts-surface',
  },
  { name: 'city', path: '/thanh-pho?ky=2026-Q3', paint: 1.5, shown: 'main [data-status]' },
]
const mostBlocked = 1.5

/** What the browser loads for the first page, and how long a middling phone on a slow line waits for it. */
export async function firstPage(): Promise<Row[]> {
  const server = await startServer({ DATA_SET: 'sample' })
  const floor = await serveFloor(server.address)
  const browser = await launchChromium()
  try {
    const scripts = await gzippedScripts(`${server.address}/don-vi/11443?ky=2026-Q3`)
    const kilobytes = scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1024
    const times = new Map<string, Waited[]>()
    // In turns, so that whatever else the machine does meets all of them alike.
    for (let round = 0; round < rounds; round += 1) {
      for (const { name, url, shown } of [
        { name: 'floor', url: `${floor.address}/?asOf=2026-Q3`, shown: 'main table' },
        ...pages.map((page) => ({ ...page, url: server.address + page.path })),
      ]) {
        times.set(name, [...(times.get(name) ?? []), await waitedFor(browser, url, shown)])
      }
    }
    const of = (name: string, part: keyof Waited) => middle((times.get(name) ?? []).map((one) => one[part]))
    return [
      {
        figure: 'JavaScript of the first page, KB gzip',
        value: kilobytes.toFixed(1),
        bound: `≤ ${mostKilobytes}`,
        isMet: kilobytes <= mostKilobytes,
      },
      { figure: 'smallest page: largest paint, ms', value: whole(of('floor', 'paint')) },
      { figure: 'smallest page: blocked, ms', value: whole(of('floor', 'blocked')) },
      ...pages.flatMap(({ name, paint }) => [
        atMost(
          `${name} page: largest paint, of the smallest page's`,
          of(name, 'paint') / of('floor', 'paint'),
          paint,
        ),
        atMost(
          `${name} page: blocked, of the smallest page's`,
          of(name, 'blocked') / of('floor', 'blocked'),
          mostBlocked,
        ),
      ]),
    ]
  } finally {
    await browser.close()
    await floor.stop()
    await server.stop()
  }
}

/** Milliseconds: until the largest part stood there, and beyond 50 of each task in which nothing else could happen. */
type Waited = { paint: number; blocked: number }

/** Opens the address as a new visitor on a phone of a quarter of this machine's speed and on slow 4G. */
async function waitedFor(browser: Browser, url: string, shown: string): Promise<Waited> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' })
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: (1.6 * 1024 * 1024) / 8,
      uploadThroughput: (750 * 1024) / 8,
    })
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    await page.addInitScript(() => {
      const seen = { paint: 0, blocked: 0 }
      Object.assign(window, { seen })
      new PerformanceObserver((list) => {
        for (const { startTime } of list.getEntries()) seen.paint = startTime
      }).observe({ type: 'largest-contentful-paint', buffered: true })
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.blocked += Math.max(0, duration - 50)
      }).observe({ type: 'longtask', buffered: true })
    })
    await page.goto(url)
    await page.locator(shown).first().waitFor({ timeout: 120_000 })
    // Two frames and an idle moment later all of it has been painted and told.
    return await page.evaluate(
      () =>
        new Promise<Waited>((resolve) => {
          requestAnimationFrame(() =>
            requestAnimationFrame(() =>
              requestIdleCallback(() => resolve((window as unknown as { seen: Waited }).seen)),
            ),
          )
        }),
    )
  } finally {
    await context.close()
  }
}
