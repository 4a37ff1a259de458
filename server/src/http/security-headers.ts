import type { IncomingMessage, ServerResponse } from 'node:http'
import plugin from 'fastify-plugin'
import helmet from 'helmet'

/**
 * The pages load nothing from elsewhere and run no inline script. A ward serves them over plain http in its own
 * network, so nothing forces https but a public address that has it.
 */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
}

/** How long a browser then opens the service over https alone: half a year. */
const hstsSeconds = 180 * 24 * 3600

/** What helmet sets is the same for every answer, so it is asked once: each time, it would cost as much as the answer. */
export const securityHeaders = plugin<{ publicUrl: string | undefined }>(async (app, { publicUrl }) => {
  const headers: Record<string, string> = {}
  const response = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value
    },
    removeHeader: () => {},
  }
  helmet({
    contentSecurityPolicy,
    strictTransportSecurity: publicUrl?.startsWith('https:')
      ? { maxAge: hstsSeconds, includeSubDomains: false }
      : false,
  })({} as IncomingMessage, response as unknown as ServerResponse, (error) => {
    if (error) throw error
  })
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
})
