import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Service, startService } from '../../support/service.ts'

type Operation = {
  parameters?: { name: string; in: string; required?: boolean; schema: { enum?: string[] } }[]
  requestBody?: { required?: boolean }
  responses: Record<string, { content?: Record<string, unknown> }>
  tags?: string[]
}
type Description = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}

let service: Service
let description: Description
beforeAll(async () => {
  service = await startService()
  description = (await service.app.inject('/api/openapi.json')).json()
})
afterAll(() => service.close())

test('every address that outside programs rely on is described', () => {
  const described = Object.entries(description.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(described).toEqual(
    expect.arrayContaining([
      'GET /api/health',
      'GET /api/session',
      'POST /api/session',
      'DELETE /api/session',
      'POST /api/session/password',
      'POST /api/accounts',
      'GET /api/indicators',
      'GET /api/units',
      'GET /api/units/{unitCode}/progress',
      'GET /api/units/{unitCode}/progress.csv',
      'GET /api/units/{unitCode}/progress.xlsx',
      'GET /api/units/{unitCode}/indicators/{number}',
      'PUT /api/units/{unitCode}/indicators/{number}/measurements/{period}',
      'POST /api/units/{unitCode}/submissions/{period}/{action}',
      'GET /api/comparison',
    ]),
  )
})

test('errors are described as problem+json, files by their media type', () => {
  const progress = description.paths['/api/units/{unitCode}/progress']?.get
  expect(Object.keys(progress?.responses['4XX']?.content ?? {})).toEqual(['application/problem+json'])
  const sheet = description.paths['/api/units/{unitCode}/progress.xlsx']?.get
  expect(Object.keys(sheet?.responses['200']?.content ?? {})[0]).toContain('spreadsheetml')
})

test('the query of progress is described with its filters', () => {
  const { parameters = [] } = description.paths['/api/units/{unitCode}/progress']?.get ?? { responses: {} }
  expect(
    parameters
      .filter((parameter) => parameter.in === 'query')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['asOf', 'group', 'knownOn', 'leadBody', 'leader', 'status'])
})

test('no component is described that nothing refers to', () => {
  const text = JSON.stringify(description)
  for (const name of Object.keys(description.components.schemas)) {
    expect(text, name).toContain(`#/components/schemas/${name}"`)
  }
})
