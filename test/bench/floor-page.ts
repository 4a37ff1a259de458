import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { repository } from '../support/service.ts'

/**
 * Builds the smallest honest page (`floor/`) with the product's own React and react-query, and serves it compressed,
 * with the answers of the service behind it.
 */
export async function serveFloor(service: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'moc57-floor-'))
  await promisify(execFile)(process.execPath, [
    join(repository, 'web/node_modules/vite/bin/vite.js'),
    'build',
    join(repository, 'test/bench/floor'),
    '--config',
    join(repository, 'test/bench/floor/vite.config.js'),
    '--outDir',
    folder,
    '--emptyOutDir',
  ])
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, Buffer>()
  for (const { name, parentPath } of names.filter((one) => one.isFile())) {
    const path = join(parentPath, name)
    files.set(path.slice(folder.length), brotliCompressSync(await readFile(path)))
  }
  const server = createServer(async ({ url = '/' }, response) => {
    if (url.startsWith('/api/')) {
      const answer = await fetch(service + url)
      response.setHeader('content-type', 'application/json').setHeader('content-encoding', 'br')
      response.end(brotliCompressSync(Buffer.from(await answer.arrayBuffer())))
      return
    }
    const path = url.split('?')[0] ?? '/'
    const isPage = !files.has(path)
    response.setHeader('content-type', isPage ? 'text/html; charset=utf-8' : 'text/javascript')
    response.setHeader('content-encoding', 'br')
    response.end(files.get(isPage ? '/index.html' : path))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await rm(folder, { recursive: true })
    },
  }
}
