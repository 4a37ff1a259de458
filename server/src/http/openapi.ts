import swagger from '@fastify/swagger'
import type { Endpoint } from '@moc57/shared'
import plugin from 'fastify-plugin'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { OpenAPIV3_1 } from 'openapi-types'
import { sessionCookieName } from './account.ts'

/** Describes every route at `/api/openapi.json`, from the contract in `shared/src/api`. */
export const openapi = plugin(async (app) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Mốc 57',
        description:
          'Indicators of Resolution 57-NQ/TW: targets, measurements and the gap to each milestone. Writes need the cookie of a session and, from a browser, the Origin of these pages.',
        version: '1',
      },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookieName } },
      },
    },
    transform: (described) => withRight(jsonSchemaTransform(described), described.route),
    transformObject: (document) => withoutUnused(jsonSchemaTransformObject(document) as OpenAPIV3_1.Document),
  })
  let description: string | undefined
  const describe = () => {
    description ??= JSON.stringify(app.swagger())
    return description
  }
  // It takes a quarter of a second, in which nobody waits yet, and never changes while the service runs.
  app.addHook('onListen', async () => void describe())
  app.get('/api/openapi.json', { schema: { hide: true } }, (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(describe()),
  )
})

/** Says of each call who may make it, in the words of the contract. */
function withRight({ schema, url }: ReturnType<typeof jsonSchemaTransform>, route: object) {
  const { right } = route as Partial<Endpoint>
  const security = right === 'public' ? [{}] : [{ session: [] }]
  return { schema: { ...schema, security, 'x-right': right }, url }
}

/**
 * Leaves out the components that nothing refers to: each model is registered once as it is answered and once as it
 * would be sent, and most are never sent.
 */
function withoutUnused(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  const schemas = document.components?.schemas ?? {}
  const used = new Set<string>()
  const visit = (part: unknown) => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name)) continue
      used.add(name)
      visit(schemas[name] ?? null)
    }
  }
  visit(document.paths)
  const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)))
  return { ...document, components: { ...document.components, schemas: kept } }
}
