import { gzippedScripts } from '../support/first-page.ts'
import { startServer } from '../support/running-server.ts'
import type { Row } from './row.ts'

const mostKilobytes = 200

/** What the browser loads for the first page. */
export async function firstPage(): Promise<Row[]> {
  const server = await startServer({ DATA_SET: 'sample' })
  try {
    const scripts = await gzippedScripts(`${server.address}/don-vi/11443`)
    const kilobytes = scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1024
    return [
      {
        figure: 'JavaScript of the first page, KB gzip',
        value: kilobytes.toFixed(1),
        bound: `≤ ${mostKilobytes}`,
        isMet: kilobytes <= mostKilobytes,
      },
    ]
  } finally {
    await server.stop()
  }
}
