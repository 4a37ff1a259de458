import { gzipSync } from 'node:zlib'
import { launchChromium } from './chromium.ts'

/** The scripts that a browser loads for a page, with the size of each after gzip. */
export async function gzippedScripts(url: string): Promise<{ url: string; bytes: number }[]> {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    const scripts: Promise<{ url: string; bytes: number }>[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return
      scripts.push(response.body().then((body) => ({ url: response.url(), bytes: gzipSync(body).length })))
    })
    await page.goto(url, { waitUntil: 'networkidle' })
    return await Promise.all(scripts)
  } finally {
    await browser.close()
  }
}
