/** `npm run pictures`: makes the pictures of the README from the sample data, into docs/pictures. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchChromium } from './support/chromium.ts'
import { startServer } from './support/running-server.ts'
import { repository } from './support/service.ts'

const pictures = {
  'unit.png': '/don-vi/11443?ky=2026-Q3',
  'indicator.png': '/don-vi/11443/chi-tieu/1?ky=2026-Q3',
  'city.png': '/thanh-pho?ky=2026-Q3',
}

const folder = join(repository, 'docs/pictures')
mkdirSync(folder, { recursive: true })
const server = await startServer({ DATA_SET: 'sample' })
const browser = await launchChromium()
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  for (const [name, path] of Object.entries(pictures)) {
    await page.goto(server.address + path, { waitUntil: 'networkidle' })
    await page.screenshot({ path: join(folder, name) })
  }
} finally {
  await browser.close()
  await server.stop()
}
