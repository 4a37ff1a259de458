import { existsSync } from 'node:fs'
import { join } from 'node:path'
import serveStatic from '@fastify/static'
import plugin from 'fastify-plugin'
import { sendProblem, unknownAddress } from './problems.ts'

/** Serves the pages. Every address that is not a file and not `/api` is a page, which the browser builds itself. */
export const web = plugin<{ folder: string }>(async (app, { folder }) => {
  const hasPages = existsSync(join(folder, 'index.html'))
  if (hasPages) {
    await app.register(serveStatic, {
      root: folder,
      wildcard: false,
      setHeaders: (reply, path) => {
        const isHashed = path.includes(`${join(folder, 'assets')}`)
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?')
    const isPage = request.method === 'GET' && !/^\/api(\/|$)/.test(path) && !/\.\w+$/.test(path)
    return hasPages && isPage ? reply.sendFile('index.html') : sendProblem(reply, unknownAddress(request))
  })
})
